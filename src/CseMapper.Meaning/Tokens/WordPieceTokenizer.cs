namespace CseMapper.Meaning.Tokens;

/// <summary>A text's word pieces, by number.</summary>
/// <param name="Pieces">Both ends marked.</param>
/// <param name="Cut">How many more there were than fit.</param>
internal readonly record struct TokenizedText(int[] Pieces, int Cut);

/// <summary>Cuts words into the longest pieces that the vocabulary has, from the left.</summary>
/// <remarks>Wu et al., "Google's Neural Machine Translation System", 2016; as BERT's model without upper case has it.
/// </remarks>
internal sealed class WordPieceTokenizer(Vocabulary vocabulary)
{
    /// <summary>Longer words are not cut but unknown.</summary>
    private const int LongestWord = 100;

    /// <summary>Tokenises a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Pieces at most, the two markers among them.</param>
    public TokenizedText Tokenize(ReadOnlySpan<char> text, int most)
    {
        List<int> pieces = [vocabulary.Start];
        foreach (ReadOnlyMemory<char> word in PlainWords.Of(text))
            Add(word.Span, pieces);
        int cut = Math.Max(0, pieces.Count + 1 - most);
        pieces.RemoveRange(pieces.Count - cut, cut);
        pieces.Add(vocabulary.End);
        return new TokenizedText([.. pieces], cut);
    }

    private void Add(ReadOnlySpan<char> word, List<int> pieces)
    {
        int first = pieces.Count;
        int start = 0;
        while (start < word.Length && word.Length <= LongestWord)
        {
            int end = Math.Min(word.Length, start + vocabulary.Longest);
            int piece = 0;
            while (end > start && !vocabulary.TryFind(word[start..end], start > 0, out piece))
                end--;
            if (end == start)
                break;
            pieces.Add(piece);
            start = end;
        }

        if (start == word.Length)
            return;
        pieces.RemoveRange(first, pieces.Count - first);
        pieces.Add(vocabulary.Unknown);
    }
}
