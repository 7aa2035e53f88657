using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Files;

/// <summary>The entries of a cross-reference stream (ISO 32000-2, 7.5.8).</summary>
/// <param name="dictionary">The stream's dictionary.</param>
/// <param name="widths">Its W: how many bytes each field has.</param>
internal sealed class CrossReferenceStream(PdfDictionary dictionary, PdfArray widths)
{
    private const int MostBytes = 8;

    private readonly int _typeWidth = Width(widths, 0);
    private readonly int _positionWidth = Width(widths, 1);
    private readonly int _indexWidth = Width(widths, 2);

    /// <returns>False when the fields make no sense.</returns>
    public bool Read(ReadOnlySpan<byte> data, int fileLength, CrossReferenceTable table, bool overFree)
    {
        int row = _typeWidth + _positionWidth + _indexWidth;
        if (row == 0 || _positionWidth == 0)
            return false;
        if (dictionary["Index"].AsArray() is not { Count: >= 2 } index)
        {
            return ReadRange(ref data, row, 0, dictionary["Size"].AsInt(), fileLength, table, overFree);
        }

        for (int i = 0; i + 1 < index.Count; i += 2)
        {
            if (!ReadRange(ref data, row, index[i].AsInt(-1), index[i + 1].AsInt(), fileLength, table, overFree))
                return false;
        }

        return true;
    }

    private static int Width(PdfArray widths, int field) => Math.Clamp(widths[field].AsInt(), 0, MostBytes);

    private bool ReadRange(
        ref ReadOnlySpan<byte> data,
        int row,
        int first,
        int count,
        int fileLength,
        CrossReferenceTable table,
        bool overFree
    )
    {
        if (first < 0)
            return false;
        for (int i = 0; i < count && data.Length >= row; i++, data = data[row..])
        {
            long type = _typeWidth == 0 ? 1 : Field(data, _typeWidth);
            long position = Field(data[_typeWidth..], _positionWidth);
            long last = Field(data[(_typeWidth + _positionWidth)..], _indexWidth);
            CrossReferenceEntry entry = type switch
            {
                1 when position > 0 && position < fileLength => new(
                    ObjectPlace.InFile,
                    (int)position,
                    (int)Math.Min(last, ushort.MaxValue)
                ),
                2 when position <= int.MaxValue => new(
                    ObjectPlace.InStream,
                    (int)position,
                    (int)Math.Min(last, int.MaxValue)
                ),
                _ => new(ObjectPlace.Free, 0, 0),
            };
            table.AddOlder(first + i, entry, overFree);
            if (first + i == int.MaxValue)
                return false;
        }

        return true;
    }

    private static long Field(ReadOnlySpan<byte> data, int width)
    {
        ulong value = 0;
        for (int i = 0; i < width; i++)
            value = value << 8 | data[i];
        return value > long.MaxValue ? long.MaxValue : (long)value;
    }
}
