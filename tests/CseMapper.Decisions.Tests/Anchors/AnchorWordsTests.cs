using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Tests.Anchors;

public sealed class AnchorWordsTests
{
    [Theory]
    [InlineData("1.2.3 Stop")]
    [InlineData("1.2.3. Stop")]
    [InlineData("(1.2.3 Stop")]
    [InlineData("2.5 Stop")]
    [InlineData("2.5. Stop")]
    [InlineData("12. Stop")]
    [InlineData("3) Stop")]
    [InlineData("(3) Stop")]
    [InlineData("a) Stop")]
    [InlineData("(abc) Stop")]
    [InlineData("iv. Stop")]
    [InlineData("ii) Stop")]
    [InlineData("b. Stop")]
    [InlineData("• Stop")]
    [InlineData("- Stop")]
    [InlineData("– Stop")]
    [InlineData("▪ Stop")]
    [InlineData("◦ Stop")]
    [InlineData("* Stop")]
    [InlineData("o Stop")]
    [InlineData("4.(a)(ii) Stop")]
    [InlineData("1)(b) Stop")]
    public void ALabelAtTheStartOfALineIsNoWord(string line)
    {
        Assert.Equal(["stop"], new AnchorWords(line).Words);
        Assert.Equal(["go", "stop"], new AnchorWords("Go\n" + line).Words);
    }

    [Theory]
    [InlineData("2.5 hours", new[] { "2.5", "hours" })]
    [InlineData("12 days", new[] { "12", "days" })]
    [InlineData("within 3) days", new[] { "within", "3", "days" })]
    [InlineData("a day", new[] { "a", "day" })]
    [InlineData("abcde) day", new[] { "abcde", "day" })]
    public void FiguresAndWordsAreKept(string line, string[] words) => Assert.Equal(words, new AnchorWords(line).Words);

    [Theory]
    [InlineData("Costs £1,200.50", new[] { "costs", "£", "1,200.50" })]
    [InlineData("At 10:30 some 95% came", new[] { "at", "10:30", "some", "95%", "came" })]
    [InlineData("Under −5 or -5", new[] { "under", "-", "5", "or", "-", "5" })]
    [InlineData("~~20~~ 10", new[] { "~~", "20", "~~", "10" })]
    [InlineData("The customer’s café", new[] { "the", "customer's", "café" })]
    [InlineData("p ≥ 5, well-known", new[] { "p", "≥", "5", "well", "known" })]
    public void SignsThatChangeAFigureAreWords(string line, string[] words) =>
        Assert.Equal(words, new AnchorWords(line).Words);
}
