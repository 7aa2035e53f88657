using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>Advance widths by CID (ISO 32000-2, 9.7.4.3): W and DW, for vertical writing W2 and DW2.</summary>
internal sealed class CidWidths
{
    private const int HighestCid = 65535;

    private readonly CodeMap _own = new();

    private CidWidths(float usual) => Usual = usual;

    /// <summary>The width of CIDs that the array leaves out.</summary>
    public float Usual { get; }

    /// <summary>True where the font gives widths at all.</summary>
    public bool IsThere => !_own.IsEmpty;

    /// <param name="font">The descendant font's dictionary.</param>
    public static CidWidths Horizontal(PdfDictionary font)
    {
        CidWidths widths = new((float)font["DW"].AsNumber(1000));
        if (font["W"].AsArray() is { } array)
            widths.Read(array, 1);
        return widths;
    }

    /// <param name="font">The descendant font's dictionary.</param>
    public static CidWidths Vertical(PdfDictionary font)
    {
        CidWidths widths = new((float)(font["DW2"].AsArray()?[1].AsNumber(-1000) ?? -1000));
        if (font["W2"].AsArray() is { } array)
            widths.Read(array, 3);
        return widths;
    }

    /// <returns>The CID's own width, null where the array leaves it out.</returns>
    public float? Own(int cid)
    {
        if (cid < 0)
            return null;
        int bits = _own.Find((uint)cid);
        return bits == int.MinValue ? null : BitConverter.Int32BitsToSingle(bits);
    }

    /// <param name="array">"first [w w …]" and "first last w" in any order.</param>
    /// <param name="each">Numbers a width: 1, or 3 where a position vector follows the advance.</param>
    private void Read(PdfArray array, int each)
    {
        for (int i = 0; i + 1 < array.Count && !_own.IsFull; )
        {
            int first = array[i].AsInt(-1);
            if (array[i + 1].AsArray() is { } run)
            {
                for (int k = 0; k < run.Count && first >= 0 && first + (k / each) <= HighestCid; k += each)
                    Set(first + (k / each), run[k]);
                i += 2;
                continue;
            }

            int last = Math.Min(array[i + 1].AsInt(-1), HighestCid);
            PdfValue width = array[i + 2];
            for (int cid = Math.Max(first, 0); first >= 0 && cid <= last && !_own.IsFull; cid++)
                Set(cid, width);
            i += 2 + each;
        }
    }

    private void Set(int cid, PdfValue width)
    {
        float value = (float)width.AsNumber(Usual);
        if (width.IsNumber && float.IsFinite(value))
            _own.Set((uint)cid, BitConverter.SingleToInt32Bits(value));
    }
}
