using System.Buffers.Binary;

namespace CseMapper.Reports.Packages;

/// <summary>Takes the machine out of a zip file: the framework's writer notes the system it runs on beside every
/// entry.</summary>
internal static class ZipHost
{
    private const uint EndOfDirectory = 0x06054b50;
    private const uint DirectoryEntry = 0x02014b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;

    /// <summary>The same for a zip file on the disk; only its directory is read and written.</summary>
    /// <param name="zip">A whole zip file without comment and below 4 GiB; readable, writable and seekable.</param>
    public static void Neutralise(Stream zip)
    {
        byte[] end = new byte[EndLength];
        zip.Position = zip.Length - EndLength;
        zip.ReadExactly(end);
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (start == uint.MaxValue)
        {
            throw new IOException(
                "The documents together are larger than 4 GB, which is more than a zip file takes everywhere."
            );
        }

        byte[] directory = new byte[zip.Length - start];
        zip.Position = start;
        zip.ReadExactly(directory);
        Neutralise(directory.AsSpan(), start);
        zip.Position = start;
        zip.Write(directory);
    }

    /// <summary>Sets the host of every entry to 0, "MS-DOS and compatible" (APPNOTE.TXT 4.4.2).</summary>
    /// <param name="zip">A whole zip file without comment and below 4 GiB.</param>
    public static void Neutralise(Span<byte> zip) => Neutralise(zip, 0);

    private static void Neutralise(Span<byte> zip, uint offset)
    {
        Span<byte> end = zip[^EndLength..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndOfDirectory)
            throw new ArgumentException("The zip file ends with a comment or is cut.", nameof(zip));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        int at = (int)(BinaryPrimitives.ReadUInt32LittleEndian(end[16..]) - offset);
        for (int i = 0; i < count; i++)
        {
            Span<byte> entry = zip[at..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != DirectoryEntry)
                throw new ArgumentException("The zip file's directory is broken.", nameof(zip));
            entry[5] = 0;
            at +=
                EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }
}
