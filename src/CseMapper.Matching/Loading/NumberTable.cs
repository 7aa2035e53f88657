using System.Numerics;
using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Loading;

/// <summary>Numbers keys of 64 well-mixed bits in the order in which they are first seen.</summary>
/// <remarks>A table with open addressing, at most half full. Most keys that are looked for are not there: a bit for
/// each of eight times as many places as it has tells so at once.</remarks>
internal sealed class NumberTable
{
    /// <summary>Slots for each word of bits: eight bits a slot.</summary>
    private const int BitWords = 8;

    private (ulong Key, int Number)[] _slots;
    private ulong[] _bits;
    private int _shift;

    /// <param name="room">How many keys are expected.</param>
    public NumberTable(int room)
    {
        _slots = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(room, 8) * 2)];
        _bits = new ulong[_slots.Length / BitWords];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
    }

    public int Count { get; private set; }

    /// <summary>The number of a key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        ulong bit = key >> (_shift - 3);
        return (_bits[bit >> 6] & (1UL << (int)bit)) == 0 ? -1 : _slots[PlaceOf(key)].Number - 1;
    }

    /// <summary>The number of a key; a new one where it has none yet.</summary>
    public int FindOrAdd(ulong key)
    {
        int place = PlaceOf(key);
        if (_slots[place].Number > 0)
            return _slots[place].Number - 1;
        if (Count * 2 >= _slots.Length)
        {
            Grow();
            place = PlaceOf(key);
        }

        _slots[place] = (key, ++Count);
        SetBit(key);
        return Count - 1;
    }

    /// <summary>Where the key stands, or the empty slot where it would.</summary>
    private int PlaceOf(ulong key)
    {
        (ulong Key, int Number)[] slots = _slots;
        int place = (int)(key >> _shift);
        while (slots[place].Number > 0 && slots[place].Key != key)
            place = (place + 1) & (slots.Length - 1);
        return place;
    }

    private void SetBit(ulong key)
    {
        ulong bit = key >> (_shift - 3);
        _bits[bit >> 6] |= 1UL << (int)bit;
    }

    private void Grow()
    {
        (ulong Key, int Number)[] old = _slots;
        _slots = new (ulong, int)[old.Length * 2];
        _bits = new ulong[_slots.Length / BitWords];
        _shift--;
        foreach ((ulong Key, int Number) slot in old)
        {
            if (slot.Number == 0)
                continue;
            _slots[PlaceOf(slot.Key)] = slot;
            SetBit(slot.Key);
        }
    }
}
