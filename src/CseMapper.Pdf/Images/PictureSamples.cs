using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Images;

/// <summary>Unpacked pictures (ISO 32000-2, 8.9.5) as shades of grey, a byte a pixel; pictures of one bit stay
/// so.</summary>
internal static class PictureSamples
{
    /// <param name="data">The samples, rows padded to bytes; may be too short, what is missing is white.</param>
    /// <param name="image">The picture's dictionary.</param>
    /// <param name="shape">Its size as a file to write; orientation and resolution are kept.</param>
    /// <param name="decode">Gives the decoded bytes of a stream.</param>
    public static byte[] ToTiff(
        ReadOnlySpan<byte> data,
        PdfDictionary image,
        TiffFile shape,
        Func<PdfStream, byte[]> decode
    )
    {
        bool isMask = image.Any("ImageMask", "IM").AsBoolean();
        int bits = isMask ? 1 : image.Any("BitsPerComponent", "BPC").AsInt(8);
        PictureColours colours = PictureColours.Read(isMask ? PdfValue.Null : image.Any("ColorSpace", "CS"), decode);
        bool isInverted =
            image.Any("Decode", "D").AsArray() is { Count: >= 2 } range && range[0].AsNumber() > range[1].AsNumber();
        if (bits == 1 && colours is { Components: 1, IsIndexed: false })
            return Bilevel(data, shape, isInverted);
        byte[] gray = new byte[shape.Width * shape.Height];
        Array.Fill(gray, (byte)255);
        int rowLength = (int)((((long)shape.Width * colours.Components * bits) + 7) / 8);
        Span<byte> samples = stackalloc byte[colours.Components];
        for (int y = 0; y < shape.Height && (long)(y + 1) * rowLength <= data.Length; y++)
        {
            ReadOnlySpan<byte> row = data.Slice(y * rowLength, rowLength);
            for (int x = 0; x < shape.Width; x++)
            {
                for (int c = 0; c < samples.Length; c++)
                    samples[c] = Sample(row, (x * samples.Length) + c, bits, colours.IsIndexed, isInverted);
                gray[(y * shape.Width) + x] = colours.ToGray(samples);
            }
        }

        return shape.Write(gray);
    }

    /// <summary>A picture of one bit a pixel, in which 1 is white; black where a mask paints.</summary>
    private static byte[] Bilevel(ReadOnlySpan<byte> data, TiffFile shape, bool isInverted)
    {
        int rowLength = (shape.Width + 7) / 8;
        byte[] rows = new byte[rowLength * shape.Height];
        Array.Fill(rows, (byte)(isInverted ? 0 : 0xFF));
        data[..Math.Min(data.Length, rows.Length)].CopyTo(rows);
        return (
            shape with
            {
                BitsPerSample = 1,
                Photometric = isInverted ? TiffFile.WhiteIsZero : TiffFile.BlackIsZero,
            }
        ).Write(rows);
    }

    private static byte Sample(ReadOnlySpan<byte> row, int index, int bits, bool isIndexed, bool isInverted)
    {
        int value = bits switch
        {
            1 => (row[index >> 3] >> (7 - (index & 7))) & 1,
            2 => (row[index >> 2] >> (6 - (2 * (index & 3)))) & 3,
            4 => (row[index >> 1] >> (4 - (4 * (index & 1)))) & 15,
            16 => row[index * 2],
            _ => row[index],
        };
        if (isIndexed)
            return (byte)value;
        int most = bits is 1 or 2 or 4 ? (1 << bits) - 1 : 255;
        int shade = value * 255 / most;
        return (byte)(isInverted ? 255 - shade : shade);
    }
}
