using CseMapper.Documents.Slides;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Slides;

public sealed class PptxReaderTests
{
    private const string Body = """<p:nvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr>""";

    [Fact]
    public void NumbersAreThoseThatPowerPointCounts() =>
        Assert.Equal(
            [
                "1 (iv) [iv] four",
                "1 (v) [v] five",
                "2 A. [A] inner",
                "2 B. [B] inner",
                "1 (vi) [vi] six",
                "2 A. [A] again",
                "1 • no number",
                "1 (iv) [iv] anew",
                "text: nothing before it",
            ],
            Blocks(
                Numbered("four", "romanLcParenBoth", 0, 4)
                    + Numbered("five", "romanLcParenBoth", 0, 4)
                    + Numbered("inner", "alphaUcPeriod", 1)
                    + Numbered("inner", "alphaUcPeriod", 1)
                    + Numbered("six", "romanLcParenBoth", 0, 4)
                    + Numbered("again", "alphaUcPeriod", 1)
                    + """<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>no number</a:t></a:r></a:p>"""
                    + Numbered("anew", "romanLcParenBoth", 0, 4)
                    + """<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>nothing before it</a:t></a:r></a:p>"""
            )
        );

    [Fact]
    public void NumbersComeFromTheLayoutTheMasterAndTheShapeToo()
    {
        const string Numbers =
            """<a:lvl1pPr><a:buAutoNum type="arabicPeriod"/></a:lvl1pPr><a:lvl2pPr><a:buNone/></a:lvl2pPr>""";
        byte[] file = OfficeFiles.Zip(
            (
                "ppt/slides/slide1.xml",
                $"""
                <p:sld xmlns:p="p" xmlns:a="a"><p:sp>{Body}<p:txBody><a:p><a:r><a:t>one</a:t></a:r></a:p>
                <a:p><a:pPr lvl="1"/><a:r><a:t>plain</a:t></a:r></a:p><a:p><a:r><a:t>two</a:t></a:r></a:p></p:txBody>
                </p:sp><p:sp><p:nvSpPr><p:nvPr><p:ph type="body" idx="7"/></p:nvPr></p:nvSpPr><p:txBody><a:lstStyle>
                <a:lvl1pPr><a:buAutoNum type="alphaLcParenR"/></a:lvl1pPr></a:lstStyle><a:p><a:r><a:t>own</a:t></a:r>
                </a:p></p:txBody></p:sp><p:sp><p:nvSpPr><p:nvPr><p:ph type="body" idx="9"/></p:nvPr></p:nvSpPr>
                <p:txBody><a:p><a:r><a:t>from the master</a:t></a:r></a:p></p:txBody></p:sp></p:sld>
                """
            ),
            ("ppt/slides/_rels/slide1.xml.rels", Relation("slideLayout", "../slideLayouts/slideLayout1.xml")),
            (
                "ppt/slideLayouts/slideLayout1.xml",
                $"""
                <p:sldLayout xmlns:p="p" xmlns:a="a"><p:sp>{Body}<p:txBody><a:lstStyle>{Numbers}</a:lstStyle>
                </p:txBody></p:sp></p:sldLayout>
                """
            ),
            ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", Relation("slideMaster", "../slideMasters/m.xml")),
            (
                "ppt/slideMasters/m.xml",
                """
                <p:sldMaster xmlns:p="p" xmlns:a="a"><p:txStyles><p:bodyStyle><a:lvl1pPr>
                <a:buAutoNum type="romanUcPeriod" startAt="3"/></a:lvl1pPr></p:bodyStyle></p:txStyles></p:sldMaster>
                """
            )
        );

        Assert.Equal(
            ["1 1. [1] one", "text: plain", "1 2. [2] two", "1 a) [a] own", "1 III. [III] from the master"],
            ShownBlocks.Of(OfficeFiles.Read(new PptxReader(), file))
        );
    }

    [Fact]
    public void HiddenShapesAreLeftOutAndStruckWordsMarked() =>
        Assert.Equal(
            ["text: within ~~20~~ 10 days"],
            ShownBlocks.Of(
                OfficeFiles.Read(
                    new PptxReader(),
                    OfficeFiles.Zip(
                        (
                            "ppt/slides/slide1.xml",
                            """
                            <p:sld xmlns:p="p" xmlns:a="a"><p:grpSp><p:nvGrpSpPr><p:cNvPr hidden="1"/></p:nvGrpSpPr><p:sp>
                            <p:nvSpPr><p:cNvPr/></p:nvSpPr><p:txBody><a:p><a:r><a:t>no</a:t></a:r></a:p></p:txBody></p:sp>
                            </p:grpSp><p:sp><p:nvSpPr><p:cNvPr hidden="0"/></p:nvSpPr><p:txBody><a:p><a:r>
                            <a:t>within </a:t></a:r><a:r><a:rPr strike="dblStrike"/><a:t>20</a:t></a:r><a:r>
                            <a:rPr strike="noStrike"/><a:t> 10 days</a:t></a:r></a:p></p:txBody></p:sp></p:sld>
                            """
                        )
                    )
                )
            )
        );

    [Fact]
    public void NotesAreMarkedAndHiddenSlidesNamed()
    {
        byte[] file = OfficeFiles.Zip(
            ("ppt/slides/slide1.xml", Slide("shown", "")),
            ("ppt/slides/slide2.xml", Slide("not shown", "show=\"0\"")),
            ("ppt/slides/_rels/slide1.xml.rels", Relation("notesSlide", "../notesSlides/n.xml")),
            ("ppt/slides/_rels/slide2.xml.rels", Relation("notesSlide", "../notesSlides/n.xml")),
            (
                "ppt/notesSlides/n.xml",
                """
                <p:notes xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:sp><p:sp><p:nvPr>
                <p:ph type="body"/></p:nvPr><p:txBody><a:p><a:r><a:t>Say thanks.</a:t></a:r></a:p><a:p><a:r>
                <a:t>Pause.</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><p:txBody>
                <a:p><a:r><a:t>1</a:t></a:r></a:p></p:txBody></p:sp></p:notes>
                """
            )
        );

        IngestResult result = OfficeFiles.Read(new PptxReader(), file);

        Assert.Equal(
            ["text: shown", "{Note} text: Speaker notes: Say thanks.", "{Note} text: Pause."],
            ShownBlocks.Of(result)
        );
        Assert.StartsWith("Slide 2 is hidden", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    private static string Slide(string words, string attribute) =>
        $"""
            <p:sld xmlns:p="p" xmlns:a="a" {attribute}><p:sp><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody>
            </p:sp></p:sld>
            """;

    private static string Relation(string kind, string target) =>
        $"""<Relationships><Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}"/></Relationships>""";

    private static string Numbered(string words, string type, int level, int start = 1) =>
        $"""
            <a:p><a:pPr lvl="{level}"><a:buAutoNum type="{type}" startAt="{start}"/></a:pPr><a:r><a:t>{words}</a:t></a:r></a:p>
            """;

    private static string[] Blocks(string paragraphs) =>
        ShownBlocks.Of(
            OfficeFiles.Read(
                new PptxReader(),
                OfficeFiles.Zip(
                    (
                        "ppt/slides/slide1.xml",
                        $"""
                        <p:sld xmlns:p="p" xmlns:a="a"><p:sp>{Body}<p:txBody>{paragraphs}</p:txBody></p:sp></p:sld>
                        """
                    )
                )
            )
        );
}
