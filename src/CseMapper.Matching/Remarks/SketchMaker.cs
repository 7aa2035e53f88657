using System.Runtime.CompilerServices;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>Sketches documents: the lowest of the hashes of their runs of four terms, each once, ascending.</summary>
/// <param name="size">How many hashes a sketch has at most.</param>
internal sealed class SketchMaker(int size)
{
    private const int Run = 4;
    private readonly PassageTermsReader _reader = new();
    private readonly ulong[] _lowest = new ulong[size * 8];
    private int _count;
    private ulong[] _hashes = [];

    /// <param name="terms">The document's terms; may be empty.</param>
    public ulong[] Make(ReadOnlyMemory<byte> terms)
    {
        if (terms.IsEmpty)
            return [];
        _reader.Open(terms);
        if (_hashes.Length < _reader.TermCount)
            _hashes = new ulong[_reader.TermCount * 2];
        for (int i = 0; i < _reader.TermCount; i++)
            _hashes[i] = HashOf(_reader.Term(i));
        _count = 0;
        ulong most = ulong.MaxValue;
        while (_reader.PassagesLeft > 0)
        {
            _reader.ReadPassage();
            most = Add(most);
        }

        Tidy();
        return _lowest[.._count];
    }

    /// <returns>What a hash must not exceed to be among the lowest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Add(ulong most)
    {
        ReadOnlySpan<int> body = _reader.Body;
        ulong[] hashes = _hashes;
        for (int i = 0; i + Run <= body.Length; i++)
        {
            ulong run = Mix(
                Mix(Mix(Mix(hashes[body[i]]) + hashes[body[i + 1]]) + hashes[body[i + 2]]) + hashes[body[i + 3]]
            );
            if (run > most)
                continue;
            if (_count == _lowest.Length)
                most = Tidy();
            _lowest[_count++] = run;
        }

        return most;
    }

    /// <summary>Keeps the lowest, sorted, each once.</summary>
    /// <returns>What another one must not exceed.</returns>
    private ulong Tidy()
    {
        Array.Sort(_lowest, 0, _count);
        int kept = 0;
        for (int i = 0; i < _count && kept < size; i++)
        {
            if (kept == 0 || _lowest[kept - 1] != _lowest[i])
                _lowest[kept++] = _lowest[i];
        }

        _count = kept;
        return kept == size ? _lowest[kept - 1] : ulong.MaxValue;
    }

    private static ulong HashOf(ReadOnlySpan<byte> term)
    {
        ulong hash = 14695981039346656037;
        foreach (byte letter in term)
            hash = (hash ^ letter) * 1099511628211;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
