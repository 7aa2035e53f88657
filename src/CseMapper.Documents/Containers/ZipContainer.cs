using System.Collections.Frozen;
using System.IO.Compression;

namespace CseMapper.Documents.Containers;

/// <summary>A zip archive that may be damaged: the entries that can still be found and unpacked.</summary>
/// <remarks>Opening never fails; an archive with nothing left has no entries. Not for use by several threads at
/// once.</remarks>
internal sealed class ZipContainer
{
    private readonly Stream _stream;
    private readonly FrozenDictionary<string, ZipEntry> _byName;

    private ZipContainer(Stream stream, IReadOnlyList<ZipEntry> entries, bool isDamaged)
    {
        _stream = stream;
        Entries = entries;
        IsDamaged = isDamaged;
        Dictionary<string, ZipEntry> byName = new Dictionary<string, ZipEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipEntry entry in entries)
            byName.TryAdd(entry.Name, entry);
        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The entries in the order of the archive's directory; names with '/' between folders.</summary>
    internal IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>True where the directory was lost and the entries were found by searching for them.</summary>
    internal bool IsDamaged { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="stream">Readable and seekable; read from again by <see cref="Unpack"/>, never closed.</param>
    internal static ZipContainer Open(Stream stream) =>
        ZipDirectory.Read(stream) is { } entries
            ? new ZipContainer(stream, entries, isDamaged: false)
            : new ZipContainer(stream, ZipDirectory.Search(stream), isDamaged: true);

    /// <summary>The entry of a name, whatever its case, or null.</summary>
    internal ZipEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Unpacks an entry as it is read; damage inside throws <see cref="InvalidDataException"/> while
    /// reading.</summary>
    /// <exception cref="InvalidDataException">It is encrypted or packed in a way that is not read.</exception>
    internal Stream Unpack(ZipEntry entry)
    {
        if (entry.IsEncrypted)
            throw new InvalidDataException("The entry is encrypted.");
        StreamSlice packed = new StreamSlice(_stream, ZipDirectory.FindData(_stream, entry), entry.PackedBytes);
        return entry.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException("The entry is packed in an unknown way."),
        };
    }

    /// <summary>Unpacks the first bytes of an entry, fewer where it is shorter or damaged.</summary>
    internal byte[] ReadStart(ZipEntry entry, int length)
    {
        MemoryStream bytes = new MemoryStream();
        try
        {
            using Stream content = Unpack(entry);
            byte[] buffer = new byte[Math.Min(length, 1 << 16)];
            int read;
            while (
                bytes.Length < length
                && (read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, length - bytes.Length))) > 0
            )
            {
                bytes.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage is kept.
        }

        return bytes.ToArray();
    }
}

/// <summary>A file inside a zip archive.</summary>
/// <param name="Name">Its path, with '/' between folders and none at the start.</param>
/// <param name="HeaderOffset">Where its local header stands in the archive.</param>
/// <param name="Method">How it is packed: 0 not at all, 8 deflate.</param>
/// <param name="PackedBytes">Its length in the archive; up to the archive's end where that is not known.</param>
/// <param name="Bytes">Its length unpacked as the archive claims it, -1 where it does not say.</param>
/// <param name="IsEncrypted">True where it needs a password.</param>
public sealed record ZipEntry(
    string Name,
    long HeaderOffset,
    int Method,
    long PackedBytes,
    long Bytes,
    bool IsEncrypted
);
