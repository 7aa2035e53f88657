namespace CseMapper.Passages.Splitting;

/// <summary>Counts words: what stands between white space.</summary>
internal static class WordCount
{
    /// <summary>A "word" of this many characters counts twice, and so on: scripts without blanks and endless addresses
    /// stay bounded too.</summary>
    public const int LongWord = 30;

    /// <summary>The number of words of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 0;
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                length = 0;
                continue;
            }
            if (length % LongWord == 0)
                words++;
            length++;
        }
        return words;
    }
}
