namespace CseMapper.Matching;

/// <summary>In how many passages a term stands, counted over the first of them.</summary>
internal sealed class TermFrequencies
{
    /// <summary>More passages than this teach nothing new.</summary>
    private const int MostSampled = 50_000;

    private readonly NumberTable _numbers = new(room: 1 << 12);
    private int[] _passages = new int[1 << 12];
    private int[] _ofDocument = [];
    private int[] _lastPassage = [];

    /// <summary>Passages that were counted.</summary>
    public int Sampled { get; private set; }

    public bool IsFull => Sampled >= MostSampled;

    /// <summary>In how many of the counted passages a term stands; at least 1.</summary>
    /// <param name="term">The hash that stands for it.</param>
    public int Of(ulong term) => _numbers.Find(term) is >= 0 and int number ? Math.Max(1, _passages[number]) : 1;

    /// <summary>Begins with the passages of a document.</summary>
    public void Begin(DocumentTerms terms)
    {
        int count = terms.Reader.TermCount;
        if (_ofDocument.Length < count) _ofDocument = new int[count * 2];
        for (int i = 0; i < count; i++) _ofDocument[i] = _numbers.FindOrAdd(terms.Hashes[i]);
        if (_lastPassage.Length < _numbers.Count) Array.Resize(ref _lastPassage, _numbers.Count * 2);
        if (_passages.Length < _numbers.Count) Array.Resize(ref _passages, _numbers.Count * 2);
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
            int term = _ofDocument[local];
            if (terms.IsStopWord[local] || _lastPassage[term] == Sampled) continue;
            _lastPassage[term] = Sampled;
            _passages[term]++;
        }
    }
}
