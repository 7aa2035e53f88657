using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>Puts a file without usable cross-references together again from a scan of its bytes.</summary>
/// <param name="bytes">The file.</param>
/// <param name="store">Its objects; told where they are.</param>
/// <param name="limits">Bounds object numbers.</param>
internal sealed class FileRebuild(ReadOnlyMemory<byte> bytes, ObjectStore store, PdfLimits limits)
{
    /// <summary>
    /// Trailers looked at from the end of the file, and cross-reference streams likewise; those before them are long
    /// out of date.
    /// </summary>
    private const int MostTrailers = 64;

    /// <summary>No trailer is longer.</summary>
    private const int LongestTrailer = 1 << 20;

    private readonly CrossReferenceTable _table = new(limits.ObjectNumber);
    private List<ScannedObject> _objects = [];

    /// <summary>How many objects were found.</summary>
    public int Count => _objects.Count;

    /// <summary>Finds what stands in the file itself; of several versions of an object the last counts.</summary>
    public void FindObjects()
    {
        _objects = store.Scan();
        foreach (ScannedObject item in _objects)
        {
            _table[item.Reference.Number] = new(ObjectPlace.InFile, item.Offset, item.Reference.Generation);
        }

        store.Use(_table, null);
    }

    /// <summary>
    /// Joins all trailers and the dictionaries of all cross-reference streams; of several entries the last in the file
    /// counts.
    /// </summary>
    public PdfDictionary FindTrailer()
    {
        PdfDictionary all = new(store);
        List<ScannedObject> sections = _objects.FindAll(item => item.Type == ScannedType.CrossReference);
        for (int i = Math.Max(0, sections.Count - MostTrailers); i < sections.Count; i++)
            Merge(all, sections[i].Offset, hasHeader: true);
        List<int> trailers = FileScan.Trailers(bytes.Span);
        for (int i = Math.Max(0, trailers.Count - MostTrailers); i < trailers.Count; i++)
            Merge(all, trailers[i], hasHeader: false);
        return all;
    }

    /// <summary>
    /// Finds the objects in object streams, once the file can be decrypted. A later version of an object in the file
    /// itself counts more.
    /// </summary>
    public void AddCompressedObjects()
    {
        foreach (ScannedObject item in _objects)
        {
            if (item.Type != ScannedType.ObjectStream || store.LoadStream(item.Reference.Number) is not { } stream)
                continue;
            ReadOnlySpan<int> numbers = stream.Numbers;
            for (int i = 0; i < numbers.Length; i++)
            {
                CrossReferenceEntry known = _table[numbers[i]];
                bool isNewer = known.Place != ObjectPlace.InFile || known.Position < item.Offset;
                if (numbers[i] > 0 && isNewer)
                    _table[numbers[i]] = new(ObjectPlace.InStream, item.Reference.Number, i);
            }
        }

        store.Use(_table, store.Cipher);
    }

    /// <summary>The last object that is a catalog with pages, for files whose trailer is lost.</summary>
    public PdfDictionary? FindCatalog()
    {
        PdfDictionary? found = null;
        foreach (int number in _table.Numbers())
        {
            PdfDictionary? dictionary = store.Resolve(new PdfReference(number, 0)).AsDictionary();
            if (dictionary?["Type"].AsName() != "Catalog")
                continue;
            if (found is null || dictionary["Pages"].AsDictionary() is not null)
                found = dictionary;
        }

        return found;
    }

    private void Merge(PdfDictionary all, int offset, bool hasHeader)
    {
        ReadOnlySpan<byte> window = bytes.Span[..(int)Math.Min(bytes.Length, (long)offset + LongestTrailer)];
        ObjectParser parser = new(window, offset, store.Names, store);
        if (hasHeader && !parser.TryReadHeader(out _))
            return;
        if (parser.Read().AsDictionary() is not { } trailer)
            return;
        foreach (string key in trailer.Keys)
            all.Set(key, trailer.Raw(key));
    }
}
