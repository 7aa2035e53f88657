using CseMapper.Pdf.Tests.Objects;

namespace CseMapper.Pdf.Tests.Text.Interpreting;

public sealed class OptionalContentTests
{
    [Theory]
    [InlineData("/P/AnyOff/OCGs[8 0 R]", "", "Shown\n")]
    [InlineData("/P/AllOff/OCGs[8 0 R]", "", "Shown\n")]
    [InlineData("/VE[/Not 8 0 R]", "", "Shown\n")]
    [InlineData("/P/AnyOff/OCGs[8 0 R]", "/OFF[8 0 R]", "Layer\nShown\n")]
    [InlineData("/P/AnyOn/OCGs[8 0 R 9 0 R]", "/OFF[8 0 R]", "Layer\nShown\n")]
    [InlineData("/P/AllOn/OCGs[8 0 R 9 0 R]", "/OFF[8 0 R]", "Shown\n")]
    [InlineData("/OCGs[8 0 R]", "/BaseState/OFF/ON[8 0 R]", "Layer\nShown\n")]
    [InlineData("/OCGs[9 0 R]", "/BaseState/OFF/ON[8 0 R]", "Shown\n")]
    public void AMembershipDictionaryDecidesWhatIsShown(string membership, string configuration, string expected)
    {
        SmallPdf pdf = DrawnPage.Make(
            "/OC/L BDC BT /F 10 Tf 20 700 Td (Layer) Tj ET EMC BT /F 10 Tf 20 680 Td (Shown) Tj ET"
        );
        pdf.Add(1, $"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R 9 0 R]/D<<{configuration}>>>>>>");
        pdf.Add(
            3,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 "
                + "R>>/Properties<</L 7 0 R>>>>>>"
        );
        pdf.Add(7, $"<</Type/OCMD{membership}>>").Add(8, "<</Type/OCG/Name(One)>>").Add(9, "<</Type/OCG/Name(Two)>>");
        Assert.Equal(expected, DrawnPage.Read(pdf).Pages[0].Text);
    }
}
