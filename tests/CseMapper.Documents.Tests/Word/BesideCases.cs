using static CseMapper.Documents.Tests.Word.SmallWordFile;

namespace CseMapper.Documents.Tests.Word;

/// <content>Text that stands beside the text: boxes, drawings, formulas, documents taken in.</content>
internal static class BesideCases
{
    private const string ChunkKind = "aFChunk";

    internal static IReadOnlyList<TortureCase> All { get; } =
    [
        new(
            "Hidden shapes are not printed",
            new(
                "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"a\" hidden=\"1\"/><a:graphic><a:graphicData>"
                    + $"<wps:wsp><wps:txbx><w:txbxContent>{P("no")}</w:txbxContent></wps:txbx></wps:wsp>"
                    + "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r><w:r><w:pict>"
                    + "<v:shape style=\"position:absolute; visibility: hidden\"><v:textbox><w:txbxContent>"
                    + $"{P("no")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{R("Seen")}</w:p>{P("more")}"
            ),
            "Seen\nmore"
        ),
        new(
            "A text box is printed once, after the paragraph it hangs on",
            new(
                $"<w:p>{R("Before")}<w:r>"
                    + ControlCases.Alternative(
                        "wps",
                        Shape(P("In the box")),
                        $"<w:pict>{VmlBox(P("In the box"))}</w:pict>"
                    )
                    + $"</w:r>{R(" and after")}</w:p>"
            ),
            "Before and after\nIn the box"
        ),
        new(
            "An old text box is printed",
            new($"<w:p>{R("Text")}<w:r><w:pict>{VmlBox(P("Box"))}</w:pict></w:r></w:p>"),
            "Text\nBox"
        ),
        new(
            "Boxes of a group are printed each",
            new(
                $"<w:p><w:r><w:drawing><a:graphic><a:graphicData>{Box(P("One"))}{Box(P("Two"))}"
                    + "</a:graphicData></a:graphic></w:drawing></w:r></w:p>"
            ),
            "One\nTwo"
        ),
        new(
            "A box in a box is printed once",
            new($"<w:p><w:r>{Shape($"<w:p>{R("Outer")}<w:r>{Shape(P("Inner"))}</w:r></w:p>")}</w:r></w:p>"),
            "Outer\nInner"
        ),
        new(
            "A box in a cell belongs to the cell",
            new(
                $"<w:tbl><w:tr><w:tc><w:p>{R("A")}<w:r>{Shape(P("Box"))}</w:r></w:p></w:tc><w:tc>{P("B")}"
                    + $"</w:tc></w:tr><w:tr><w:tc>{P("C")}</w:tc><w:tc>{P("D")}</w:tc></w:tr></w:tbl>"
            ),
            "A\nBox\tB\nC\tD"
        ),
        new(
            "Letters bent into a shape are printed",
            new($"<w:p>{R("Text")}<w:r><w:pict><v:shape><v:textpath string=\"DRAFT\"/></v:shape></w:pict></w:r></w:p>"),
            "Text\nDRAFT"
        ),
        new(
            "Text of a drawing's own language is printed",
            new(
                "<w:p><w:r><w:drawing><a:sp><a:txBody><a:p><a:r><a:t>One</a:t></a:r><a:r><a:t> "
                    + "step</a:t></a:r></a:p><a:p><a:r><a:t>Two</a:t></a:r></a:p></a:txBody></a:sp></w:drawing>"
                    + "</w:r></w:p>"
            ),
            "One step\nTwo"
        ),
        new("A diagram prints the text of its shapes", Diagram(), "Ask\nListen\nAct"),
        new("A chart prints its titles and labels, no numbers", Chart(), "Complaints a year\nOn time\n2024\n2025"),
        new(
            "A fraction is written on one line",
            new(
                $"<w:p>{R("Rate ")}<m:oMath><m:f><m:num>{M("a+b")}</m:num><m:den>{M("2")}</m:den></m:f></m:oMath></w:p>"
            ),
            "Rate (a+b)/2"
        ),
        new(
            "A power and a root are written on one line",
            new(
                $"<w:p><m:oMathPara><m:oMath><m:sSup><m:e>{M("x")}</m:e><m:sup>{M("2")}</m:sup></m:sSup>{M("=")}"
                    + $"<m:rad><m:deg/><m:e>{M("n")}</m:e></m:rad></m:oMath></m:oMathPara></w:p>"
            ),
            "x^2=√(n)"
        ),
        new(
            "A sum is written on one line",
            new(
                $"<w:p><m:oMath><m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{M("i=1")}</m:sub><m:sup>"
                    + $"{M("n")}</m:sup><m:e>{M("i")}</m:e></m:nary></m:oMath></w:p>"
            ),
            "∑_(i=1)^n i"
        ),
        new(
            "Brackets of a formula are printed",
            new(
                $"<w:p><m:oMath><m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>{M("a")}"
                    + "</m:e></m:d></m:oMath></w:p>"
            ),
            "[a]"
        ),
        new(
            "A web page taken in is printed",
            Chunk(
                "a.html",
                "text/html",
                "<html><head><style>x</style></head><body><h1>Title</h1><p>One <b>two</b></p></body></html>"
            ),
            "Before\nTitle\nOne two\nAfter"
        ),
        new(
            "A web archive taken in is printed",
            Chunk(
                "a.mht",
                "message/rfc822",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n type=\"text/html\"; "
                    + "boundary=\"=x\"\r\n\r\n--=x\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                    + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p class=3D\"a\">Caf=C3=A9 "
                    + "and=\r\n more</p></body></html>\r\n--=x--\r\n"
            ),
            "Before\nCafé and more\nAfter"
        ),
        new(
            "A plain text taken in is printed",
            Chunk("a.txt", "text/plain", "One\r\n\r\nTwo"),
            "Before\nOne\nTwo\nAfter"
        ),
        new(
            "A rich text taken in is printed",
            Chunk("a.rtf", "application/rtf", "{\\rtf1\\ansi One {\\b two}\\par caf\\'e9\\par}"),
            "Before\nOne two\ncafé\nAfter"
        ),
        new(
            "A Word document taken in is printed",
            new SmallWordFile(P("Before") + "<w:altChunk r:id=\"c1\"/>" + P("After")).Part(
                "word/a.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                ChunkKind,
                new SmallWordFile(P("Inside")).ToBytes(),
                "c1"
            ),
            "Before\nInside\nAfter"
        ),
        new(
            "Headers and footers are kept apart from the text",
            new SmallWordFile(
                P("Text")
                    + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:footerReference "
                    + "w:type=\"default\" r:id=\"f1\"/></w:sectPr>"
            )
                .Header("h1", P("Version 2"))
                .Footer("f1", P("Page 1")),
            "Text"
        ),
        new(
            "Comments are not printed",
            new SmallWordFile(
                $"<w:p><w:commentRangeStart w:id=\"1\"/>{R("Text")}<w:commentRangeEnd "
                    + "w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
            ).Comments($"<w:comment w:id=\"1\">{P("Is this right?")}</w:comment>"),
            "Text"
        ),
    ];

    private static string M(string text) => $"<m:r><m:t>{text}</m:t></m:r>";

    private static string Box(string content) =>
        $"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>";

    private static string Shape(string content) =>
        $"<w:drawing><a:graphic><a:graphicData>{Box(content)}</a:graphicData></a:graphic></w:drawing>";

    private static string VmlBox(string content) =>
        $"<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>";

    private static SmallWordFile Chunk(string name, string type, string content) =>
        new SmallWordFile(P("Before") + "<w:altChunk r:id=\"c1\"/>" + P("After")).Part(
            "word/" + name,
            type,
            ChunkKind,
            content,
            "c1"
        );

    private static SmallWordFile Diagram()
    {
        static string Point(string text) =>
            $"<dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>";
        return new SmallWordFile(
            "<w:p><w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm=\"d1\" "
                + "r:lo=\"x\"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>"
        ).Part(
            "word/diagrams/data1.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            "diagramData",
            $"<dgm:dataModel $names><dgm:ptLst>{Point("Ask")}{Point("Listen")}{Point("Act")}"
                + "</dgm:ptLst></dgm:dataModel>",
            "d1"
        );
    }

    private static SmallWordFile Chart()
    {
        const string Title =
            "<c:title><c:tx><c:rich><a:p><a:r><a:t>Complaints a year</a:t></a:r></a:p></c:rich></c:tx></c:title>";
        const string Series =
            "<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:pt idx=\"0\"><c:v>On "
            + "time</c:v></c:pt></c:strCache></c:strRef></c:tx>"
            + "<c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:pt idx=\"0\"><c:v>2024</c:v></c:pt><c:pt "
            + "idx=\"1\"><c:v>2025</c:v></c:pt></c:strCache></c:strRef></c:cat>"
            + "<c:val><c:numRef><c:numCache><c:pt "
            + "idx=\"0\"><c:v>97</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>";
        return new SmallWordFile(
            "<w:p><w:r><w:drawing><a:graphic><a:graphicData><c:chart "
                + "r:id=\"c1\"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>"
        ).Part(
            "word/charts/chart1.xml",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "chart",
            $"<c:chartSpace $names><c:chart>{Title}<c:plotArea><c:barChart>{Series}"
                + "</c:barChart></c:plotArea></c:chart></c:chartSpace>",
            "c1"
        );
    }
}
