using CseMapper.Documents.OpenDocument;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.OpenDocument;

public sealed class OdtReaderTests
{
    private const string Head =
        """<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" """
        + """xmlns:style="s"><office:body><office:text>""";
    private const string Tail = "</office:text></office:body></office:document-content>";

    private const string Styles =
        """<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:style="s">"""
        + """<office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties """
        + """text:display="none"/></style:style><style:style style:name="V" style:family="text"><style:text-properties """
        + """text:display="true"/></style:style><style:style style:name="S" style:family="text"><style:text-properties """
        + """style:text-line-through-style="solid"/></style:style><style:style style:name="S2" style:family="text" """
        + """style:parent-style-name="S"/><style:style style:name="N" style:family="text"><style:text-properties """
        + """style:text-line-through-style="none"/></style:style><style:style style:name="P" style:family="paragraph">"""
        + """<style:text-properties text:display="none" style:text-line-through-type="double"/></style:style>"""
        + """</office:automatic-styles><office:body><office:text>""";

    [Theory]
    [InlineData("""<text:p>a <text:span text:style-name="H">no </text:span>b</text:p>""", "text: a b")]
    [InlineData(
        """<text:p text:style-name="P">no<text:span text:style-name="V">yes</text:span></text:p>""",
        "text: ~~yes~~"
    )]
    [InlineData(
        """<text:p>in <text:span text:style-name="S2">20</text:span> <text:span text:style-name="S">a <text:span """
            + """text:style-name="N">b</text:span></text:span></text:p>""",
        "text: in ~~20 a~~ b"
    )]
    [InlineData(
        """<text:section text:display="none"><text:p>no</text:p></text:section><text:section text:display="true">"""
            + """<text:p>yes</text:p></text:section>""",
        "text: yes"
    )]
    [InlineData(
        """<text:section text:display="condition" text:condition="ooow:1 EQ 1"><text:p>no</text:p></text:section>"""
            + """<text:section text:display="condition" text:condition="ooow:0"><text:p>yes</text:p></text:section>""",
        "text: yes"
    )]
    [InlineData(
        """<text:p>no<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/></text:p><text:p>yes"""
            + """<text:hidden-text text:condition="x" text:string-value="a" text:is-hidden="true"> no</text:hidden-text></text:p>""",
        "text: yes"
    )]
    [InlineData(
        """<text:p>a <draw:custom-shape draw:display="none"><text:p>no</text:p></draw:custom-shape>b</text:p>""",
        "text: a b"
    )]
    public void HiddenWordsAreLeftOutAndStruckOnesMarked(string body, string expected) =>
        Assert.Equal(
            [expected],
            ShownBlocks.Of(OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("content.xml", Styles + body + Tail))))
        );

    [Fact]
    public void AHeadingThatBeginsTheCountAnewHasTheNumberItSays()
    {
        byte[] file = OfficeFiles.Zip(
            (
                "styles.xml",
                """<office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:styles>"""
                    + """<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>"""
                    + """</text:outline-style></office:styles></office:document-styles>"""
            ),
            (
                "content.xml",
                Head
                    + """<text:h text:outline-level="1">One</text:h><text:h text:outline-level="1" """
                    + """text:restart-numbering="true" text:start-value="9">Nine</text:h><text:h """
                    + """text:outline-level="1">Ten</text:h>"""
                    + Tail
            )
        );

        Assert.Equal(
            ["1 [1] One", "1 [9] Nine", "1 [10] Ten"],
            ShownBlocks.Of(OfficeFiles.Read(new OdtReader(), file))
        );
    }

    [Theory]
    [InlineData(
        """<text:h text:outline-level="2"><text:number>4.3</text:number>Standards</text:h>"""
            + """<text:p>4.3.1 We reply   in<text:s/>ten<text:tab/>days.</text:p>""",
        "2 [4.3] Standards",
        "text [4.3.1]: We reply in ten\tdays."
    )]
    [InlineData(
        "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p>"
            + "</text:list-item></text:list></text:list-item></text:list>",
        "1 • one",
        "2 • two"
    )]
    [InlineData(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p>"
            + "</table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
            + "</table:table-header-rows><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>"
            + "<table:table-cell><text:p>2</text:p><text:p>3</text:p></table:table-cell></table:table-row>"
            + "</table:table>",
        "table with 1 heads: A | B / 1 | 2\n3"
    )]
    [InlineData(
        """<text:p>Body<text:note><text:note-citation>1</text:note-citation><text:note-body>"""
            + """<text:p>A note.</text:p></text:note-body></text:note> goes on.</text:p>""",
        "text: Body[1] goes on.",
        "{Note} text: [1] A note."
    )]
    [InlineData(
        """<text:p>Body<text:note><text:note-citation text:label="*">*</text:note-citation><text:note-body>"""
            + """<text:p>A note.</text:p></text:note-body></text:note></text:p>""",
        "text: Body*",
        "{Note} text: * A note."
    )]
    [InlineData(
        """<text:p>Before <draw:frame><draw:text-box><text:p>Beside</text:p></draw:text-box>"""
            + """<svg:title xmlns:svg="v">Logo</svg:title><svg:desc xmlns:svg="v">A star</svg:desc>"""
            + """</draw:frame>after</text:p>""",
        "text: Before after",
        "{Note} text: Beside"
    )]
    [InlineData(
        """<text:list><text:list-item><text:p>one</text:p><text:p>and more</text:p></text:list-item></text:list>""",
        "1 • one",
        "text: and more"
    )]
    [InlineData(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>20</text:p></text:deletion>"
            + "</text:changed-region></text:tracked-changes><text:p>within "
            + "10 days</text:p>",
        "text: within 10 days"
    )]
    [InlineData(
        "<text:table-of-content><text:index-body><text:p>1 Scope "
            + "3</text:p></text:index-body></text:table-of-content><text:p>Text<office:annotation>"
            + "<text:p>why?</text:p></office:annotation>.</text:p>",
        "{Contents} text: 1 Scope 3",
        "text: Text."
    )]
    public void PrintedTextComesOutOnce(string content, params string[] expected) =>
        Assert.Equal(
            expected,
            ShownBlocks.Of(OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("content.xml", Head + content + Tail))))
        );

    [Theory]
    [InlineData(
        """<text:h text:outline-level="1">Scope</text:h><text:h text:outline-level="2">Who</text:h>"""
            + """<text:h text:outline-level="2">When</text:h><text:h text:outline-level="1">Rules</text:h>"""
            + """<text:h text:outline-level="2">All</text:h>""",
        "1 [1.] Scope",
        "2 [1.1] Who",
        "2 [1.2] When",
        "1 [2.] Rules",
        "2 [2.1] All"
    )]
    [InlineData(
        """<text:h text:outline-level="1" text:is-list-header="true">Contents</text:h>"""
            + """<text:h text:style-name="Plain" text:outline-level="1">Foreword</text:h>"""
            + """<text:h text:outline-level="1">Scope</text:h>""",
        "1 [] Contents",
        "1 [] Foreword",
        "1 [1.] Scope"
    )]
    [InlineData(
        """<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item>"""
            + """<text:p>b</text:p></text:list-item><text:list-item><text:p>c</text:p></text:list-item>"""
            + """</text:list></text:list-item><text:list-item><text:p>d</text:p></text:list-item></text:list>""",
        "1 (a) [(a)] a",
        "2 iv. [(a)iv] b",
        "2 v. [(a)v] c",
        "1 (b) [(b)] d"
    )]
    [InlineData(
        """<text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item></text:list>"""
            + """<text:p>x</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item>"""
            + """<text:p>b</text:p></text:list-item></text:list><text:list text:style-name="L"><text:list-item>"""
            + """<text:p>c</text:p></text:list-item><text:list-item text:start-value="7"><text:p>d</text:p>"""
            + """</text:list-item></text:list>""",
        "1 (a) [(a)] a",
        "text: x",
        "1 (b) [(b)] b",
        "1 (a) [(a)] c",
        "1 (g) [(g)] d"
    )]
    [InlineData(
        """<text:list><text:list-item><text:p text:style-name="Ticked">a</text:p></text:list-item>"""
            + """</text:list><table:table><table:table-row><table:table-cell><text:list text:style-name="L">"""
            + """<text:list-item><text:p>one</text:p></text:list-item></text:list></table:table-cell>"""
            + """<table:table-cell><text:p>two</text:p></table:table-cell></table:table-row></table:table>""",
        "1 ✔ a",
        "table: (a) one | two"
    )]
    public void NumbersAreThoseThatArePrinted(string content, params string[] expected)
    {
        const string Styles = """
            <office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:styles>
            <style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>
            <style:style style:name="Ticked" style:family="paragraph" style:parent-style-name="Tick"/>
            <style:style style:name="Tick" style:family="paragraph" style:list-style-name="T"/>
            <text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
              <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
              </text:outline-style>
            <text:list-style style:name="L">
              <text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="("
              style:num-suffix=")"/>
              <text:list-level-style-number text:level="2" style:num-format="i" style:num-suffix="."
              text:start-value="4"/></text:list-style>
            <text:list-style style:name="T"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0FC;">
              <style:text-properties style:font-name="Wingdings"/></text:list-level-style-bullet></text:list-style>
            </office:styles></office:document-styles>
            """;

        Assert.Equal(
            expected,
            ShownBlocks.Of(
                OfficeFiles.Read(
                    new OdtReader(),
                    OfficeFiles.Zip(("styles.xml", Styles), ("content.xml", Head + content + Tail))
                )
            )
        );
    }

    [Fact]
    public void TextBeforeDamageIsKept()
    {
        IngestResult result = OfficeFiles.Read(
            new OdtReader(),
            OfficeFiles.Zip(("content.xml", Head + "<text:p>Kept.</text:p><text:p>lost"))
        );

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("Kept.", Assert.IsType<TextBlock>(Assert.Single(result.Document!.Blocks)).Text);
    }

    [Fact]
    public void FileWithoutTextIsUnreadableWithAReason() =>
        Assert.Equal(
            ReadStatus.Unreadable,
            OfficeFiles.Read(new OdtReader(), OfficeFiles.Zip(("mimetype", "x"))).Status
        );
}
