using System.Buffers.Binary;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>Big-endian numbers of a font file at any place, zero outside it: a damaged offset reads as an empty
/// table.</summary>
internal readonly struct BigEndian(ReadOnlyMemory<byte> data)
{
    private readonly ReadOnlyMemory<byte> _data = data;

    public int Length => _data.Length;

    public ReadOnlySpan<byte> Span => _data.Span;

    public int Byte(int at) => (uint)at < (uint)_data.Length ? _data.Span[at] : 0;

    public int UInt16(int at) =>
        at >= 0 && at <= _data.Length - 2 ? BinaryPrimitives.ReadUInt16BigEndian(_data.Span[at..]) : 0;

    public uint UInt32(int at) =>
        at >= 0 && at <= _data.Length - 4 ? BinaryPrimitives.ReadUInt32BigEndian(_data.Span[at..]) : 0;

    /// <returns>An offset or count; <see cref="int.MaxValue"/> for one that no file in memory can have.</returns>
    public int Offset(int at) => (int)Math.Min(UInt32(at), int.MaxValue);

    /// <returns>The part of the data that the bounds leave; empty where they leave none.</returns>
    public BigEndian Slice(int start, int length)
    {
        if (start < 0 || start >= _data.Length || length <= 0)
            return default;
        return new BigEndian(_data.Slice(start, Math.Min(length, _data.Length - start)));
    }
}
