namespace CseMapper.Matching;

/// <summary>In how many passages a term stands, counted over the first of them.</summary>
internal sealed class TermFrequencies
{
    /// <summary>More passages than this teach nothing new.</summary>
    private const int MostSampled = 50_000;

    private int[] _passages = [];
    private int[] _lastPassage = [];

    /// <summary>Passages that were counted.</summary>
    public int Sampled { get; private set; }

    public bool IsFull => Sampled >= MostSampled;

    /// <summary>In how many of the counted passages a term stands; at least 1.</summary>
    public int Of(int term) => term < _passages.Length ? Math.Max(1, _passages[term]) : 1;

    /// <summary>Makes room for the terms of a lexicon.</summary>
    public void Grow(int terms)
    {
        if (_passages.Length >= terms) return;
        Array.Resize(ref _passages, terms * 2);
        Array.Resize(ref _lastPassage, terms * 2);
    }

    /// <summary>Counts the passage read last.</summary>
    public void Add(DocumentTerms terms)
    {
        Sampled++;
        Count(terms, terms.Reader.Body);
        Count(terms, terms.Reader.Heading);
    }

    private void Count(DocumentTerms terms, ReadOnlySpan<int> run)
    {
        foreach (int local in run)
        {
            int term = terms.Numbers[local];
            if (terms.IsStopWord[local] || _lastPassage[term] == Sampled) continue;
            _lastPassage[term] = Sampled;
            _passages[term]++;
        }
    }
}
