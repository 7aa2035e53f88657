using System.Numerics;
using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Remarks;

/// <summary>Which candidates hold which runs of terms.</summary>
/// <remarks>Open addressing, at most half full. Most runs that are looked for are held by no candidate: one bit for
/// each of two million hashes tells so at once.</remarks>
internal sealed class RunTable
{
    private const int FilterBits = 21;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private (ulong Run, int First)[] _slots = new (ulong, int)[1 << 12];
    private (int Candidate, int Next)[] _holders = new (int, int)[1 << 11];
    private int _holderCount = 1;
    private int _runs;

    /// <summary>How many places there are for <see cref="Find"/> to name.</summary>
    public int Places => _slots.Length;

    /// <summary>Adds a run that a candidate holds; once for each candidate.</summary>
    public void Add(ulong run, int candidate)
    {
        if ((_runs + 1) * 2 > _slots.Length)
            Grow();
        int place = PlaceOf(run);
        if (_slots[place].First == 0)
        {
            _runs++;
            _slots[place].Run = run;
            _filter[run >> (64 - FilterBits) >> 6] |= 1UL << (int)(run >> (64 - FilterBits));
        }

        if (_holderCount == _holders.Length)
            Array.Resize(ref _holders, _holderCount * 2);
        _holders[_holderCount] = (candidate, _slots[place].First);
        _slots[place].First = _holderCount++;
    }

    /// <summary>The place of a run, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong run)
    {
        ulong bit = run >> (64 - FilterBits);
        if ((_filter[bit >> 6] & (1UL << (int)bit)) == 0)
            return -1;
        int place = PlaceOf(run);
        return _slots[place].First == 0 ? -1 : place;
    }

    /// <summary>The first of the candidates that hold the run at a place; 0 after the last.</summary>
    public int FirstOf(int place) => _slots[place].First;

    public int NextOf(int holder) => _holders[holder].Next;

    public int CandidateOf(int holder) => _holders[holder].Candidate;

    private int PlaceOf(ulong run)
    {
        (ulong Run, int First)[] slots = _slots;
        int place = (int)(run >> (64 - BitOperations.Log2((uint)slots.Length)));
        while (slots[place].First > 0 && slots[place].Run != run)
            place = (place + 1) & (slots.Length - 1);
        return place;
    }

    private void Grow()
    {
        (ulong Run, int First)[] old = _slots;
        _slots = new (ulong, int)[old.Length * 2];
        foreach ((ulong Run, int First) slot in old)
        {
            if (slot.First > 0)
                _slots[PlaceOf(slot.Run)] = slot;
        }
    }
}
