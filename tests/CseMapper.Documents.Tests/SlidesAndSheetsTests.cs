using CseMapper.Documents.Sheets;
using CseMapper.Documents.Slides;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests;

public sealed class SlidesAndSheetsTests
{
    private const string Relations =
        """<Relationships><Relationship Id="r1" Target="slides/slide2.xml"/>"""
        + """<Relationship Id="r2" Target="slides/slide1.xml"/></Relationships>""";

    [Fact]
    public void SlidesComeInTheOrderOfThePresentation()
    {
        byte[] file = OfficeFiles.Zip(
            (
                "ppt/presentation.xml",
                """<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="r1"/>"""
                    + """<p:sldId id="257" r:id="r2"/></p:sldIdLst></p:presentation>"""
            ),
            ("ppt/_rels/presentation.xml.rels", Relations),
            ("ppt/slides/slide1.xml", Slide("Second", "more")),
            ("ppt/slides/slide2.xml", Slide("First", "point"))
        );

        IngestResult result = OfficeFiles.Read(new PptxReader(), file);

        Assert.Equal(["1 [] First", "1 • point", "1 [] Second", "1 • more"], ShownBlocks.Of(result));
        Assert.Equal(2, result.Document!.PageCount);
        Assert.Equal([1, 1, 2, 2], result.Document.Blocks.Select(block => block.Location.Page));
    }

    [Fact]
    public void ATableIsReadWhateverStandsBeforeIt()
    {
        const string Slide =
            """<p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><p:txBody><a:p>"""
            + """<a:fld><a:t>7</a:t></a:fld></a:p></p:txBody></p:sp><p:graphicFrame><a:tbl><a:tr><a:tc>"""
            + """<a:txBody><a:p><a:r><a:t>Channel</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>"""
            + """</p:graphicFrame></p:sld>""";

        Assert.Equal(
            ["table: Channel"],
            ShownBlocks.Of(OfficeFiles.Read(new PptxReader(), OfficeFiles.Zip(("ppt/slides/slide1.xml", Slide))))
        );
    }

    [Theory]
    [InlineData("", "1 April 2025 | 09:00 | 05:30 PM")]
    [InlineData("""<workbookPr date1904="1"/>""", "2 April 2029 | 09:00 | 05:30 PM")]
    public void DatesAndTimesOfDayAreWrittenOut(string properties, string expected)
    {
        byte[] file = OfficeFiles.Zip(
            ("xl/workbook.xml", $"""<workbook xmlns:r="r">{properties}</workbook>"""),
            (
                "xl/styles.xml",
                """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="hh:mm\ AM/PM"/></numFmts><cellXfs>"""
                    + """<xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                """<worksheet><sheetData><row><c s="0"><v>45748</v></c><c s="1"><v>0.375</v></c><c s="2">"""
                    + """<v>0.7291666667</v></c></row></sheetData></worksheet>"""
            )
        );

        Assert.Equal(["1 [] sheet1", "table: " + expected], ShownBlocks.Of(OfficeFiles.Read(new XlsxReader(), file)));
    }

    [Fact]
    public void SheetsShowValuesAsTheirFormatsDo()
    {
        byte[] file = OfficeFiles.Zip(
            (
                "xl/workbook.xml",
                """<workbook xmlns:r="r"><sheets><sheet name="Charges" r:id="r1"/>"""
                    + """<sheet name="Draft" state="hidden" r:id="r2"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>"""
                    + """<Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>"""
            ),
            ("xl/sharedStrings.xml", "<sst><si><t>Service</t></si><si><r><t>Gar</t></r><r><t>den</t></r></si></sst>"),
            (
                "xl/styles.xml",
                """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;£&quot;0.00"/></numFmts>"""
                    + """<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/>"""
                    + """</cellXfs></styleSheet>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                """<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>"""
                    + """<t>From</t></is></c><c r="C1" t="str"><v>Share</v></c><c r="D1" t="str"><v>Price</v></c>"""
                    + """</row><row><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45748</v></c><c r="C2" s="2">"""
                    + """<v>0.915</v></c><c r="D2" s="3"><f>1+1</f><v>12.5</v></c></row></sheetData></worksheet>"""
            ),
            (
                "xl/worksheets/sheet2.xml",
                """<worksheet><sheetData><row><c t="str"><v>secret</v></c></row></sheetData></worksheet>"""
            )
        );

        string[] blocks = ShownBlocks.Of(OfficeFiles.Read(new XlsxReader(), file));

        Assert.Equal(
            [
                "1 [] Charges",
                "table with 1 heads: Service | From | Share | Price / Garden | 1 April 2025 | 92% | £12.50",
            ],
            blocks
        );
    }

    private static string Slide(string title, string point) =>
        $"""
            <p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph/></p:nvPr><p:txBody><a:p><a:r><a:t>{point}</a:t></a:r>
              </a:p></p:txBody></p:sp><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><p:txBody><a:p><a:r>
              <a:t>{title}</a:t></a:r></a:p></p:txBody></p:sp></p:sld>
            """;
}
