using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Reads the stored terms of one document after the other, and knows of each term its number in the lexicon and what it means.</summary>
/// <param name="lexicon">Numbers the terms.</param>
internal sealed class DocumentTerms(Lexicon lexicon)
{
    private int[] _numbers = [];
    private TermMeaning[] _meanings = [];
    private bool[] _isStopWord = [];

    /// <summary>Reads the passages; its runs are places in the lists of this type.</summary>
    public PassageTermsReader Reader { get; } = new();

    /// <summary>The number of each term of the document.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>What each term of the document means.</summary>
    public ReadOnlySpan<TermMeaning> Meanings => _meanings;

    /// <summary>Which terms of the document say nothing of the subject.</summary>
    public ReadOnlySpan<bool> IsStopWord => _isStopWord;

    /// <summary>Begins with a document; its title and the first passage can then be read.</summary>
    /// <param name="terms">From <see cref="PassageTerms.Encode"/>, not empty.</param>
    public void Open(ReadOnlyMemory<byte> terms)
    {
        Reader.Open(terms);
        int count = Reader.TermCount;
        if (_numbers.Length < count) (_numbers, _meanings, _isStopWord) = (new int[count * 2], new TermMeaning[count * 2], new bool[count * 2]);
        for (int i = 0; i < count; i++) _numbers[i] = lexicon.NumberOf(Reader.ReadTerm(out _isStopWord[i]), out _meanings[i]);
        Reader.ReadTitle();
    }
}
