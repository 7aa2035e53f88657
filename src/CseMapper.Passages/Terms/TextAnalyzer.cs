namespace CseMapper.Passages.Terms;

/// <summary>
/// Turns text into terms: Unicode words, case and accents folded, British and American spelling brought together,
/// English stems. The same for documents, elements and searches.
/// </summary>
public static class TextAnalyzer
{
    /// <summary>Words beyond this length (letters run together, codes) are cut there.</summary>
    internal const int LongestWord = 48;

    /// <summary>The term of all words that turn a statement round: not, no, never, without, cannot, don't.</summary>
    public const string Negation = "not";

    /// <summary>All words of a text, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Stop words included, so that phrases can be told.</returns>
    public static IReadOnlyList<TextTerm> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextTerm> terms = [];
        Span<char> buffer = stackalloc char[BufferLength];
        WordBreaker words = new(text);
        while (words.MoveNext())
        {
            int length = ToTerm(text.AsSpan(words.Start, words.End - words.Start), buffer, out bool isStopWord);
            if (length > 0)
                terms.Add(new TextTerm(words.Start, words.End - words.Start, buffer[..length].ToString(), isStopWord));
        }

        return terms;
    }

    /// <summary>The length a buffer for <see cref="ToTerm"/> needs.</summary>
    public const int BufferLength = (LongestWord * 3) + 8;

    /// <summary>The folded form of a word: what two spellings of it in capitals or accents have in common.</summary>
    /// <returns>How much of <paramref name="buffer"/> was written.</returns>
    internal static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in word.Length > LongestWord ? word[..LongestWord] : word)
        {
            if (c is not ('.' or ',' or '-' or '\u2010' or '\u2011'))
                length += CharacterFolding.Fold(c, buffer[length..]);
            else if (c == '.' && length > 0 && char.IsAsciiDigit(buffer[length - 1]))
                buffer[length++] = c;
        }

        return length;
    }

    /// <summary>Turns one word into its term.</summary>
    /// <param name="word">As <see cref="WordBreaker"/> found it.</param>
    /// <param name="buffer">Takes the term.</param>
    /// <param name="isStopWord">True for words that say nothing of the subject; their term is the folded word.</param>
    /// <returns>The term's length; 0 where nothing of the word remains.</returns>
    public static int ToTerm(ReadOnlySpan<char> word, Span<char> buffer, out bool isStopWord) =>
        StemFolded(buffer, Fold(word, buffer), out isStopWord);

    /// <summary>Turns a folded word at the start of the buffer into its term.</summary>
    internal static int StemFolded(Span<char> buffer, int length, out bool isStopWord)
    {
        if (StopWords.IsNegation(buffer[..length]))
        {
            isStopWord = false;
            Negation.CopyTo(buffer);
            return Negation.Length;
        }

        isStopWord = StopWords.Contains(buffer[..length]);
        if (isStopWord || length < 3)
            return length;
        SpellingVariants.WriteIze(buffer[..length]);
        length = EnglishStemmer.Stem(buffer[..length]);
        if (SpellingVariants.SharedStem(buffer[..length]) is not { } shared)
            return length;
        shared.CopyTo(buffer);
        return shared.Length;
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Start">Its first character in the text, in UTF-16 code units.</param>
/// <param name="Length">How many.</param>
/// <param name="Term">Its stem; for a stop word the word itself in lower case.</param>
/// <param name="IsStopWord">True for words that say nothing of the subject.</param>
public readonly record struct TextTerm(int Start, int Length, string Term, bool IsStopWord);
