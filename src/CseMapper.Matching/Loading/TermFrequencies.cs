using System.Runtime.CompilerServices;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Loading;

/// <summary>In how many passages a term stands, counted over the first of them.</summary>
internal sealed class TermFrequencies
{
    /// <summary>More passages than this teach nothing new.</summary>
    private const int MostSampled = 50_000;

    private readonly NumberTable _numbers = new(room: 1 << 12);
    private readonly PassageTermsReader _reader = new();
    private int[] _passages = new int[1 << 12];
    private int[] _lastPassage = new int[1 << 12];

    /// <summary>By number of a term in the document: its number here, plus one; 0 for a stop word.</summary>
    private int[] _ofDocument = [];

    /// <summary>Passages that were counted.</summary>
    public int Sampled { get; private set; }

    /// <summary>Counts the first passages of the documents.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="hits">Knows how many passages each of them has.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static TermFrequencies Of(DocumentSource source, PassageHits hits, CancellationToken cancellation)
    {
        TermFrequencies frequencies = new();
        bool[] isSampled = new bool[hits.Documents];
        for (int document = 0; document < isSampled.Length && hits.FirstOf(document) < MostSampled; document++)
            isSampled[document] = hits.EndOf(document) > hits.FirstOf(document);
        foreach (DocumentBytes document in source.Terms(isSampled))
        {
            cancellation.ThrowIfCancellationRequested();
            frequencies.Add(document.Bytes, MostSampled - hits.FirstOf(document.Document));
        }

        return frequencies;
    }

    /// <summary>In how many of the counted passages a term stands; at least 1.</summary>
    /// <param name="term">The hash that stands for it.</param>
    public int Of(ulong term) => _numbers.Find(term) is >= 0 and int number ? Math.Max(1, _passages[number + 1]) : 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlyMemory<byte> terms, int most)
    {
        _reader.Open(terms);
        if (_ofDocument.Length < _reader.TermCount)
            _ofDocument = new int[_reader.TermCount * 2];
        for (int i = 0; i < _reader.TermCount; i++)
            _ofDocument[i] = _reader.IsStopWord(i) ? 0 : _numbers.FindOrAdd(Lexicon.HashOf(_reader.Term(i))) + 1;
        if (_passages.Length <= _numbers.Count)
        {
            Array.Resize(ref _passages, _numbers.Count * 2);
            Array.Resize(ref _lastPassage, _numbers.Count * 2);
        }

        for (; most > 0 && _reader.PassagesLeft > 0; most--)
        {
            _reader.ReadPassage();
            Sampled++;
            Count(_reader.Body);
            Count(_reader.Heading);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<int> run)
    {
        foreach (int local in run)
        {
            int term = _ofDocument[local];
            if (term == 0 || _lastPassage[term] == Sampled)
                continue;
            _lastPassage[term] = Sampled;
            _passages[term]++;
        }
    }
}
