using CseMapper.Documents;
using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text;

public sealed class FormFieldTests
{
    [Theory]
    [InlineData("/FT/Tx/V(Gwenllian)", "Gwenllian")]
    [InlineData("/FT/Ch/V(w2)/Opt[[(w1)(Castle)][(w2)(Harbour)]]", "Harbour")]
    [InlineData("/FT/Ch/V[(w2)(w1)]/Opt[[(w1)(Castle)][(w2)(Harbour)]]", "Harbour, Castle")]
    [InlineData("/FT/Ch/V(Harbour)/Opt[(Castle)(Harbour)]", "Harbour")]
    [InlineData("/FT/Btn/AS/Yes/TU(I agree)", "☑ I agree")]
    [InlineData("/FT/Btn/Ff 32768/AS/Very#20much/TU(Satisfied)", "☑ Satisfied: Very much")]
    [InlineData("/FT/Btn/Ff 32768/AS/1/TU(Satisfied)/Opt[(No)(Quite)]", "☑ Satisfied: Quite")]
    [InlineData("/FT/Btn/Ff 32768/AS/1/TU(Satisfied)", "☑ Satisfied")]
    public void AFieldSaysWhatTheFormShows(string field, string expected) =>
        Assert.Equal([expected], Fields(field).Blocks.Select(block => ((TextBlock)block).Text));

    [Theory]
    [InlineData("/FT/Btn/AS/Off/TU(I agree)")]
    [InlineData("/FT/Btn/Ff 65536/AS/Yes/TU(Send)")]
    [InlineData("/FT/Tx/V(kept back)/F 2")]
    public void WhatIsNotFilledInSaysNothing(string field) => Assert.Empty(Fields(field).Blocks);

    [Fact]
    public void ALongValueStandsInItsBoxLineByLine()
    {
        string text = Fields("/FT/Tx/Ff 4096/V(The counter was friendly and the answer came within four working days)")
            .Pages[0]
            .Text;
        Assert.Equal(
            ["The counter was friendly and the answer came", "within four working days", ""],
            text.Split('\n')
        );
    }

    private static PdfContent Fields(string field)
    {
        SmallPdf pdf = DrawnPage.Make("");
        pdf.Add(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[7 0 R]>>");
        pdf.Add(7, $"<</Type/Annot/Subtype/Widget/T(f)/Rect[100 600 320 700]{field}>>");
        return DrawnPage.Read(pdf);
    }
}
