using System.Numerics;

namespace CseMapper.Matching;

/// <summary>Numbers keys of 64 well-mixed bits in the order in which they are first seen: a table with open addressing, at most half full.</summary>
internal sealed class NumberTable
{
    private (ulong Key, int Number)[] _slots;
    private int _shift;

    /// <param name="room">How many keys are expected.</param>
    public NumberTable(int room)
    {
        _slots = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(room, 8) * 2)];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
    }

    public int Count { get; private set; }

    /// <summary>The number of a key, or -1.</summary>
    public int Find(ulong key)
    {
        int place = PlaceOf(key);
        return _slots[place].Number - 1;
    }

    /// <summary>The number of a key; a new one where it has none yet.</summary>
    public int FindOrAdd(ulong key)
    {
        int place = PlaceOf(key);
        if (_slots[place].Number > 0) return _slots[place].Number - 1;
        if (Count * 2 >= _slots.Length)
        {
            Grow();
            place = PlaceOf(key);
        }

        _slots[place] = (key, ++Count);
        return Count - 1;
    }

    /// <summary>Where the key stands, or the empty slot where it would.</summary>
    private int PlaceOf(ulong key)
    {
        (ulong Key, int Number)[] slots = _slots;
        int place = (int)(key >> _shift);
        while (slots[place].Number > 0 && slots[place].Key != key) place = (place + 1) & (slots.Length - 1);
        return place;
    }

    private void Grow()
    {
        (ulong Key, int Number)[] old = _slots;
        _slots = new (ulong, int)[old.Length * 2];
        _shift--;
        foreach ((ulong Key, int Number) slot in old)
        {
            if (slot.Number > 0) _slots[PlaceOf(slot.Key)] = slot;
        }
    }
}
