namespace CseMapper.Pdf.Files;

/// <summary>Where an object is to be found.</summary>
internal enum ObjectPlace : byte
{
    /// <summary>The file says nothing of it.</summary>
    Unknown,

    /// <summary>Deleted, or never used.</summary>
    Free,

    /// <summary>At an offset of the file.</summary>
    InFile,

    /// <summary>In an object stream.</summary>
    InStream,
}

/// <summary>One object's entry.</summary>
/// <param name="Place">Where the object is.</param>
/// <param name="Position">Its offset in the file, or the number of its object stream.</param>
/// <param name="Index">Its generation, or its place within the object stream.</param>
internal readonly record struct CrossReferenceEntry(ObjectPlace Place, int Position, int Index);

/// <summary>
/// All objects' entries by number, in chunks made when needed, so that one absurd object number costs one chunk and not
/// a table up to it.
/// </summary>
/// <param name="highest">The highest object number taken.</param>
internal sealed class CrossReferenceTable(int highest)
{
    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;

    private CrossReferenceEntry[]?[] _chunks = [];

    /// <summary>One more than the highest number with an entry.</summary>
    public int Length { get; private set; }

    public CrossReferenceEntry this[int number]
    {
        get =>
            (uint)number < (uint)Length && _chunks[number >> ChunkBits] is { } chunk
                ? chunk[number & (ChunkSize - 1)]
                : default;
        set
        {
            if ((uint)number > (uint)highest)
                return;
            int chunk = number >> ChunkBits;
            if (chunk >= _chunks.Length)
                Array.Resize(ref _chunks, Math.Max(chunk + 1, Math.Min(_chunks.Length * 2, 1 << 15)));
            (_chunks[chunk] ??= new CrossReferenceEntry[ChunkSize])[number & (ChunkSize - 1)] = value;
            Length = Math.Max(Length, number + 1);
        }
    }

    /// <summary>Adds what an older section says: it counts only where no newer one said anything.</summary>
    /// <param name="number">The object's number.</param>
    /// <param name="entry">What the older section says.</param>
    /// <param name="overFree">Whether it also counts against a newer "free", as in hybrid files (ISO 32000-2,
    /// 7.5.8.4).</param>
    public void AddOlder(int number, CrossReferenceEntry entry, bool overFree = false)
    {
        ObjectPlace known = this[number].Place;
        if (known == ObjectPlace.Unknown || (overFree && known == ObjectPlace.Free))
            this[number] = entry;
    }

    /// <summary>The numbers of all objects that the file holds, rising.</summary>
    public IEnumerable<int> Numbers()
    {
        for (int chunk = 0; chunk < _chunks.Length; chunk++)
        {
            if (_chunks[chunk] is not { } entries)
                continue;
            for (int i = 0; i < ChunkSize; i++)
            {
                if (entries[i].Place >= ObjectPlace.InFile)
                    yield return (chunk << ChunkBits) + i;
            }
        }
    }
}
