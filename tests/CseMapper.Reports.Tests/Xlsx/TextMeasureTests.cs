using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports.Tests.Xlsx;

public sealed class TextMeasureTests
{
    [Theory]
    [InlineData("", 10, 1)]
    [InlineData("word", 10, 1)]
    [InlineData("one\ntwo\nthree", 40, 3)]
    [InlineData("ten digits 0123456789 and more of them", 12, 4)]
    [InlineData("unbreakableunbreakableunbreakable", 10, 4)]
    [InlineData("顧客サービス方針", 10, 2)]
    public void LinesAreCountedAsACellBreaksThem(string text, double width, int lines) =>
        Assert.Equal(lines, TextMeasure.Lines(text, width));
}
