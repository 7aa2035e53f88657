namespace CseMapper.Passages.Terms;

/// <summary>Remembers by its letters which number a word was given, so that a word seen before is analysed no more: a
/// table with open addressing, at most half full.</summary>
public sealed class WordCache
{
    private char[] _letters = new char[1 << 14];
    private Slot[] _slots = new Slot[1 << 12];
    private int _lettersUsed;

    /// <summary>Words that are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word, not empty.</param>
    /// <param name="isKnown">False for a word not seen before.</param>
    /// <returns>Its number; of a word not seen before it is to be set before the next call.</returns>
    public ref int NumberOf(ReadOnlySpan<char> word, out bool isKnown)
    {
        int hash = string.GetHashCode(word);
        int place = PlaceOf(word, hash);
        isKnown = _slots[place].Length > 0;
        if (isKnown)
            return ref _slots[place].Number;
        if ((Count + 1) * 2 > _slots.Length)
        {
            Grow();
            place = PlaceOf(word, hash);
        }

        if (_lettersUsed + word.Length > _letters.Length)
            Array.Resize(ref _letters, (_letters.Length * 2) + word.Length);
        word.CopyTo(_letters.AsSpan(_lettersUsed));
        _slots[place] = new Slot
        {
            Hash = hash,
            Start = _lettersUsed,
            Length = word.Length,
        };
        _lettersUsed += word.Length;
        Count++;
        return ref _slots[place].Number;
    }

    private int PlaceOf(ReadOnlySpan<char> word, int hash)
    {
        Slot[] slots = _slots;
        int place = hash & (slots.Length - 1);
        while (slots[place].Length > 0)
        {
            ref Slot slot = ref slots[place];
            if (
                slot.Hash == hash
                && slot.Length == word.Length
                && _letters.AsSpan(slot.Start, slot.Length).SequenceEqual(word)
            )
            {
                break;
            }

            place = (place + 1) & (slots.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (Slot slot in old)
        {
            if (slot.Length > 0)
                _slots[PlaceOf(_letters.AsSpan(slot.Start, slot.Length), slot.Hash)] = slot;
        }
    }

    private struct Slot
    {
        public int Hash;
        public int Start;
        public int Length;
        public int Number;
    }
}
