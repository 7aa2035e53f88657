using System.Globalization;
using CseMapper.Documents;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Flows;

public sealed class PageNumbersTests
{
    [Theory]
    [InlineData("7", "", 7, -1)]
    [InlineData("- 7 -", "", 7, -1)]
    [InlineData("Page 7 of 12", "", 7, 12)]
    [InlineData("7/12", "", 7, 12)]
    [InlineData("F-24", "F-", 24, -1)]
    [InlineData("7 | P a g e", "", 7, -1)]
    [InlineData("| iv", "i", 4, -1)]
    [InlineData("XII", "I", 12, -1)]
    public void NumbersOfPagesAreRead(string text, string prefix, int value, int total) =>
        Assert.Equal(new PageNumber(prefix, value, total), PageNumberSyntax.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("A24")]
    [InlineData("24 days")]
    [InlineData("F-24b")]
    [InlineData("7 of them")]
    [InlineData("complaints")]
    [InlineData("123456")]
    public void OtherWordsAreNone(string text) => Assert.Null(PageNumberSyntax.Read(text));

    [Theory]
    [InlineData("F-{0}", 23)]
    [InlineData("{0}", 101)]
    [InlineData("Page {0}", 12)]
    public void NumbersThatRiseWithThePagesAreNoText(string format, int first)
    {
        SmallPdf pdf = new SmallPdf()
            .Add(1, "<</Type/Catalog/Pages 2 0 R>>")
            .Add(2, "<</Type/Pages/Kids[10 0 R 20 0 R 30 0 R]/Count 3>>")
            .Add(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        for (int page = 0; page < 3; page++)
        {
            string number = string.Format(CultureInfo.InvariantCulture, format, first + page);
            pdf.Add(
                (page + 1) * 10,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {(page * 10) + 11} 0 R/Resources<</Font<</F 5 0 R>>>>>>"
            );
            pdf.AddStream(
                (page * 10) + 11,
                "",
                DrawnPage.Lines(
                    (60, 700, 11, "The council answers every complaint that it is told of and"),
                    (60, 686, 11, "tells the customer who complained what it will do"),
                    (page == 1 ? 540 : 60, 60 + (12 * page), 11, number)
                )
            );
        }

        IReadOnlyList<Block> blocks = DrawnPage.Read(pdf).Blocks;
        Assert.Equal(3, blocks.Count(block => block.Role == BlockRole.Footer));
        Assert.DoesNotContain(
            blocks,
            block => block.Role == BlockRole.Body && block is TextBlock text && text.Text.Any(char.IsDigit)
        );
    }
}
