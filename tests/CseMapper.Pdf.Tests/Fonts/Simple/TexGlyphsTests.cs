using CseMapper.Pdf.Fonts;
using static CseMapper.Pdf.Tests.Fonts.FontObjects;

namespace CseMapper.Pdf.Tests.Fonts.Simple;

public sealed class TexGlyphsTests
{
    [Theory]
    [InlineData(new[] { 12, 92, 101, 123 }, "fi“e–")]
    [InlineData(new[] { 28, 34, 101, 190 }, "fi\"e¿")]
    [InlineData(new[] { 136 }, "•")]
    [InlineData(new[] { 15, 20 }, "•≤")]
    [InlineData(new[] { 49, 123, 53 }, "1–5")]
    public void ABitmapFontHasTheEncodingItsCodesTell(int[] codes, string expected) =>
        Assert.Equal(expected, Read(TexFont(codes, width: 0), [.. codes.Select(code => (byte)code)]));

    [Fact]
    public void TypewriterKeepsAscii() => Assert.Equal("e{\"", Read(TexFont([101, 123, 34], width: 525), 101, 123, 34));

    [Fact]
    public void OtherNamesAreLeftAlone() =>
        Assert.Equal("\uFFFDe", Read(Type3([12, "a13", 101, "a101"], [500, 400]), 12, 101));

    private static PdfFont TexFont(int[] codes, int width) =>
        Type3(
            [.. codes.Order().SelectMany(code => new object[] { code, $"a{code}" })],
            [.. Enumerable.Range(1, 256).Select(code => (object)(width > 0 ? width : 400 + code))]
        );

    private static PdfFont Type3(object[] differences, object[] widths) =>
        Font(
            Dictionary(
                ("Subtype", "Type3"),
                ("FirstChar", 0),
                ("Widths", FontObjects.Array(widths)),
                ("Encoding", Dictionary(("Differences", FontObjects.Array(differences))))
            )
        );
}
