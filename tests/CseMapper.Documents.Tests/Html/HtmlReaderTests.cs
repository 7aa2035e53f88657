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
