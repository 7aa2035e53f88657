using System.Buffers.Binary;

namespace CseMapper.Documents.Xls;

/// <summary>Records of a workbook of 97 to 2003 (MS-XLS 2.1.4), one after the other.</summary>
/// <param name="stream">The content of the stream "Workbook".</param>
internal sealed class XlsRecords(byte[] stream)
{
    private int _next;

    /// <summary>What the record is.</summary>
    public int Kind { get; private set; }

    /// <summary>Where its content stands.</summary>
    public int Start { get; private set; }

    /// <summary>How long its content is.</summary>
    public int Length { get; private set; }

    /// <summary>Its content.</summary>
    public ReadOnlySpan<byte> Content => stream.AsSpan(Start, Length);

    /// <summary>Goes to a place, before the record that begins there.</summary>
    public void MoveTo(int place) => _next = place;

    /// <summary>Reads the next record; false at the end, and where the rest is no record.</summary>
    public bool Read()
    {
        if (_next < 0 || _next > stream.Length - 4)
            return false;
        Kind = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next));
        Start = _next + 4;
        Length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next + 2)), stream.Length - Start);
        _next = Start + Length;
        return true;
    }

    /// <summary>The kind of the next record, -1 at the end.</summary>
    public int PeekKind() =>
        _next < 0 || _next > stream.Length - 4 ? -1 : BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(_next));

    /// <summary>A number of two bytes; 0 where the content is shorter.</summary>
    public int U16(int at) => at + 2 <= Length ? BinaryPrimitives.ReadUInt16LittleEndian(Content[at..]) : 0;

    /// <summary>A number of four bytes; 0 where the content is shorter.</summary>
    public uint U32(int at) => at + 4 <= Length ? BinaryPrimitives.ReadUInt32LittleEndian(Content[at..]) : 0;

    /// <summary>A number of eight bytes; 0 where the content is shorter.</summary>
    public double Double(int at) => at + 8 <= Length ? BinaryPrimitives.ReadDoubleLittleEndian(Content[at..]) : 0;

    /// <summary>A byte; 0 where the content is shorter.</summary>
    public int U8(int at) => at < Length ? Content[at] : 0;
}
