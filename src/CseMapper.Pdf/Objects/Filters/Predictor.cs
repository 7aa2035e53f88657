using System.Buffers.Binary;

namespace CseMapper.Pdf.Objects.Filters;

/// <summary>Undoes the predictors of FlateDecode and LZWDecode (ISO 32000-2, 7.4.4.4), in place.</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int FirstPng = 10;

    /// <summary>More colours or bits than any writer uses: an absurd number, taken as its default.</summary>
    private const int MostColors = 64;

    /// <param name="parameters">The DecodeParms; null for the defaults.</param>
    /// <param name="data">The unpacked data; shorter afterwards where PNG rows lose their tag byte.</param>
    public static void Undo(PdfDictionary? parameters, PooledBuffer data)
    {
        int predictor = parameters?["Predictor"].AsInt(1) ?? 1;
        if (parameters is null || predictor < Tiff)
            return;
        int colors = Sane(parameters["Colors"].AsInt(1), MostColors, 1);
        int bits = Sane(parameters["BitsPerComponent"].AsInt(8), 16, 8);
        int columns = Sane(parameters["Columns"].AsInt(1), 1 << 24, 1);
        long rowBits = (long)columns * colors * bits;
        int row = (int)Math.Min((rowBits + 7) / 8, int.MaxValue - 1);
        int pixel = Math.Max(1, colors * bits / 8);
        if (predictor >= FirstPng)
            data.Truncate(UndoPng(data.Span, row, pixel));
        else if (predictor == Tiff)
            UndoTiff(data.Span, row, colors, bits);
    }

    private static int Sane(int value, int most, int fallback) => value < 1 || value > most ? fallback : value;

    /// <summary>The five PNG filters (PNG specification, clause 9.2); each row begins with a byte that names its
    /// own.</summary>
    private static int UndoPng(Span<byte> data, int rowLength, int pixel)
    {
        int written = 0;
        int previousStart = -1;
        for (int p = 0; p < data.Length; )
        {
            byte type = data[p++];
            int length = Math.Min(rowLength, data.Length - p);
            Span<byte> row = data.Slice(written, length);
            data.Slice(p, length).CopyTo(row);
            ReadOnlySpan<byte> previous = previousStart < 0 ? default : data.Slice(previousStart, length);
            UndoRow(type, row, previous, Math.Min(pixel, length));
            previousStart = written;
            written += length;
            p += length;
        }

        return written;
    }

    private static void UndoRow(byte type, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        switch (type)
        {
            case 1:
                for (int i = pixel; i < row.Length; i++)
                    row[i] += row[i - pixel];
                break;
            case 2:
                for (int i = 0; i < above.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                    row[i] += (byte)((Left(row, i, pixel) + Above(above, i)) / 2);
                break;
            case 4:
                for (int i = 0; i < row.Length; i++)
                    row[i] += Paeth(Left(row, i, pixel), Above(above, i), Above(above, i - pixel));
                break;
            default:
                break;
        }
    }

    private static int Left(ReadOnlySpan<byte> row, int i, int pixel) => i < pixel ? 0 : row[i - pixel];

    private static int Above(ReadOnlySpan<byte> above, int i) => (uint)i < (uint)above.Length ? above[i] : 0;

    private static byte Paeth(int left, int above, int aboveLeft)
    {
        int estimate = left + above - aboveLeft;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toAboveLeft = Math.Abs(estimate - aboveLeft);
        return (byte)(
            toLeft <= toAbove && toLeft <= toAboveLeft ? left
            : toAbove <= toAboveLeft ? above
            : aboveLeft
        );
    }

    /// <summary>TIFF 6.0, section 14: each component is stored as its difference from the pixel to its left.</summary>
    private static void UndoTiff(Span<byte> data, int rowLength, int colors, int bits)
    {
        for (int start = 0; start < data.Length; start += rowLength)
        {
            Span<byte> row = data.Slice(start, Math.Min(rowLength, data.Length - start));
            if (bits == 8)
            {
                for (int i = colors; i < row.Length; i++)
                    row[i] += row[i - colors];
            }
            else if (bits == 16)
            {
                for (int i = colors * 2; i + 1 < row.Length; i += 2)
                {
                    ushort left = BinaryPrimitives.ReadUInt16BigEndian(row[(i - colors * 2)..]);
                    BinaryPrimitives.WriteUInt16BigEndian(
                        row[i..],
                        (ushort)(BinaryPrimitives.ReadUInt16BigEndian(row[i..]) + left)
                    );
                }
            }
            else
            {
                UndoTiffBits(row, colors, bits);
            }
        }
    }

    private static void UndoTiffBits(Span<byte> row, int colors, int bits)
    {
        int mask = (1 << bits) - 1;
        Span<int> left = stackalloc int[colors];
        left.Clear();
        int count = row.Length * 8 / bits;
        for (int i = 0; i < count; i++)
        {
            int bit = i * bits;
            int shift = 8 - bits - bit % 8;
            if (shift < 0)
                return;
            ref byte place = ref row[bit / 8];
            int value = ((place >> shift & mask) + left[i % colors]) & mask;
            left[i % colors] = value;
            place = (byte)(place & ~(mask << shift) | value << shift);
        }
    }
}
