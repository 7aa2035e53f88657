using System.Runtime.CompilerServices;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Remarks;

/// <summary>Sketches documents: the lowest of the hashes of their runs of four terms, each once, ascending.</summary>
/// <param name="size">How many hashes a sketch has at most.</param>
internal sealed class SketchMaker(int size)
{
    private const int Run = 4;
    private readonly PassageRuns _passages = new();
    private readonly ulong[] _lowest = new ulong[size * 8];
    private int _count;
    private ulong[] _hashes = [];
    private int _hashed;
    private int _generation;

    /// <param name="passages">The document's passages.</param>
    public ulong[] Make(IReadOnlyList<Passage> passages)
    {
        _passages.Begin("");
        _count = 0;
        ulong most = ulong.MaxValue;
        foreach (Passage passage in passages)
        {
            _passages.ReadBody(passage);
            HashTerms();
            most = Add(most);
        }

        Tidy();
        return _lowest[.._count];
    }

    private void HashTerms()
    {
        TermRuns terms = _passages.Terms;
        if (terms.Generation != _generation)
            (_generation, _hashed) = (terms.Generation, 0);
        if (_hashes.Length < terms.Count)
            Array.Resize(ref _hashes, terms.Count * 2);
        for (; _hashed < terms.Count; _hashed++)
            _hashes[_hashed] = HashOf(terms.BytesOf(_hashed));
    }

    /// <returns>What a hash must not exceed to be among the lowest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Add(ulong most)
    {
        ReadOnlySpan<int> body = _passages.Body;
        for (int i = 0; i + Run <= body.Length; i++)
        {
            ulong run = Mix(
                Mix(Mix(Mix(HashAt(body, i)) + HashAt(body, i + 1)) + HashAt(body, i + 2)) + HashAt(body, i + 3)
            );
            if (run > most)
                continue;
            if (_count == _lowest.Length)
                most = Tidy();
            _lowest[_count++] = run;
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HashAt(ReadOnlySpan<int> body, int place) => _hashes[TermRuns.NumberOf(body[place])];

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
