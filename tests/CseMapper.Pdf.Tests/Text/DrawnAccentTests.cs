using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class DrawnAccentTests
{
    [Theory]
    [InlineData("[(T^)469(y Glan)] TJ", "Tŷ Glan\n")]
    [InlineData("[(y)485(^ bach)] TJ", "ŷ bach\n")]
    [InlineData("[(M^)513(on)] TJ", "Môn\n")]
    [InlineData("[(d^)600(wr, ^)600(wyn)] TJ", "dŵr, ŵyn\n")]
    public void AnAccentDrawnOverALetterIsPartOfIt(string show, string expected) =>
        Assert.Equal(expected, DrawnPage.TextOf($"BT /F 10 Tf 20 700 Td {show} ET"));

    [Theory]
    [InlineData("(n^e x`a) Tj", "n^e x`a\n")]
    [InlineData("(10^2) Tj", "10^2\n")]
    [InlineData("(~/a) Tj", "~/a\n")]
    public void AccentsBesideLettersStayThemselves(string show, string expected) =>
        Assert.Equal(expected, DrawnPage.TextOf($"BT /F 10 Tf 20 700 Td {show} ET"));

    [Fact]
    public void TheAccentOfACapitalIsDrawnHigher() =>
        Assert.Equal(
            "Ynys Ŷn\n",
            DrawnPage.TextOf("BT /F 10 Tf 20 700 Td (Ynys ) Tj 26.69 2.5 Td (^) Tj -1 -2.5 Td (Yn) Tj ET")
        );
}
