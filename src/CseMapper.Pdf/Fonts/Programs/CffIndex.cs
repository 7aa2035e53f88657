namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>An INDEX of a Compact Font Format font (TN 5176, 5): a list of pieces of bytes.</summary>
internal readonly struct CffIndex
{
    private readonly BigEndian _file;
    private readonly int _offsets;
    private readonly int _offsetSize;
    private readonly int _data;

    private CffIndex(BigEndian file, int start, int count, int offsetSize)
    {
        _file = file;
        Count = count;
        _offsets = start + 3;
        _offsetSize = offsetSize;
        _data = _offsets + ((count + 1) * offsetSize) - 1;
        End = _data + OffsetAt(count);
    }

    private CffIndex(int end) => End = end;

    public int Count { get; }

    /// <summary>The place after the INDEX.</summary>
    public int End { get; }

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            int start = _data + OffsetAt(index);
            int end = _data + OffsetAt(index + 1);
            return start > 0 && end > start && end <= _file.Length ? _file.Span[start..end] : default;
        }
    }

    /// <returns>The INDEX at a place; empty where there is none.</returns>
    public static CffIndex Read(BigEndian file, int start)
    {
        int count = file.UInt16(start);
        int offsetSize = file.Byte(start + 2);
        bool fits =
            start > 0 && offsetSize is >= 1 and <= 4 && start + 3 + ((long)(count + 1) * offsetSize) <= file.Length;
        return count > 0 && fits ? new CffIndex(file, start, count, offsetSize) : new CffIndex(start + 2);
    }

    private int OffsetAt(int index)
    {
        uint offset = 0;
        for (int i = 0; i < _offsetSize; i++)
            offset = (offset << 8) | (uint)_file.Byte(_offsets + (index * _offsetSize) + i);
        return (int)Math.Min(offset, (uint)_file.Length);
    }
}
