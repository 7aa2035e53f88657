using CseMapper.Documents.Sheets;

namespace CseMapper.Documents.Tests.Sheets;

public sealed class NumberFormatTests
{
    private const int DayZeroOf1900 = 693_593;

    [Theory]
    [InlineData("""0" working days" """, 10, "10 working days")]
    [InlineData("""0\ "days" """, 10, "10 days")]
    [InlineData("""General" days" """, 2.5, "2.5 days")]
    [InlineData("""[>=90]"Met";[<90]"Missed" """, 95, "Met")]
    [InlineData("""[>=90]"Met";[<90]"Missed" """, 12, "Missed")]
    [InlineData("""[=1]"Yes";[=0]"No";General""", 0, "No")]
    [InlineData("""[=1]"Yes";[=0]"No";General""", 7, "7")]
    [InlineData("""[<1]0%;0" of 10" """, 0.5, "50%")]
    [InlineData("""0;-0;"none" """, 0, "none")]
    [InlineData("""0;-0;"none" """, -3, "-3")]
    [InlineData(";;;", 5, "")]
    [InlineData("00000", 42, "00042")]
    [InlineData("000-0000", 5551234, "555-1234")]
    [InlineData("00000\\ 000000", 1132475000, "01132 475000")]
    [InlineData("#,##0", 1234567, "1,234,567")]
    [InlineData("\"£\"#,##0.00", 1234.5, "£1,234.50")]
    [InlineData("[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", -5, "-£5.00")]
    [InlineData("£#,##0;(£#,##0)", -1200, "(£1,200)")]
    [InlineData("_-£* #,##0.00_-;-£* #,##0.00_-", 12.5, "£12.50")]
    [InlineData("#,##0,\"k\"", 45600, "46k")]
    [InlineData("0.0,,\" m\"", 2_540_000, "2.5 m")]
    [InlineData("0%", 0.954, "95%")]
    [InlineData("0.0%", 0.9546, "95.5%")]
    [InlineData("0.00", -0.001, "0.00")]
    [InlineData("0.0#", 1.5, "1.5")]
    [InlineData("#.##", 0.5, ".5")]
    [InlineData("0.00E+00", 12345, "1.23E+04")]
    [InlineData("# ?/?", 1.5, "1 1/2")]
    [InlineData("# ??/??", 0.3125, "5/16")]
    [InlineData("# ?/8", 2.25, "2 2/8")]
    [InlineData("# ?/?", 3, "3")]
    public void ANumberIsShownAsTheFormatSays(string code, double value, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code.TrimEnd()).Show(value, DayZeroOf1900).Trim());

    [Theory]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("[hh]:mm:ss", 0.5, "12:00:00")]
    [InlineData("[mm]:ss", 0.0625, "90:00")]
    [InlineData("h:mm AM/PM", 0.7291666667, "5:30 PM")]
    [InlineData("hh:mm", 0.375, "09:00")]
    [InlineData("mm:ss", 0.0024305556, "03:30")]
    [InlineData("dd/mm/yyyy", 45748, "01/04/2025")]
    [InlineData("d mmm yy", 45748, "1 Apr 25")]
    [InlineData("mmmm yyyy", 45748, "April 2025")]
    [InlineData("dddd d mmmm yyyy", 45748, "Tuesday 1 April 2025")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45748, "Tuesday, April 01, 2025")]
    [InlineData("dd/mm/yyyy hh:mm", 45748.5, "01/04/2025 12:00")]
    [InlineData("yyyy-mm-dd", -3, "-3")]
    [InlineData("yyyy", 1e300, "1E+300")]
    public void ADayOrTimeIsShownAsTheFormatSays(string code, double value, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code).Show(value, DayZeroOf1900));

    [Theory]
    [InlineData("\"Ref: \"@", "A12", "Ref: A12")]
    [InlineData("0;-0;0;\"Note: \"@", "late", "Note: late")]
    [InlineData("0.00", "late", "late")]
    public void ATextIsShownAsTheFormatSays(string code, string text, string expected) =>
        Assert.Equal(expected, NumberFormat.Parse(code).ShowText(text));

    [Theory]
    [InlineData("\"open")]
    [InlineData("[h")]
    [InlineData("\\")]
    [InlineData("_")]
    [InlineData("0.0.0.0/0/%%E+E-")]
    [InlineData("[>=]0;[<x]0;;;;;;")]
    [InlineData("yyyyyyyyyyy[mmmmmmm]ssssss")]
    public void AFormatThatIsNoneDoesNoHarm(string code)
    {
        foreach (double value in (double[])[0, -1, 1e300, double.NaN, double.PositiveInfinity, 45748.25])
            Assert.NotNull(NumberFormat.Parse(code).Show(value, DayZeroOf1900));
    }
}
