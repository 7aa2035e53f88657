using CseMapper.Passages.Terms;
using Lucene.Net.Tartarus.Snowball;

namespace CseMapper.Passages.Indexing;

/// <summary>The project's stemming, in the shape that SnowballFilter takes.</summary>
internal sealed class TermStemming : SnowballProgram
{
    private readonly char[] _word = new char[TextAnalyzer.BufferLength];

    public override bool Stem()
    {
        m_current.AsSpan(0, m_limit).CopyTo(_word);
        m_limit = TextAnalyzer.StemFolded(_word, m_limit, out _);
        m_current = _word;
        return true;
    }
}
