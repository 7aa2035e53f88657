using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Loading;

/// <summary>Reads the stored terms of one document after the other, and knows what each of them means.</summary>
/// <param name="lexicon">Knows what terms mean.</param>
internal sealed class DocumentTerms(Lexicon lexicon)
{
    private TermMeaning[] _meanings = [];
    private bool[] _isStopWord = [];

    /// <summary>Reads the passages; its runs are places in the lists of this type.</summary>
    public PassageTermsReader Reader { get; } = new();

    /// <summary>What each term of the document means.</summary>
    public ReadOnlySpan<TermMeaning> Meanings => _meanings;

    /// <summary>Which terms of the document say nothing of the subject.</summary>
    public ReadOnlySpan<bool> IsStopWord => _isStopWord;

    /// <summary>Begins with a document; its first passage can then be read.</summary>
    /// <param name="terms">From <see cref="PassageTerms.Encode"/>, not empty.</param>
    public void Open(ReadOnlyMemory<byte> terms)
    {
        Reader.Open(terms);
        int count = Reader.TermCount;
        if (_meanings.Length < count)
            (_meanings, _isStopWord) = (new TermMeaning[count * 2], new bool[count * 2]);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> term = Reader.Term(i);
            _meanings[i] = lexicon.MeaningOf(term, Lexicon.HashOf(term));
            _isStopWord[i] = Reader.IsStopWord(i);
        }
    }
}
