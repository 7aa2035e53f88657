using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Footnotes and endnotes.</content>
internal static class NoteCases
{
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new(
            "A footnote stands after the paragraph that cites it",
            new SmallWordFile($"<w:p>{R("Ten days")}{Foot(2)}{R(" at most.")}</w:p>" + P("Next.")).Footnotes(
                Separators + Note("footnote", 2, "Bank holidays excepted.")
            ),
            "Ten days[1] at most.\n[1] Bank holidays excepted.\nNext."
        ),
        new(
            "Footnotes are numbered in the order of the text",
            new SmallWordFile($"<w:p>{R("One")}{Foot(5)}</w:p><w:p>{R("Two")}{Foot(3)}</w:p>").Footnotes(
                Note("footnote", 3, "third") + Note("footnote", 5, "fifth")
            ),
            "One[1]\n[1] fifth\nTwo[2]\n[2] third"
        ),
        new(
            "Endnotes have small Roman numbers",
            new SmallWordFile($"<w:p>{R("One")}<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>").Endnotes(
                Note("endnote", 2, "end")
            ),
            "One[i]\n[i] end"
        ),
        new(
            "Notes are numbered as the settings say",
            new SmallWordFile($"<w:p>{R("One")}{Foot(2)}</w:p>")
                .Footnotes(Note("footnote", 2, "note"))
                .Settings("<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/><w:numStart w:val=\"3\"/></w:footnotePr>"),
            "One[c]\n[c] note"
        ),
        new(
            "A mark of one's own does not count",
            new SmallWordFile(
                $"<w:p>{R("One")}<w:r><w:footnoteReference w:customMarkFollows=\"1\" "
                    + $"w:id=\"2\"/><w:t>*</w:t></w:r>{R(" two")}{Foot(3)}</w:p>"
            ).Footnotes(Note("footnote", 2, "* star") + Note("footnote", 3, "first")),
            "One* two[1]\n* star\n[1] first"
        ),
        new(
            "A note of two paragraphs keeps them",
            new SmallWordFile($"<w:p>{R("One")}{Foot(2)}</w:p>").Footnotes(
                $"<w:footnote w:id=\"2\">{P("a")}{P("b")}</w:footnote>"
            ),
            "One[1]\n[1] a\nb"
        ),
        new(
            "A note cited in a table stands after the table",
            new SmallWordFile(
                $"<w:tbl><w:tr><w:tc><w:p>{R("A")}{Foot(2)}</w:p></w:tc><w:tc>{P("B")}</w:tc></w:tr><w:tr><w:tc>"
                    + $"{P("C")}</w:tc><w:tc>{P("D")}</w:tc></w:tr></w:tbl>"
            ).Footnotes(Note("footnote", 2, "note")),
            "A[1]\tB\nC\tD\n[1] note"
        ),
        new(
            "A note that nothing cites is not printed",
            new SmallWordFile(P("One")).Footnotes(Note("footnote", 2, "lost")),
            "One"
        ),
        new(
            "A note cited by deleted text is not printed",
            new SmallWordFile($"<w:p>{R("One")}<w:del w:id=\"1\">{Foot(2)}</w:del></w:p>").Footnotes(
                Note("footnote", 2, "gone")
            ),
            "One"
        ),
    ];

    private static string Separators =>
        "<w:footnote w:type=\"separator\" "
        + "w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationNotice\" "
        + "w:id=\"1\"><w:p><w:r><w:t>continued</w:t></w:r></w:p></w:footnote>";

    private static string Foot(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";

    private static string Note(string kind, int id, string text) =>
        $"<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r>{R(text)}</w:p></w:{kind}>";
}
