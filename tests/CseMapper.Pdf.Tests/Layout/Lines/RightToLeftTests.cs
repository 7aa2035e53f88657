using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Layout.Lines;

public sealed class RightToLeftTests
{
    /// <summary>"kitab jadid", a new book.</summary>
    private const string Words = "\u0643\u062A\u0627\u0628 \u062C\u062F\u064A\u062F\n";

    [Fact]
    public void WordsDrawnLetterByLetterFromTheRightStayWhole() =>
        Assert.Equal(
            Words,
            TextOf(
                "1 0 0 1 294 700 Tm (a) Tj 1 0 0 1 288 700 Tm (b) Tj 1 0 0 1 282 700 Tm (c) Tj 1 0 0 1 276 700 Tm (d) Tj 1 0 0 1 273 "
                    + "700 Tm ( ) Tj 1 0 0 1 267 700 Tm (e) Tj "
                    + "1 0 0 1 261 700 Tm (f) Tj 1 0 0 1 255 700 Tm (g) Tj 1 0 0 1 249 700 Tm (f) Tj"
            )
        );

    [Fact]
    public void WordsDrawnWholeFromTheRightStayApart() =>
        Assert.Equal(
            Words,
            TextOf("1 0 0 1 276 700 Tm (dcba) Tj 1 0 0 1 273 700 Tm ( ) Tj 1 0 0 1 249 700 Tm (fgfe) Tj")
        );

    [Fact]
    public void WordsDrawnFromTheLeftStayApart() => Assert.Equal(Words, TextOf("1 0 0 1 249 700 Tm (fgfe dcba) Tj"));

    private static string TextOf(string content)
    {
        SmallPdf pdf = DrawnPage.Make($"BT /F 12 Tf {content} ET");
        pdf.Add(
            5,
            "<</Type/Font/Subtype/TrueType/BaseFont/Kitab/FirstChar 32/LastChar 103/Widths["
                + string.Join(' ', Enumerable.Range(32, 72).Select(code => code == 32 ? 250 : 500))
                + "]/Encoding<</Differences[97/uni0643/uni062A/uni0627/uni0628/uni062C/uni062F/uni064A]>>>>"
        );
        return DrawnPage.Read(pdf).Pages[0].Text;
    }
}
