using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Tables.</content>
internal static class TableCases
{
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new(
            "A table is read row by row",
            new(Table(Row(Cell("A"), Cell("B")), Row(Cell("C"), Cell("D")))),
            "A\tB\nC\tD"
        ),
        new(
            "A cell over two columns stands once",
            new(Table(Row(Cell("A", "<w:gridSpan w:val=\"2\"/>"), Cell("B")), Row(Cell("C"), Cell("D"), Cell("E")))),
            "A\t\tB\nC\tD\tE"
        ),
        new(
            "A cell over two rows stands once",
            new(
                Table(
                    Row(Cell("A", "<w:vMerge w:val=\"restart\"/>"), Cell("B")),
                    Row(Cell("", "<w:vMerge/>"), Cell("C"))
                )
            ),
            "A\tB\n\tC"
        ),
        new(
            "A cell over rows and columns stands once",
            new(
                Table(
                    Row(Cell("A", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"), Cell("B")),
                    Row(Cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), Cell("C"))
                )
            ),
            "A\t\tB\n\t\tC"
        ),
        new(
            "A row may begin further right",
            new(
                Table(
                    Row(Cell("A"), Cell("B")),
                    $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Cell("C")}</w:tr>"
                )
            ),
            "A\tB\n\tC"
        ),
        new(
            "Paragraphs of a cell are on lines of their own",
            new(Table(Row($"<w:tc>{P("One")}{P("Two")}</w:tc>", Cell("B")), Row(Cell("C"), Cell("D")))),
            "One\nTwo\tB\nC\tD"
        ),
        new(
            "A list in a cell keeps its bullets",
            NumberingCases.List(
                NumberingCases.Abstract(1, NumberingCases.Level(0, "bullet", "•")) + NumberingCases.Num(1, 1),
                Table(
                    Row($"<w:tc>{NumberingCases.Item("One", 1)}{NumberingCases.Item("Two", 1)}</w:tc>", Cell("B")),
                    Row(Cell("C"), Cell("D"))
                )
            ),
            "• One\n• Two\tB\nC\tD"
        ),
        new(
            "A table in a cell is read row by row",
            new(
                Table(
                    Row(
                        $"<w:tc>{P("A")}{Table(Row(Cell("1"), Cell("2")), Row(Cell("3"), Cell("4")))}{P("")}</w:tc>",
                        Cell("B")
                    ),
                    Row(Cell("C"), Cell("D"))
                )
            ),
            "A\n1\t2\n3\t4\tB\nC\tD"
        ),
        new(
            "Tables three deep print once",
            new(
                Table(
                    Row(
                        Cell("A"),
                        $"<w:tc>{Table(Row(Cell("B"), $"<w:tc>{Table(Row(Cell("C"), Cell("D")))}{P("")}</w:tc>"))}"
                            + $"{P("")}</w:tc>"
                    ),
                    Row(Cell("E"), Cell("F"))
                )
            ),
            "A\tB\tC\tD\nE\tF"
        ),
        new(
            "A header row that repeats is printed once",
            new(
                Table(
                    $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("Role")}{Cell("Duty")}</w:tr>",
                    Row(Cell("Owner"), Cell("Reviews"))
                )
            ),
            "Role\tDuty\nOwner\tReviews"
        ),
        new(
            "A table of one column is read as text",
            new(Table(Row(Cell("One")), Row(Cell("Two"))) + P("Three")),
            "One\nTwo\nThree"
        ),
        new(
            "A row of columns of text is read column by column",
            new(
                Table(
                    Row(
                        $"<w:tc>{P("Left one")}{P("Left two")}</w:tc>",
                        $"<w:tc>{P("Right one")}{P("Right two")}</w:tc>"
                    )
                )
            ),
            "Left one\nLeft two\nRight one\nRight two"
        ),
        new(
            "Two tables one after another stay two",
            new(
                Table(Row(Cell("A"), Cell("B")), Row(Cell("C"), Cell("D")))
                    + "<w:p/>"
                    + Table(Row(Cell("E"), Cell("F")), Row(Cell("G"), Cell("H")))
            ),
            "A\tB\nC\tD\nE\tF\nG\tH"
        ),
        new(
            "A hidden row is not printed",
            new(Table(Row(Cell("A"), Cell("B")), $"<w:tr><w:trPr><w:hidden/></w:trPr>{Cell("C")}{Cell("D")}</w:tr>")),
            "A\tB"
        ),
        new(
            "A deleted row is not printed",
            new(
                Table(
                    Row(Cell("A"), Cell("B")),
                    $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell("C")}{Cell("D")}</w:tr>"
                )
            ),
            "A\tB"
        ),
        new(
            "An inserted row is printed",
            new(
                Table(
                    Row(Cell("A"), Cell("B")),
                    $"<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>{Cell("C")}{Cell("D")}</w:tr>"
                )
            ),
            "A\tB\nC\tD"
        ),
        new(
            "A deleted cell is not printed",
            new(Table(Row(Cell("A"), Cell("X", "<w:cellDel w:id=\"1\"/>"), Cell("B")), Row(Cell("C"), Cell("D")))),
            "A\tB\nC\tD"
        ),
    ];

    private static string Table(params string[] rows) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        + $"{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") =>
        $"<w:tc>{(properties.Length > 0 ? $"<w:tcPr>{properties}</w:tcPr>" : "")}{P(text)}</w:tc>";
}
