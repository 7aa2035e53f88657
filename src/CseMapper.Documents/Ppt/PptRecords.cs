using System.Buffers.Binary;

namespace CseMapper.Documents.Ppt;

/// <summary>A record of a presentation of 97 to 2003 (MS-PPT 2.3.1).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Instance">A number whose meaning depends on the kind.</param>
/// <param name="IsContainer">True where its content is records.</param>
/// <param name="Start">Where its content stands.</param>
/// <param name="Length">How long its content is.</param>
internal readonly record struct PptRecord(int Kind, int Instance, bool IsContainer, int Start, int Length);

/// <summary>Reads records without recursion into depths that no presentation has.</summary>
/// <param name="bytes">The content of the stream "PowerPoint Document".</param>
internal sealed class PptRecords(byte[] bytes)
{
    private const int HeadLength = 8;

    /// <summary>The record at a place, or null where there is none.</summary>
    public PptRecord? At(long place)
    {
        if (place < 0 || place + HeadLength > bytes.Length)
            return null;
        ReadOnlySpan<byte> head = bytes.AsSpan((int)place, HeadLength);
        int version = BinaryPrimitives.ReadUInt16LittleEndian(head);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        int start = (int)place + HeadLength;
        return new PptRecord(
            BinaryPrimitives.ReadUInt16LittleEndian(head[2..]),
            version >> 4,
            (version & 0xF) == 0xF,
            start,
            (int)Math.Min(length, bytes.Length - start)
        );
    }

    /// <summary>All records of the outermost level.</summary>
    public IEnumerable<PptRecord> Outermost() => Between(0, bytes.Length);

    /// <summary>The records directly inside of another.</summary>
    public IEnumerable<PptRecord> Inside(PptRecord record) =>
        record.IsContainer ? Between(record.Start, record.Start + record.Length) : [];

    /// <summary>All records inside of another, on all levels, in their order.</summary>
    public IEnumerable<PptRecord> AllInside(PptRecord record)
    {
        Stack<(int Next, int End)> open = new();
        open.Push((record.Start, record.Start + record.Length));
        while (open.TryPop(out (int Next, int End) level))
        {
            if (level.Next >= level.End || At(level.Next) is not { } inner)
                continue;
            int end = Math.Min(inner.Start + inner.Length, level.End);
            open.Push((Math.Max(end, inner.Start), level.End));
            yield return inner;
            if (inner.IsContainer)
                open.Push((inner.Start, end));
        }
    }

    /// <summary>A record's content.</summary>
    public ReadOnlySpan<byte> Content(PptRecord record) => bytes.AsSpan(record.Start, record.Length);

    /// <summary>A number of four bytes in a record; 0 where it is shorter.</summary>
    public uint U32(PptRecord record, int at) =>
        at + 4 <= record.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Content(record)[at..]) : 0;

    private IEnumerable<PptRecord> Between(int start, int end)
    {
        for (long at = start; at < end && At(at) is { } record; at = (long)record.Start + record.Length)
            yield return record;
    }
}
