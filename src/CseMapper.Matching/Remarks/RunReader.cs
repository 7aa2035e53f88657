using System.Runtime.CompilerServices;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>Reads the runs of four terms in the bodies of passages (stems, stop words included) as hashes: polynomials
/// over the terms (Karp and Rabin 1987).</summary>
internal sealed class RunReader
{
    private const int Run = 4;
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>The base to the power of three: what the term that leaves a run is multiplied by.</summary>
    private const ulong Oldest = unchecked(Base * Base * Base);

    private readonly PassageTermsReader _reader = new();
    private ulong[] _hashes = [];
    private ulong[] _runs = [];
    private int _count;

    public int PassagesLeft => _reader.PassagesLeft;

    /// <summary>The runs of the passage read last, in order.</summary>
    public ReadOnlySpan<ulong> Runs => _runs.AsSpan(0, _count);

    /// <summary>Begins with a document.</summary>
    /// <param name="terms">Its terms, not empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Open(ReadOnlyMemory<byte> terms)
    {
        _reader.Open(terms);
        if (_hashes.Length < _reader.TermCount)
            _hashes = new ulong[_reader.TermCount * 2];
        for (int i = 0; i < _reader.TermCount; i++)
            _hashes[i] = Lexicon.HashOf(_reader.Term(i));
    }

    /// <summary>Moves to the next passage.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadPassage()
    {
        _reader.ReadPassage();
        ReadOnlySpan<int> body = _reader.Body;
        _count = Math.Max(0, body.Length - Run + 1);
        if (_count == 0)
            return;
        if (_runs.Length < _count)
            _runs = new ulong[_count * 2];
        ulong[] hashes = _hashes;
        ulong run = 0;
        for (int i = 0; i < Run - 1; i++)
            run = (run * Base) + hashes[body[i]];
        Span<ulong> runs = _runs.AsSpan(0, _count);
        for (int i = 0; i < runs.Length; i++)
        {
            run = (run * Base) + hashes[body[i + Run - 1]];
            runs[i] = run;
            run -= hashes[body[i]] * Oldest;
        }
    }
}
