using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Tracked changes: as if all were accepted.</content>
internal static class ChangeCases
{
    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new(
            "A replaced number never joins the old one",
            new($"<w:p>{R("within ")}{Del("20")}{Ins(R("10"))}{R(" working days")}</w:p>"),
            "within 10 working days"
        ),
        new(
            "Deleted inside inserted is deleted",
            new($"<w:p>{Ins(R("We ") + Del("may ") + R("will"))}{R(" reply")}</w:p>"),
            "We will reply"
        ),
        new(
            "Moved text is printed where it went",
            new(
                $"<w:p><w:moveFromRangeStart w:id=\"1\" w:name=\"m\"/><w:moveFrom w:id=\"2\">{R("Promise. ")}"
                    + $"</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>{R("Scope.")}</w:p><w:p><w:moveToRangeStart "
                    + $"w:id=\"3\" w:name=\"m\"/><w:moveTo w:id=\"4\">{R("Promise.")}</w:moveTo><w:moveToRangeEnd "
                    + "w:id=\"3\"/></w:p>"
            ),
            "Scope.\nPromise."
        ),
        new(
            "A moved paragraph is printed once",
            new(
                $"<w:p><w:pPr><w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr><w:moveFrom w:id=\"2\">{R("Promise")}"
                    + $"</w:moveFrom></w:p>{P("Scope")}<w:p><w:pPr><w:rPr><w:moveTo "
                    + $"w:id=\"3\"/></w:rPr></w:pPr><w:moveTo w:id=\"4\">{R("Promise")}</w:moveTo></w:p>"
            ),
            "Scope\nPromise"
        ),
        new(
            "A deleted paragraph mark joins two paragraphs",
            new($"<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{R("We reply ")}</w:p>{P("in ten days.")}"),
            "We reply in ten days."
        ),
        new(
            "A deleted paragraph leaves nothing",
            new($"{P("One")}<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{Del("Two")}</w:p>{P("Three")}"),
            "One\nThree"
        ),
        new(
            "An inserted paragraph is printed",
            new($"{P("One")}<w:p><w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>{Ins(R("Two"))}</w:p>{P("Three")}"),
            "One\nTwo\nThree"
        ),
        new(
            "A change of format changes no words",
            new(
                "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:numId "
                    + "w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>"
                    + $"{R("Text", "<w:b/><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>")}</w:p>"
            ),
            "Text"
        ),
        new(
            "A deleted text box is not printed",
            new(
                $"<w:p>{R("One")}<w:del w:id=\"1\"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{P("Box")}"
                    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:del></w:p>"
            ),
            "One"
        ),
        new(
            "Changes inside a link are followed",
            new(
                $"<w:p><w:hyperlink w:anchor=\"x\">{R("our ")}{Del("old ")}{Ins(R("new "))}{R("site")}"
                    + "</w:hyperlink></w:p>"
            ),
            "our new site"
        ),
    ];

    private static string Ins(string runs) => $"<w:ins w:id=\"9\" w:author=\"a\">{runs}</w:ins>";

    private static string Del(string text) =>
        $"<w:del w:id=\"8\" w:author=\"a\"><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>";
}
