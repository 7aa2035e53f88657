using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>The terms of the documents, to be read again for the passages of a working set.</summary>
internal sealed class StoredTerms
{
    /// <summary>How common words are is counted over this many passages; more teach nothing new.</summary>
    private const int MostSampled = 50_000;

    private readonly Lexicon _lexicon;
    private readonly List<ReadOnlyMemory<byte>> _documents = [];
    private readonly List<int> _frequency = [];
    private readonly PassageTermsReader _reader = new();
    private int[] _numbers = [];
    private bool[] _isStopWord = [];

    public StoredTerms(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>Passages over which <see cref="Frequency"/> was counted.</summary>
    public int Sampled { get; private set; }

    /// <summary>In how many of the sampled passages a term stands; at least 1.</summary>
    public int Frequency(int term) => term < _frequency.Count ? Math.Max(1, _frequency[term]) : 1;

    public void Add(ReadOnlyMemory<byte> terms)
    {
        _documents.Add(terms);
        if (terms.IsEmpty || Sampled >= MostSampled) return;
        Open(terms);
        Dictionary<int, TermCount> counts = [];
        while (_reader.PassagesLeft > 0)
        {
            ReadPassage(counts);
            Sampled++;
            foreach (int term in counts.Keys)
            {
                while (_frequency.Count <= term) _frequency.Add(0);
                _frequency[term]++;
            }
        }
    }

    /// <summary>Reads the passages of a working set in order; those that are not wanted are passed over.</summary>
    public IEnumerable<(int Row, IReadOnlyDictionary<int, TermCount> Counts)> Read(WorkingSet set, Func<int, bool>? isWanted = null)
    {
        Dictionary<int, TermCount> counts = [];
        for (int row = 0; row < set.Passages.Length;)
        {
            int document = set.Documents[row];
            int end = row;
            while (end < set.Passages.Length && set.Documents[end] == document) end++;
            int[] wanted = [.. Enumerable.Range(row, end - row).Where(r => isWanted is null || isWanted(r))];
            row = end;
            if (wanted.Length == 0) continue;
            Open(_documents[document]);
            int at = 0;
            for (int ordinal = 0; at < wanted.Length; ordinal++)
            {
                if (ordinal < set.Ordinals[wanted[at]])
                {
                    _reader.ReadPassage();
                    continue;
                }

                ReadPassage(counts);
                yield return (wanted[at++], counts);
            }
        }
    }

    private void Open(ReadOnlyMemory<byte> terms)
    {
        _reader.Open(terms);
        if (_numbers.Length < _reader.TermCount) (_numbers, _isStopWord) = (new int[_reader.TermCount * 2], new bool[_reader.TermCount * 2]);
        for (int i = 0; i < _reader.TermCount; i++)
        {
            ReadOnlySpan<byte> term = _reader.ReadTerm(out _isStopWord[i]);
            _numbers[i] = _lexicon.NumberOf(term, out _);
        }

        _reader.ReadTitle();
    }

    private void ReadPassage(Dictionary<int, TermCount> counts)
    {
        counts.Clear();
        _reader.ReadPassage();
        foreach (int local in _reader.Body)
        {
            if (_isStopWord[local]) continue;
            TermCount count = counts.GetValueOrDefault(_numbers[local]);
            counts[_numbers[local]] = count with { Body = count.Body + 1 };
        }

        foreach (int local in _reader.Heading)
        {
            if (_isStopWord[local]) continue;
            TermCount count = counts.GetValueOrDefault(_numbers[local]);
            counts[_numbers[local]] = count with { Heading = count.Heading + 1 };
        }
    }
}
