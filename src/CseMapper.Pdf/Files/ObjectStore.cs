using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Encryption;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>
/// The objects of a file by number: located, parsed when first asked for, and kept for a while. An object that is not
/// where the cross-references say is looked for by scanning the file.
/// </summary>
internal sealed class ObjectStore : IPdfResolver
{
    /// <summary>
    /// Objects that need other objects to be read (a stream its Length, an object its object stream): no honest chain
    /// is longer.
    /// </summary>
    private const int MostPending = 24;

    /// <summary>References to references.</summary>
    private const int MostHops = 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PdfLimits _limits;
    private readonly PdfProblemLog _log;
    private readonly TwoAgeCache<PdfValue> _objects;
    private readonly TwoAgeCache<ObjectStream> _streams;
    private readonly List<int> _pending = [];
    private int _endSearchedFrom = int.MaxValue;
    private int _endFound;
    private Dictionary<int, ScannedObject>? _scanned;
    private long _parseable;

    public ObjectStore(ReadOnlyMemory<byte> bytes, PdfProblemLog log, PdfLimits limits)
    {
        _bytes = bytes;
        _limits = limits;
        _log = log;
        _objects = new(limits.CachedSourceBytes);
        _streams = new(limits.CachedSourceBytes);
        Decoder = new StreamDecoder(log, limits, bytes.Length);
        _parseable = limits.LeastParsedBytes + (long)bytes.Length * limits.ParsesPerByte;
        Table = new CrossReferenceTable(limits.ObjectNumber);
    }

    public NameTable Names { get; } = new();

    public StreamDecoder Decoder { get; }

    public CrossReferenceTable Table { get; private set; }

    /// <summary>Bytes before the header, from which offsets may be counted.</summary>
    public int Shift { get; init; }

    public FileCipher? Cipher { get; private set; }

    /// <summary>Sets where objects are and how they are encrypted; what was read before is forgotten.</summary>
    public void Use(CrossReferenceTable table, FileCipher? cipher)
    {
        Table = table;
        Cipher = cipher;
        _objects.Clear();
        _streams.Clear();
    }

    public PdfValue Resolve(PdfReference reference)
    {
        PdfValue value = Load(reference.Number);
        for (int hop = 0; hop < MostHops && value.AsReference() is { } next; hop++)
            value = Load(next.Number);
        return value.Kind == PdfKind.Reference ? PdfValue.Null : value;
    }

    /// <summary>The object stream with this number, unfolded; null where there is none.</summary>
    public ObjectStream? LoadStream(int number)
    {
        if (_streams.TryGet(number, out ObjectStream known))
            return known;
        if (Load(number).AsStream() is not { } stream)
            return null;
        ObjectStream read = ObjectStream.Read(stream.Dictionary, Decoder.Decode(stream));
        _streams.Add(number, read, read.Size);
        _parseable += (long)read.Size * _limits.ParsesPerByte;
        return read;
    }

    /// <summary>All objects that a scan of the file finds.</summary>
    public List<ScannedObject> Scan()
    {
        List<ScannedObject> objects = FileScan.Objects(_bytes.Span);
        _scanned = [];
        foreach (ScannedObject item in objects)
            _scanned[item.Reference.Number] = item;
        return objects;
    }

    private PdfValue Load(int number)
    {
        if (_objects.TryGet(number, out PdfValue known))
            return known;
        CrossReferenceEntry entry = Table[number];
        if (entry.Place < ObjectPlace.InFile || _pending.Count >= MostPending || _pending.Contains(number))
            return PdfValue.Null;
        if (_parseable <= 0)
        {
            _log.Add(
                PdfProblemKind.LimitReached,
                "The parts of the file refer to each other in a way that has no end; the rest was left out."
            );
            return PdfValue.Null;
        }

        _pending.Add(number);
        try
        {
            int length;
            bool isInFile = entry.Place == ObjectPlace.InFile;
            PdfValue value = isInFile
                ? ReadInFile(number, entry.Position, out length)
                : ReadInStream(number, entry, out length);
            _objects.Add(number, value, length + 16);
            _parseable -= length;
            return value;
        }
        finally
        {
            _pending.RemoveAt(_pending.Count - 1);
        }
    }

    private PdfValue ReadInStream(int number, CrossReferenceEntry entry, out int length)
    {
        length = 0;
        return LoadStream(entry.Position)?.Object(number, entry.Index, Names, this, _limits.NestingDepth, out length)
            ?? PdfValue.Null;
    }

    private PdfValue ReadInFile(int number, int offset, out int length)
    {
        if (TryReadAt(number, offset, out PdfValue value, out length))
            return value;
        if (Shift > 0 && TryReadAt(number, offset + Shift, out value, out length))
            return value;
        if (_scanned is null)
        {
            _log.Add(
                PdfProblemKind.Damaged,
                "The file's table of contents is wrong in places; what it points to was looked for in the whole file."
            );
            Scan();
        }

        bool isFound =
            _scanned!.TryGetValue(number, out ScannedObject found)
            && TryReadAt(number, found.Offset, out value, out length);
        return isFound ? value : PdfValue.Null;
    }

    private bool TryReadAt(int number, int offset, out PdfValue value, out int length)
    {
        value = PdfValue.Null;
        length = 0;
        if (offset >= _bytes.Length)
            return false;
        PdfReference reference = default;
        ObjectParser parser = new(_bytes.Span, offset, Names);
        if (!parser.TryReadHeader(out reference) || reference.Number != number)
            return false;
        parser = new(_bytes.Span, parser.Position, Names, this, Cipher?.For(reference), _limits.NestingDepth);
        value = parser.Read();
        length = parser.Position - offset;
        if (value.Kind == PdfKind.Dictionary && value.AsDictionary() is { } dictionary && parser.TryReadStreamKeyword())
        {
            value = PdfValue.From(ReadStream(reference, dictionary, parser.Position));
        }

        return true;
    }

    private PdfStream ReadStream(PdfReference reference, PdfDictionary dictionary, int start)
    {
        long claimed = dictionary["Length"].AsLong(-1);
        bool isRight = StreamExtent.IsRight(_bytes.Span, start, claimed);
        int length = isRight ? (int)claimed : StreamExtent.Search(_bytes.Span, start, EndOf(start));
        return new PdfStream(dictionary, _bytes.Slice(start, length), Cipher?.ForStream(reference, dictionary));
    }

    /// <summary>
    /// Searches for a stream's end; within the stretch last searched the answer is known, which keeps files of many
    /// endless streams linear.
    /// </summary>
    private int EndOf(int start)
    {
        if (start < _endSearchedFrom || start > _endFound)
        {
            _endSearchedFrom = start;
            _endFound = StreamExtent.EndOf(_bytes.Span, start);
        }

        return _endFound;
    }
}
