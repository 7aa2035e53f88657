using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class ReplacementTextTests
{
    private const string Encoding = "<</BaseEncoding/WinAnsiEncoding/Differences[1/g1/uniE000/.notdef]>>";

    [Theory]
    [InlineData("\\001")]
    [InlineData("\\002")]
    [InlineData("\\003")]
    [InlineData("fi")]
    public void ReplacementTextStandsWhereALetterWithoutNameIsDrawn(string code) =>
        Assert.Equal(
            "The Office opens\n",
            DrawnPage.TextOf(
                $"BT /F 11 Tf 1 0 0 1 60 700 Tm (The Of) Tj /Span<</ActualText(fi)>> BDC ({code}) Tj EMC (ce opens) Tj ET",
                Encoding
            )
        );

    [Fact]
    public void AWholeWordMayBeReplaced() =>
        Assert.Equal(
            "We are effective today\n",
            DrawnPage.TextOf(
                "BT /F 11 Tf 1 0 0 1 60 700 Tm (We are ) Tj /Span<</ActualText(effective)>> BDC (\\001\\002\\003\\001\\002) Tj EMC ( "
                    + "today) Tj ET",
                Encoding
            )
        );

    [Fact]
    public void EmptyReplacementTextTakesLettersAway() =>
        Assert.Equal(
            "policy\n",
            DrawnPage.TextOf(
                "BT /F 11 Tf 1 0 0 1 60 700 Tm (pol) Tj /Span<</ActualText()>> BDC (-) Tj EMC [333 (icy)] TJ ET",
                Encoding
            )
        );
}
