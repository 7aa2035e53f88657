using System.Buffers.Binary;
using System.Text;

namespace CseMapper.Documents.Containers;

/// <summary>A compound file (OLE), the container of Office before 2007: its streams by name.</summary>
/// <remarks>Source: MS-CFB. Opening never fails; what is damaged is simply not found, and chains that run in circles
/// end.</remarks>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const int MaxEntries = 4096;
    private const int EntryLength = 128;

    private readonly Stream _stream;
    private readonly int _sectorLength;
    private readonly int _shortSectorLength;
    private readonly long _shortLimit;
    private readonly uint[] _next;
    private readonly uint[] _nextShort;
    private readonly byte[] _shortStream = [];
    private readonly Dictionary<int, int> _parents;

    private CompoundFile(Stream stream)
    {
        _stream = stream;
        byte[] header = new byte[512];
        stream.Position = 0;
        stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        _sectorLength = 1 << Math.Clamp(U16(header, 30), 7, 16);
        _shortSectorLength = 1 << Math.Clamp(U16(header, 32), 4, 10);
        _shortLimit = Math.Min(U32(header, 56), 1 << 16);
        _next = ReadTable(FatSectors(header));
        byte[] directory = ReadChain(U32(header, 48), MaxEntries * EntryLength);
        Entries = ReadEntries(directory);
        _parents = CompoundTree.ParentsOf(directory);
        _nextShort = ReadTable(Chain(U32(header, 60)));
        if (Entries.FirstOrDefault(entry => entry.IsRoot) is { } root)
            _shortStream = ReadChain(root.Start, root.Length);
    }

    /// <summary>The bytes that every compound file begins with.</summary>
    internal static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Streams and storages, all levels in one list.</summary>
    internal IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>Opens a compound file.</summary>
    /// <param name="stream">Readable and seekable; read from again later, never closed.</param>
    internal static CompoundFile Open(Stream stream) => new(stream);

    /// <summary>
    /// A stream or storage of the outermost level, whatever its name's case, or null. What lies in a storage belongs to
    /// an object embedded in the document and is not found; what damage has cut off from every storage is.
    /// </summary>
    internal CompoundEntry? Find(string name) =>
        Entries.FirstOrDefault(entry => HasName(entry, name) && ParentOf(entry) is 0)
        ?? Entries.FirstOrDefault(entry => HasName(entry, name) && ParentOf(entry) is null);

    /// <summary>The first stream or storage of a name on any level, or null.</summary>
    internal CompoundEntry? FindAnywhere(string name) => Entries.FirstOrDefault(entry => HasName(entry, name));

    /// <summary>What lies directly in a storage, in the order of the directory.</summary>
    internal IEnumerable<CompoundEntry> ChildrenOf(CompoundEntry storage) =>
        Entries.Where(entry => ParentOf(entry) == storage.Index);

    private static bool HasName(CompoundEntry entry, string name) =>
        string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase);

    private int? ParentOf(CompoundEntry entry) => _parents.TryGetValue(entry.Index, out int parent) ? parent : null;

    /// <summary>A stream's content, shorter where its sectors are missing.</summary>
    internal byte[] Read(CompoundEntry entry) => ReadStart(entry, (int)Math.Min(entry.Length, int.MaxValue / 2));

    /// <summary>The first bytes of a stream, fewer where it is shorter.</summary>
    internal byte[] ReadStart(CompoundEntry entry, int length)
    {
        length = (int)Math.Min(length, Math.Min(entry.Length, _stream.Length));
        return entry.Length < _shortLimit ? ReadShortChain(entry.Start, length) : ReadChain(entry.Start, length);
    }

    private static List<CompoundEntry> ReadEntries(byte[] directory)
    {
        List<CompoundEntry> entries = new List<CompoundEntry>();
        for (int at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            ReadOnlySpan<byte> entry = directory.AsSpan(at, EntryLength);
            int nameBytes = Math.Clamp(U16(entry, 64) - 2, 0, 62),
                kind = entry[66];
            if (kind is not (1 or 2 or 5))
                continue;
            entries.Add(
                new CompoundEntry(
                    Encoding.Unicode.GetString(entry[..nameBytes]),
                    kind == 5,
                    kind == 2,
                    at / EntryLength,
                    U32(entry, 116),
                    U32(entry, 120)
                )
            );
        }

        return entries;
    }

    /// <summary>The sectors that hold the allocation table: 109 in the header, further ones in a chain of their
    /// own.</summary>
    private List<uint> FatSectors(byte[] header)
    {
        List<uint> sectors = new List<uint>();
        for (int i = 0; i < 109; i++)
            Add(U32(header, 76 + i * 4));
        uint more = U32(header, 68);
        long limit = _stream.Length / _sectorLength + 1;
        while (more < LastSector && limit-- > 0)
        {
            byte[] sector = ReadSector(more);
            if (sector.Length < _sectorLength)
                break;
            for (int at = 0; at < _sectorLength - 4; at += 4)
                Add(U32(sector, at));
            more = U32(sector, _sectorLength - 4);
        }

        return sectors;

        void Add(uint sector)
        {
            if (sector < LastSector && sectors.Count <= _stream.Length / _sectorLength)
                sectors.Add(sector);
        }
    }

    private uint[] ReadTable(List<uint> sectors)
    {
        uint[] table = new uint[sectors.Count * (_sectorLength / 4)];
        int at = 0;
        foreach (uint number in sectors)
        {
            byte[] sector = ReadSector(number);
            for (int i = 0; i < _sectorLength; i += 4)
                table[at++] = i + 4 <= sector.Length ? U32(sector, i) : uint.MaxValue;
        }

        return table;
    }

    private List<uint> Chain(uint start)
    {
        List<uint> chain = new List<uint>();
        for (uint sector = start; sector < _next.Length && chain.Count < _next.Length; sector = _next[sector])
            chain.Add(sector);
        return chain;
    }

    private byte[] ReadChain(uint start, long length)
    {
        length = Math.Min(length, _stream.Length);
        MemoryStream content = new MemoryStream();
        foreach (uint sector in Chain(start))
        {
            if (content.Length >= length)
                break;
            content.Write(ReadSector(sector));
        }

        content.SetLength(Math.Min(length, content.Length));
        return content.ToArray();
    }

    private byte[] ReadShortChain(uint start, int length)
    {
        MemoryStream content = new MemoryStream();
        uint sector = start;
        for (int steps = 0; content.Length < length && sector < _nextShort.Length && steps < _nextShort.Length; steps++)
        {
            long at = (long)sector * _shortSectorLength;
            if (at >= _shortStream.Length)
                break;
            content.Write(_shortStream, (int)at, (int)Math.Min(_shortSectorLength, _shortStream.Length - at));
            sector = _nextShort[sector];
        }

        content.SetLength(Math.Min(length, content.Length));
        return content.ToArray();
    }

    private byte[] ReadSector(uint number)
    {
        long at = (number + 1L) * _sectorLength;
        if (at >= _stream.Length)
            return [];
        _stream.Position = at;
        byte[] sector = new byte[Math.Min(_sectorLength, _stream.Length - at)];
        _stream.ReadAtLeast(sector, sector.Length, throwOnEndOfStream: false);
        return sector;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}

/// <summary>A stream or storage of a compound file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRoot">True for the root, which holds the sectors of small streams.</param>
/// <param name="IsStream">True for a stream, false for a storage.</param>
/// <param name="Index">Its place in the directory.</param>
/// <param name="Start">Its first sector.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record CompoundEntry(string Name, bool IsRoot, bool IsStream, int Index, uint Start, long Length);
