namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>Where a region stands and how it is drawn (T.88, 7.4.1).</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Left">On the page.</param>
/// <param name="Top">On the page.</param>
/// <param name="Operation">How it joins what is there, as <see cref="Bitmap.Draw"/> counts.</param>
internal readonly record struct SegmentRegion(int Width, int Height, int Left, int Top, int Operation);

/// <summary>Reads the fields of a segment; beyond its end all is zero.</summary>
internal sealed class SegmentReader(ReadOnlyMemory<byte> data)
{
    private int _at;

    public ReadOnlyMemory<byte> Rest => data[Math.Min(_at, data.Length)..];

    public int Byte() => _at < data.Length ? data.Span[_at++] : 0;

    public int Short() => (Byte() << 8) | Byte();

    public uint Long() => ((uint)Short() << 16) | (uint)Short();

    public void Skip(int count) => _at = (int)Math.Min((long)_at + count, data.Length);

    public SegmentRegion Region() => new(Size(), Size(), Size(), Size(), Byte() & 7);

    /// <summary>Places of adaptive pixels: signed bytes, right and down.</summary>
    public (int X, int Y)[] Places(int count)
    {
        (int X, int Y)[] places = new (int X, int Y)[count];
        for (int i = 0; i < count; i++)
            places[i] = ((sbyte)Byte(), (sbyte)Byte());
        return places;
    }

    private int Size() => (int)Math.Min(Long(), int.MaxValue);
}
