using CseMapper.Pdf.Catalog;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Catalog;

public sealed class PageLabelsTests
{
    [Theory]
    [InlineData("[0<</S/D>>]", "1 2 3 4")]
    [InlineData("[0<</S/r>>2<</S/D/St 7/P(A-)>>]", "i ii A-7 A-8")]
    [InlineData("[0<</S/R/St 1998>>]", "MCMXCVIII MCMXCIX MM MMI")]
    [InlineData("[1<</S/a/St 26>>]", "1 z aa bb")]
    [InlineData("[0<</P(x)>>]", "x x x x")]
    [InlineData("[2<</S/D/St -4>>0<</S/A>>]", "A B 1 2")]
    [InlineData("[0<</S/R/St 999999999>>]", "999999999 1000000000 1000000001 1000000002")]
    public void LabelsFollowTheirRanges(string ranges, string expected)
    {
        PdfFile file = new SmallPdf()
            .Add(1, $"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums{ranges}>>>>")
            .Add(2, "<</Kids[<</Type/Page>><</Type/Page>><</Type/Page>><</Type/Page>>]>>")
            .End()
            .Open();
        Assert.Equal(expected, string.Join(' ', PageLabels.Read(file)!));
    }

    [Fact]
    public void AFileWithoutLabelsHasNone()
    {
        Assert.Null(PageLabels.Read(SmallPdf.OnePage().End().Open()));
    }
}
