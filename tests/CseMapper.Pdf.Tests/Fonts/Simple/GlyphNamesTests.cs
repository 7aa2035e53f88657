using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Tests.Fonts.Simple;

public class GlyphNamesTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("zero", "0")]
    [InlineData("zukatakana", "ズ")]
    [InlineData("eacute", "é")]
    [InlineData("quoteright", "’")]
    [InlineData("dalethatafpatahhebrew", "\u05D3\u05B2")]
    [InlineData("uni20AC", "€")]
    [InlineData("uni00660069", "fi")]
    [InlineData("u1F600", "\U0001F600")]
    [InlineData("u20AC", "€")]
    [InlineData("f_f_i", "ffi")]
    [InlineData("a.sc", "a")]
    [InlineData("Lcommaaccent_uni20AC0308_u1040C.alternate", "\u013B\u20AC\u0308\U0001040C")]
    public void ANameGivesItsTextByTheRulesOfTheGlyphList(string name, string text) =>
        Assert.Equal(text, GlyphNames.Text(name, dingbats: false));

    [Theory]
    [InlineData("")]
    [InlineData(".notdef")]
    [InlineData("foo")]
    [InlineData("uniD801DC0C")]
    [InlineData("uni20A")]
    [InlineData("uD800")]
    [InlineData("u110000")]
    [InlineData("g36")]
    [InlineData("a10")]
    public void ANameOutsideTheRulesGivesNothing(string name) => Assert.Null(GlyphNames.Text(name, dingbats: false));

    [Fact]
    public void DingbatNamesCountInDingbatFontsOnly() => Assert.Equal("✡", GlyphNames.Text("a10", dingbats: true));

    [Fact]
    public void EveryNameOfTheListIsFound()
    {
        foreach (string line in FontTables.Lines("glyphlist.txt"))
        {
            string[] fields = line.Split(';');
            string expected = string.Concat(fields[1].Split(' ').Select(value => (char)Convert.ToInt32(value, 16)));
            Assert.Equal(expected, GlyphList.Adobe.Find(fields[0]));
        }
    }
}
