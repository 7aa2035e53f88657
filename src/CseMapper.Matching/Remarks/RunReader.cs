using System.Runtime.CompilerServices;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>Reads the runs of four terms in the bodies of passages (stems, stop words included) as hashes: polynomials
/// over the terms (Karp and Rabin 1987).</summary>
internal sealed class RunReader
{
    /// <summary>How many terms a run has.</summary>
    public const int Run = 4;
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>The base to the power of three: what the term that leaves a run is multiplied by.</summary>
    private const ulong Oldest = unchecked(Base * Base * Base);

    private readonly PassageRuns _passages = new();
    private ulong[] _hashes = [];
    private ulong[] _runs = [];
    private int _hashed;
    private int _generation;
    private int _count;

    /// <summary>The runs of the passage read last, in order.</summary>
    public ReadOnlySpan<ulong> Runs => _runs.AsSpan(0, _count);

    /// <summary>The words of the passage read last, as codes of <see cref="Terms"/>.</summary>
    public ReadOnlySpan<int> Words => _passages.Body;

    /// <summary>The terms of the words.</summary>
    public TermRuns Terms => _passages.Terms;

    /// <summary>Begins with a document.</summary>
    public void Begin() => _passages.Begin("");

    /// <summary>Reads a passage of the document.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(Passage passage)
    {
        _passages.ReadBody(passage);
        HashTerms();
        ReadOnlySpan<int> body = _passages.Body;
        _count = Math.Max(0, body.Length - Run + 1);
        if (_count == 0)
            return;
        if (_runs.Length < _count)
            _runs = new ulong[_count * 2];
        ulong[] hashes = _hashes;
        ulong run = 0;
        for (int i = 0; i < Run - 1; i++)
            run = (run * Base) + hashes[TermRuns.NumberOf(body[i])];
        Span<ulong> runs = _runs.AsSpan(0, _count);
        for (int i = 0; i < runs.Length; i++)
        {
            run = (run * Base) + hashes[TermRuns.NumberOf(body[i + Run - 1])];
            runs[i] = run;
            run -= hashes[TermRuns.NumberOf(body[i])] * Oldest;
        }
    }

    private void HashTerms()
    {
        TermRuns terms = _passages.Terms;
        if (terms.Generation != _generation)
            (_generation, _hashed) = (terms.Generation, 0);
        if (_hashes.Length < terms.Count)
            Array.Resize(ref _hashes, terms.Count * 2);
        for (; _hashed < terms.Count; _hashed++)
            _hashes[_hashed] = Lexicon.HashOf(terms.BytesOf(_hashed));
    }
}
