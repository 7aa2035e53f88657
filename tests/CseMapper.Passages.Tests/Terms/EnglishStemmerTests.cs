using CseMapper.Passages.Terms;

namespace CseMapper.Passages.Tests.Terms;

public sealed class EnglishStemmerTests
{
    private static string Stem(string word)
    {
        char[] letters = word.ToCharArray();
        return new string(letters, 0, EnglishStemmer.Stem(letters));
    }

    [Fact]
    public void AgreesWithThePublishedVocabulary()
    {
        string[][] pairs =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Terms", "snowball-english-sample.txt"))
                .Where(line => line[0] != '#')
                .Select(line => line.Split('\t')),
        ];
        Assert.True(pairs.Length > 300);
        Assert.All(pairs, pair => Assert.Equal(pair[1], Stem(pair[0])));
    }

    [Theory]
    [InlineData("as")]
    [InlineData("")]
    [InlineData("y")]
    public void LeavesWordsOfTwoLettersAlone(string word) => Assert.Equal(word, Stem(word));
}
