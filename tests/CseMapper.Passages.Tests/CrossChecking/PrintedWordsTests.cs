using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Tests.CrossChecking;

public sealed class PrintedWordsTests
{
    [Theory]
    [InlineData("The Café’s OFFICE", "the cafes office")]
    [InlineData("eﬃcient ﬂow", "efficient flow")]
    [InlineData("soft\u00ADhyphen, zero\u200Dwidth", "softhyphen zerowidth")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("10 m² note³", "10 m2 note3")]
    [InlineData("4.3.2 (b) – end", "4 3 2 b end")]
    [InlineData("projectʼs 'quoted'", "projects quoted")]
    [InlineData(" \t\n", "")]
    [InlineData("broken \uD800 pair", "broken pair")]
    public void WordsAreLettersAndFiguresInTheirSimplestForm(string text, string words)
    {
        PrintedWords found = PrintedWords.Of(text);

        Assert.Equal(words, string.Join(' ', Enumerable.Range(0, found.Count).Select(i => found[i])));
    }

    [Fact]
    public void EachWordKnowsWhereItWasPrinted()
    {
        const string text = "  ﬁrst, (Café) last";
        PrintedWords words = PrintedWords.Of(text);

        Assert.Equal(
            ["ﬁrst", "Café", "last"],
            Enumerable
                .Range(0, words.Count)
                .Select(words.PlaceOf)
                .Select(place => text.Substring(place.Start, place.Length))
        );
    }
}
