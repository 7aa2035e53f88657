using System.Text;
using CseMapper.Documents.Html;
using CseMapper.Testing;

namespace CseMapper.Documents.Tests.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public void HeadingsParagraphsAndListsAreRead()
    {
        Assert.Equal(
            [
                "1 [] Customer care",
                "2 [2.1] Standards",
                "text: We answer within 10 days.",
                "1 • by phone",
                "2 a. [a] free",
                "1 • by letter",
                "1 3. [3] third",
                "text: Line one\nline two",
            ],
            Blocks(
                "<h1>Customer <em>care</em></h1><h2>2.1 Standards</h2><p>We answer\n within "
                    + "<b>10</b>&nbsp;days.</p><ul><li>by phone<ol type=a><li><p>free</p></ol><li>by letter</ul><ol "
                    + "start=3><li>third</ol><p>Line one<br>line two"
            )
        );
    }

    [Theory]
    [InlineData("<style>.old{display:none}</style><p class='a old'>no</p><p>Seen.</p>")]
    [InlineData(
        "<style><!-- p.old , #x { color:red; VISIBILITY : hidden } --></style><p class=old>no</p><p id=x>no<p>Seen."
    )]
    [InlineData("<style>.old{display:none!important}</style><p class=old style='display:block'>no</p><p>Seen.</p>")]
    [InlineData("<style>p{display:none}.new{display:block}</style><p>no</p><p class=new>Seen.</p>")]
    [InlineData(
        "<style>@media screen{/* } */ .old{display:none}}@media print{.new{display:none}}</style>"
            + "<p class=old>no</p><p class=new>Seen.</p>"
    )]
    [InlineData("<style>@media (max-width: 600px){.new{display:none}}</style><p class=new>Seen.</p>")]
    [InlineData("<p class='d-none'>no</p><p class='d-none d-md-block'>Seen.</p>")]
    [InlineData("<p aria-hidden=true>no</p><p aria-hidden=false>Seen.</p>")]
    [InlineData("<div style='visibility:hidden'>no<p style='visibility:visible'>Seen.</p></div>")]
    [InlineData("<p>Seen<span class=visually-hidden> no</span>.</p>")]
    [InlineData("<p>Seen<span style='position:absolute;left:-9999px'> no</span>.</p>")]
    public void WhatStyleSheetsClassesAndAttributesHideIsLeftOut(string html) =>
        Assert.Equal(["text: Seen."], Blocks(html));

    [Theory]
    [InlineData("<s>20</s> 10")]
    [InlineData("<del>20</del> 10")]
    [InlineData("<strike> 20 </strike>10")]
    [InlineData("<span style='text-decoration: line-through red'>20</span> 10")]
    [InlineData("<style>.x i{text-decoration-line:line-through}</style><span class=x><i>20</i></span> 10")]
    [InlineData("<del><b>20</b></del> <s style='text-decoration:none'>10</s>")]
    public void StruckWordsAreMarked(string html) => Assert.Equal(["text: ~~20~~ 10"], Blocks(html));

    [Fact]
    public void WordsOfABlockThatIsStruckAreMarkedInEachOfItsParts() =>
        Assert.Equal(
            ["text: ~~one~~", "1 • ~~two~~", "table: ~~three~~", "text: four"],
            Blocks("<del><p>one</p><ul><li>two</ul><table><tr><td>three</table></del><p>four")
        );

    [Fact]
    public void ItemsHaveTheNumbersThatABrowserPrints() =>
        Assert.Equal(
            [
                "1 3. [3] a",
                "1 9. [9] b",
                "1 10. [10] c",
                "1 2. [2] d",
                "1 1. [1] e",
                "1 10. [10] f",
                "1 9. [9] g",
                "1 iv. [iv] h",
                "1 z. [z] i",
                "1 aa. [aa] j",
                "1 03. [03] k",
                "1 • l",
            ],
            Blocks(
                "<ol start=3><li>a<li value=9>b<li>c</ol><ol reversed><li>d<li>e</ol><ol reversed start=10><li>f<li>g</ol>"
                    + "<ol style='list-style-type:lower-roman' start=4><li>h</ol><ol type=a start=26><li>i<li>j</ol>"
                    + "<style>.z{list-style:decimal-leading-zero inside}</style><ol class=z start=3><li>k</ol><ul><li>l</ul>"
            )
        );

    [Fact]
    public void WhatABrowserDoesNotShowAsTextIsLeftOut()
    {
        Assert.Equal(
            ["text: Seen."],
            Blocks(
                "<head><title>T</title><style>p{}</style></head><nav><a href=/>Home</a></nav><script>var "
                    + "x='<p>no</p>'</script><p hidden>no</p><p style='display: "
                    + "none'>no</p><template><p>no</p></template><p>Seen.</p>"
            )
        );
    }

    [Fact]
    public void HeadAndFootOfThePageAreMarkedAndThoseOfAnArticleAreText()
    {
        Assert.Equal(
            ["{Header} text: Council", "1 [] Policy", "text: By us", "{Aside} text: Related", "{Footer} text: Contact"],
            Blocks(
                "<header>Council</header><article><header><h1>Policy</h1></header><footer>By "
                    + "us</footer></article><aside>Related</aside><footer>Contact</footer>"
            )
        );
    }

    [Fact]
    public void TablesKeepColumnsOverSpans()
    {
        Assert.Equal(
            ["table with 1 heads: Service | Target |  / Calls | 20 s | 95 % /  | 30 s | 99 %"],
            Blocks(
                "<table><tr><th>Service<th colspan=2>Target</tr><tr><td rowspan=2>Calls<td>20 s<td>95 "
                    + "%</tr><tr><td>30 s<td>99 %</tr></table>"
            )
        );
    }

    [Fact]
    public void AnInnerTableIsTextOfItsCell()
    {
        Assert.Equal(["table: a | b\nc"], Blocks("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>"));
    }

    [Fact]
    public void TheTitleIsAFact()
    {
        Assert.Equal(
            "Complaints Policy",
            Read("<title>Complaints\n Policy</title><p>Text").Document!.Facts.Title!.Text
        );
    }

    [Fact]
    public void ThePagesOwnEncodingCountsWhereItIsNotUtf8()
    {
        byte[] bytes = [.. "<meta charset=iso-8859-2><p>"u8, 0xB9, .. "</p>"u8];
        using MemoryStream stream = new(bytes);

        Assert.Equal(
            ["text: š"],
            ShownBlocks.Of(new HtmlReader().Read(stream, ReadOptions.Default, CancellationToken.None))
        );
    }

    [Fact]
    public void APageNestedBeyondReasonIsReadAsWordsOnly()
    {
        IngestResult result = Read(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "Words &amp; more");

        Assert.Equal(ReadStatus.PartlyRead, result.Status);
        Assert.Equal("Words & more", Assert.IsType<TextBlock>(Assert.Single(result.Document!.Blocks)).Text);
    }

    [Fact]
    public void ManyUnclosedParagraphsAreNotDeep()
    {
        IngestResult result = Read(
            string.Concat(Enumerable.Range(0, 2000).Select(i => $"<p>Paragraph {i}<ul><li>one<li>two</ul>"))
        );

        Assert.Equal(ReadStatus.Read, result.Status);
        Assert.Equal(6000, result.Document!.Blocks.Count);
    }

    private static IngestResult Read(string html)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(html));
        return new HtmlReader().Read(stream, ReadOptions.Default, CancellationToken.None);
    }

    private static string[] Blocks(string html) => ShownBlocks.Of(Read(html));
}
