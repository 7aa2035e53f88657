using CseMapper.Pdf.Fonts.Letters;

namespace CseMapper.Pdf.Tests.Fonts.Letters;

public class LetterTallyTests
{
    [Theory]
    [MemberData(nameof(LetterTexts.Languages), MemberType = typeof(LetterTexts))]
    public void LanguagesFiguresAndFormsAreNoGibberish(string text) =>
        Assert.NotEqual(LetterVerdict.Gibberish, Judge(text));

    [Fact]
    public void ScrambledTextIsGibberish()
    {
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.ByGlyphIndex(LetterTexts.English)));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Moved(LetterTexts.English, 3)));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Swapped(LetterTexts.English)));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Renumbered(LetterTexts.English, '!')));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Renumbered(LetterTexts.English, 'A')));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Renumbered(LetterTexts.English, 'À')));
        Assert.Equal(LetterVerdict.Gibberish, Judge(LetterTexts.Renumbered(LetterTexts.English, '\uE001')));
    }

    [Fact]
    public void AFewLettersAreNotJudged()
    {
        Assert.Equal(LetterVerdict.TooShort, Judge(""));
        Assert.Equal(LetterVerdict.TooShort, Judge("XQZ-7739/B KVWX"));
    }

    [Fact]
    public void ResettingForgetsEverything()
    {
        LetterTally tally = new();
        tally.Add(LetterTexts.Swapped(LetterTexts.English));
        tally.Reset();
        tally.Add(LetterTexts.English);
        Assert.Equal(LetterVerdict.Readable, tally.Judge());
    }

    private static LetterVerdict Judge(string text)
    {
        LetterTally tally = new();
        tally.Add(text);
        return tally.Judge();
    }
}
