namespace CseMapper.Reports.Tests;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "0 copies")]
    [InlineData(1, "1 copy")]
    [InlineData(2, "2 copies")]
    [InlineData(2310, "2,310 copies")]
    public void TheNounFollowsTheNumber(int number, string words) =>
        Assert.Equal(words, Plural.Count(number, "copy", "copies"));

    [Fact]
    public void MostNounsTakeAnS() =>
        Assert.Equal("1 page, 3 pages", $"{Plural.Count(1, "page")}, {Plural.Count(3, "page")}");
}
