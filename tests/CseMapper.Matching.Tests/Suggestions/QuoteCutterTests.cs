using CseMapper.Matching.Suggestions;

namespace CseMapper.Matching.Tests.Suggestions;

public sealed class QuoteCutterTests
{
    private const string Filler =
        "The committee met in the usual place and agreed the minutes of the meeting before, as it does every "
        + "month of the year without fail. ";

    [Fact]
    public void AShortPassageIsShownWhole() => Assert.Equal(new TextSpan(0, 9), QuoteCutter.Cut("Complain.", []));

    [Fact]
    public void ALongPassageIsCutAtSentencesAroundTheMatchedWords()
    {
        const string sentence = "We answer complaints within ten days.";
        string text =
            string.Concat(Enumerable.Repeat(Filler, 5))
            + sentence
            + " "
            + string.Concat(Enumerable.Repeat(Filler, 5)).TrimEnd();
        int place = text.IndexOf("complaints", StringComparison.Ordinal);
        TextSpan quote = QuoteCutter.Cut(text, [new MatchedWord(new TextSpan(place, 10), MatchKind.Word, "complaint")]);
        string shown = text.Substring(quote.Start, quote.Length);
        Assert.Contains(sentence, shown, StringComparison.Ordinal);
        Assert.True(shown.Length <= 420);
        Assert.EndsWith(".", shown, StringComparison.Ordinal);
        Assert.True(char.IsUpper(shown[0]));
    }

    [Fact]
    public void TextWithoutAnySentenceEndIsCutAfterAWord()
    {
        string text = string.Join(' ', Enumerable.Repeat("word", 500));
        TextSpan quote = QuoteCutter.Cut(text, []);
        Assert.InRange(quote.Length, 1, 430);
        Assert.Equal(' ', text[quote.End]);
    }
}
