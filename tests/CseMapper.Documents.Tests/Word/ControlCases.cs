using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Content controls, and markup for several generations of Word.</content>
internal static class ControlCases
{
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new("A content control around paragraphs", new(Control(P("One") + P("Two"))), "One\nTwo"),
        new(
            "A content control inside a paragraph",
            new($"<w:p>{R("Owner: ")}{Control(R("Head of Service"))}{R(".")}</w:p>"),
            "Owner: Head of Service."
        ),
        new(
            "A content control around a row and one around a cell",
            new(
                $"<w:tbl>{Control($"<w:tr>{Cell("A")}{Control(Cell("B"))}</w:tr>")}<w:tr>{Cell("C")}{Cell("D")}"
                    + "</w:tr></w:tbl>"
            ),
            "A\tB\nC\tD"
        ),
        new("Content controls in one another print once", new(Control(Control(P("Once")))), "Once"),
        new(
            "A check box prints its state",
            new(
                "<w:p>"
                    + Control(
                        R("☒", "<w:rFonts w:ascii=\"MS Gothic\"/>"),
                        "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>"
                    )
                    + $"{R(" Yes ")}{Control(R("☐"), "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>")}"
                    + $"{R(" No")}</w:p>"
            ),
            "☒ Yes ☐ No"
        ),
        new(
            "A check box of another sign prints its state",
            new(
                "<w:p>"
                    + Control(
                        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>",
                        "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>"
                    )
                    + $"{R(" Yes")}</w:p>"
            ),
            "☒ Yes"
        ),
        new(
            "A check box around a cell prints its state",
            new(
                $"<w:tbl><w:tr>{Control(Cell("☐"), "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>")}"
                    + $"{Cell("Yes")}</w:tr><w:tr>{Cell("A")}{Cell("B")}</w:tr></w:tbl>"
            ),
            "☐\tYes\nA\tB"
        ),
        new(
            "A control that nobody has filled in holds no words",
            new(
                $"<w:p>{R("Owner: ")}{Control(R("Choose an item."), "<w:showingPlcHdr/><w:dropDownList/>")}</w:p>"
                    + Control(P("Click or tap here to enter text."), "<w:showingPlcHdr/><w:text/>")
                    + P("Choose an item.")
                    + Control(P("Name of the service"), "<w:showingPlcHdr/>")
                    + Control(P("Choose an item."), "<w:text/>")
            ),
            "Owner:\nChoose an item.\nName of the service\nChoose an item."
        ),
        new(
            "A drop-down prints the chosen entry, not the others",
            new(
                "<w:p>"
                    + Control(
                        R("Annual"),
                        "<w:dropDownList w:lastValue=\"1\"><w:listItem w:displayText=\"Annual\" w:value=\"1\"/>"
                            + "<w:listItem w:displayText=\"Monthly\" w:value=\"2\"/></w:dropDownList>"
                    )
                    + "</w:p>"
            ),
            "Annual"
        ),
        new(
            "A date prints as shown",
            new(
                "<w:p>"
                    + Control(
                        R("1 March 2027"),
                        "<w:date w:fullDate=\"2027-03-01T00:00:00Z\"><w:dateFormat w:val=\"d MMMM yyyy\"/></w:date>"
                    )
                    + "</w:p>"
            ),
            "1 March 2027"
        ),
        new(
            "A placeholder is printed",
            new($"<w:p>{Control(R("[Name of council]"), "<w:showingPlcHdr/>")}</w:p>"),
            "[Name of council]"
        ),
        new(
            "A control's own settings are not printed",
            new(
                "<w:p>"
                    + Control(R("Text"), "<w:alias w:val=\"Title\"/><w:tag w:val=\"tag\"/><w:rPr><w:vanish/></w:rPr>")
                    + "</w:p>"
            ),
            "Text"
        ),
        new(
            "Of alternatives the first that is understood is printed",
            new($"<w:p>{Alternative("wps", R("choice"), R("fallback"))}</w:p>"),
            "choice"
        ),
        new(
            "Of alternatives nobody understands the fallback is printed",
            new(
                "<w:p><mc:AlternateContent xmlns:zz=\"http://example.org/zz\"><mc:Choice Requires=\"zz\">"
                    + $"{R("choice")}</mc:Choice><mc:Fallback>{R("fallback")}</mc:Fallback></mc:AlternateContent></w:p>"
            ),
            "fallback"
        ),
        new(
            "Of two choices one is printed",
            new(
                $"<w:p><mc:AlternateContent><mc:Choice Requires=\"wps\">{R("one")}</mc:Choice><mc:Choice "
                    + $"Requires=\"w14\">{R("two")}</mc:Choice></mc:AlternateContent></w:p>"
            ),
            "one"
        ),
        new(
            "Alternatives around paragraphs print once",
            new(Alternative("w14", P("choice"), P("fallback")) + P("after")),
            "choice\nafter"
        ),
        new(
            "Alternatives in alternatives print once",
            new(
                "<w:p>"
                    + $"{Alternative("wps", Alternative("w14", R("inner"), R("inner fallback")), R("outer fallback"))}"
                    + "</w:p>"
            ),
            "inner"
        ),
    ];

    internal static string Alternative(string requires, string choice, string fallback) =>
        $"<mc:AlternateContent><mc:Choice Requires=\"{requires}\">{choice}</mc:Choice><mc:Fallback>{fallback}"
        + "</mc:Fallback></mc:AlternateContent>";

    private static string Control(string content, string properties = "") =>
        $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Cell(string text) => $"<w:tc>{P(text)}</w:tc>";
}
