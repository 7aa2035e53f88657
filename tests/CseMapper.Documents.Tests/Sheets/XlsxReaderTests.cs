using CseMapper.Documents.Sheets;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Sheets;

public sealed class XlsxReaderTests
{
    [Fact]
    public void StruckOutCellsAndLettersAreMarked() =>
        Assert.Equal(
            ["1 [] sheet1", "table: ~~20 days~~ | within ~~20~~ 10 days | ~~7~~"],
            Blocks(
                """<c t="inlineStr" s="1"><is><t>20 days</t></is></c><c t="s"><v>0</v></c><c s="1"><v>7</v></c>""",
                """<r><t xml:space="preserve">within </t></r><r><rPr><strike/></rPr><t>20</t></r>"""
                    + """<r><rPr><strike val="0"/></rPr><t xml:space="preserve"> 10 days</t></r>"""
            )
        );

    [Fact]
    public void CharactersThatXmlCannotHoldAreWhatTheyStandFor() =>
        Assert.Equal(
            ["1 [] sheet1", "table: one\ntwo | a_x000D_b"],
            Blocks("""<c t="s"><v>0</v></c><c t="str"><v>a_x005F_x000D_b</v></c>""", "<t>one_x000D_\ntwo</t>")
        );

    [Fact]
    public void HiddenColumnsRowsAndSheetsAreLeftOutAndSheetsNamed()
    {
        byte[] file = OfficeFiles.Zip(
            (
                "xl/workbook.xml",
                """<workbook xmlns:r="r"><sheets><sheet name="Shown" r:id="r1"/>"""
                    + """<sheet name="Old" state="veryHidden" r:id="r2"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>"""
                    + """<Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                """<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>"""
                    + """<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c>"""
                    + """<c r="D1" t="str"><v>d</v></c><c r="E1" t="str"><v>e</v></c></row>"""
                    + """<row r="2" hidden="1"><c r="A2" t="str"><v>no</v></c></row></sheetData></worksheet>"""
            ),
            ("xl/worksheets/sheet2.xml", """<worksheet><sheetData/></worksheet>""")
        );

        IngestResult result = OfficeFiles.Read(new XlsxReader(), file);

        Assert.Equal(["1 [] Shown", "table: a | d"], ShownBlocks.Of(result));
        Assert.Contains("\"Old\"", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesWithWordsStandBehindTheCellsAndHiddenOnesDoNot()
    {
        byte[] file = OfficeFiles.Zip(
            ("xl/worksheets/sheet1.xml", """<worksheet><sheetData/></worksheet>"""),
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                """<Relationships><Relationship Id="r1" Type="http://x/relationships/drawing" """
                    + """Target="../drawings/drawing1.xml"/></Relationships>"""
            ),
            (
                "xl/drawings/drawing1.xml",
                """<x:wsDr xmlns:x="x" xmlns:a="a"><x:grpSp><x:sp><x:nvSpPr><x:cNvPr id="1"/></x:nvSpPr><x:txBody>"""
                    + """<a:p><a:r><a:t>In a group</a:t></a:r></a:p></x:txBody></x:sp></x:grpSp><x:sp><x:nvSpPr>"""
                    + """<x:cNvPr id="2" hidden="1"/></x:nvSpPr><x:txBody><a:p><a:r><a:t>hidden</a:t></a:r></a:p>"""
                    + """</x:txBody></x:sp></x:wsDr>"""
            )
        );

        Assert.Equal(
            ["1 [] sheet1", "{Aside} text: In a group"],
            ShownBlocks.Of(OfficeFiles.Read(new XlsxReader(), file))
        );
    }

    private static string[] Blocks(string cells, string shared) =>
        ShownBlocks.Of(
            OfficeFiles.Read(
                new XlsxReader(),
                OfficeFiles.Zip(
                    ("xl/sharedStrings.xml", $"<sst><si>{shared}</si></sst>"),
                    (
                        "xl/styles.xml",
                        "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId=\"0\"/>"
                            + "<xf fontId=\"1\"/></cellXfs></styleSheet>"
                    ),
                    ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>")
                )
            )
        );
}
