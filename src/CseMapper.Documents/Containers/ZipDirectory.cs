using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Documents.Containers;

/// <summary>Finds the entries of a zip archive: by its directory, or without it by their own headers (APPNOTE.TXT 6.3
/// §4.3).</summary>
internal static class ZipDirectory
{
    private const int MaxEntries = 65_536;
    private const int EndLength = 22;
    private const int HeaderLength = 30;
    private const int RecordLength = 46;

    /// <summary>Reads the archive's directory, or gives null when it is missing or does not fit the archive.</summary>
    internal static List<ZipEntry>? Read(Stream stream)
    {
        if (FindEnd(stream) is not { } end)
            return null;
        // What was put before the archive shifts everything by the same distance.
        long shift = end.At - end.Size - end.Offset;
        if (shift < 0 || end.Size > stream.Length || end.Size > 64 << 20)
            return null;
        byte[] directory = ReadAt(stream, end.Offset + shift, (int)end.Size);
        List<ZipEntry> entries = new List<ZipEntry>();
        int at = 0;
        while (at + RecordLength <= directory.Length && entries.Count < MaxEntries)
        {
            ReadOnlySpan<byte> record = directory.AsSpan(at);
            if (!record.StartsWith("PK\x01\x02"u8))
                return null;
            int nameLength = U16(record, 28),
                extraLength = U16(record, 30);
            if (RecordLength + nameLength + extraLength > record.Length)
                return null;
            ZipEntry entry = ReadRecord(record, nameLength, extraLength, shift);
            if (!HasHeader(stream, entry.HeaderOffset))
                return null;
            entries.Add(entry);
            at += RecordLength + nameLength + extraLength + U16(record, 32);
        }

        return entries.Count > 0 || end.Count == 0 ? entries : null;
    }

    /// <summary>Searches the whole file for local headers.</summary>
    internal static List<ZipEntry> Search(Stream stream)
    {
        List<ZipEntry> entries = new List<ZipEntry>();
        byte[] buffer = new byte[1 << 16];
        long start = 0;
        while (entries.Count < MaxEntries)
        {
            stream.Position = start;
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length < HeaderLength)
                break;
            int from = 0,
                found;
            while (
                entries.Count < MaxEntries && (found = buffer.AsSpan(from, length - from).IndexOf("PK\x03\x04"u8)) >= 0
            )
            {
                if (ReadHeader(stream, start + from + found) is { } entry)
                    entries.Add(entry);
                from += found + 4;
            }

            start += length - 3;
            if (length < buffer.Length)
                break;
        }

        return entries;
    }

    /// <summary>Where an entry's bytes begin: after its local header, whose extra field may differ from the
    /// directory's.</summary>
    /// <exception cref="InvalidDataException">There is no local header.</exception>
    internal static long FindData(Stream stream, ZipEntry entry)
    {
        byte[] header = ReadAt(stream, entry.HeaderOffset, HeaderLength);
        if (header.Length < HeaderLength || !header.AsSpan().StartsWith("PK\x03\x04"u8))
            throw new InvalidDataException("The entry has no header.");
        return entry.HeaderOffset + HeaderLength + U16(header, 26) + U16(header, 28);
    }

    private static (long At, long Size, long Offset, long Count)? FindEnd(Stream stream)
    {
        int length = (int)Math.Min(stream.Length, EndLength + ushort.MaxValue);
        byte[] tail = ReadAt(stream, stream.Length - length, length);
        int at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndLength > tail.Length)
            return null;
        ReadOnlySpan<byte> end = tail.AsSpan(at);
        long position = stream.Length - length + at;
        if (U32(end, 16) == uint.MaxValue || U32(end, 12) == uint.MaxValue || U16(end, 10) == ushort.MaxValue)
            return FindLargeEnd(stream, position);
        return (position, U32(end, 12), U32(end, 16), U16(end, 10));
    }

    /// <summary>The end of an archive of more than 4 GB or 65,535 entries stands before the usual one, pointed to by a
    /// locator of 20 bytes.</summary>
    private static (long At, long Size, long Offset, long Count)? FindLargeEnd(Stream stream, long end)
    {
        byte[] locator = ReadAt(stream, end - 20, 20);
        if (locator.Length < 20 || !locator.AsSpan().StartsWith("PK\x06\x07"u8))
            return null;
        long at = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        byte[] record = ReadAt(stream, at, 56);
        if (record.Length < 56 || !record.AsSpan().StartsWith("PK\x06\x06"u8))
            return null;
        return (at, I64(record, 40), I64(record, 48), I64(record, 32));
    }

    private static ZipEntry ReadRecord(ReadOnlySpan<byte> record, int nameLength, int extraLength, long shift)
    {
        long packed = U32(record, 20),
            bytes = U32(record, 24),
            offset = U32(record, 42);
        if (packed == uint.MaxValue || bytes == uint.MaxValue || offset == uint.MaxValue)
            ReadLargeSizes(record.Slice(RecordLength + nameLength, extraLength), ref bytes, ref packed, ref offset);
        string name = ReadName(record.Slice(RecordLength, nameLength));
        return new ZipEntry(name, offset + shift, U16(record, 10), packed, bytes, (U16(record, 8) & 1) != 0);
    }

    /// <summary>The extra field 0x0001 holds, in this order, those of the three that do not fit 32 bits
    /// (§4.5.3).</summary>
    private static void ReadLargeSizes(ReadOnlySpan<byte> extra, ref long bytes, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int length = Math.Min(U16(extra, 2), extra.Length - 4);
            if (U16(extra, 0) == 1)
            {
                ReadOnlySpan<byte> values = extra.Slice(4, length);
                Take(ref values, ref bytes);
                Take(ref values, ref packed);
                Take(ref values, ref offset);
                return;
            }

            extra = extra[(4 + length)..];
        }

        static void Take(ref ReadOnlySpan<byte> values, ref long size)
        {
            if (size != uint.MaxValue || values.Length < 8)
                return;
            size = I64(values, 0);
            values = values[8..];
        }
    }

    private static ZipEntry? ReadHeader(Stream stream, long at)
    {
        byte[] header = ReadAt(stream, at, HeaderLength);
        if (header.Length < HeaderLength)
            return null;
        int nameLength = U16(header, 26);
        byte[] name = ReadAt(stream, at + HeaderLength, nameLength);
        if (name.Length < nameLength || nameLength is 0 or > 1024)
            return null;
        long data = at + HeaderLength + nameLength + U16(header, 28);
        if (data > stream.Length)
            return null;
        // Deflate ends by itself, so a length that was written only after the data is not needed.
        bool isLengthAfter = (U16(header, 6) & 8) != 0 || U32(header, 18) is 0 or uint.MaxValue;
        long packed = isLengthAfter ? stream.Length - data : Math.Min(U32(header, 18), stream.Length - data);
        return new ZipEntry(
            ReadName(name),
            at,
            U16(header, 8),
            packed,
            isLengthAfter ? -1 : U32(header, 22),
            (U16(header, 6) & 1) != 0
        );
    }

    private static bool HasHeader(Stream stream, long at)
    {
        if (at < 0 || at > stream.Length - HeaderLength)
            return false;
        Span<byte> mark = stackalloc byte[4];
        stream.Position = at;
        return stream.ReadAtLeast(mark, 4, throwOnEndOfStream: false) == 4 && mark.SequenceEqual("PK\x03\x04"u8);
    }

    /// <summary>Some packers write Windows separators or begin at the root.</summary>
    private static string ReadName(ReadOnlySpan<byte> name) =>
        Encoding.UTF8.GetString(name).Replace('\\', '/').TrimStart('/');

    private static byte[] ReadAt(Stream stream, long at, int length)
    {
        if (at < 0 || at > stream.Length || length <= 0)
            return [];
        stream.Position = at;
        byte[] bytes = new byte[Math.Min(length, stream.Length - at)];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
