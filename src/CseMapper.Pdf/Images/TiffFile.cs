using System.Buffers.Binary;

namespace CseMapper.Pdf.Images;

/// <summary>Writes a TIFF file of one strip around picture data (TIFF 6.0; Adobe TIFF technical note 2 for JPEG
/// inside).</summary>
/// <param name="Width">Pixels a row as stored.</param>
/// <param name="Height">Rows as stored.</param>
internal sealed record TiffFile(int Width, int Height)
{
    public const int Uncompressed = 1;
    public const int FaxGroup3 = 3;
    public const int FaxGroup4 = 4;
    public const int JpegInside = 7;

    public const int WhiteIsZero = 0;
    public const int BlackIsZero = 1;
    public const int LuminanceAndColour = 6;
    public const int Separated = 5;

    private const int Head = 8;

    /// <summary>How the data is packed.</summary>
    public int Compression { get; init; } = Uncompressed;

    /// <summary>What the numbers mean.</summary>
    public int Photometric { get; init; } = BlackIsZero;

    public int BitsPerSample { get; init; } = 8;

    public int SamplesPerPixel { get; init; } = 1;

    /// <summary>Which corner of the picture as shown the first row and column stand at: 1 for upright, 6 for turned
    /// right (TIFF 6.0, tag 274).</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Fax group 3 in two dimensions.</summary>
    public bool IsTwoDimensional { get; init; }

    public int DotsPerInch { get; init; } = 300;

    public byte[] Write(ReadOnlySpan<byte> data)
    {
        List<(ushort Tag, uint Value)> tags =
        [
            (256, (uint)Width),
            (257, (uint)Height),
            (258, (uint)BitsPerSample),
            (259, (uint)Compression),
            (262, (uint)Photometric),
            (273, Head),
            (274, (uint)Orientation),
            (277, (uint)SamplesPerPixel),
            (278, (uint)Height),
            (279, (uint)data.Length),
            (282, 0),
            (283, 0),
        ];
        if (Compression == FaxGroup3)
            tags.Add((292, IsTwoDimensional ? 1u : 0));
        tags.Add((296, 2));
        int directory = Head + ((data.Length + 1) & ~1);
        int extra = directory + 2 + (12 * tags.Count) + 4;
        byte[] file = new byte[extra + 16];
        "II*\0"u8.CopyTo(file);
        Put(file, 4, (uint)directory);
        data.CopyTo(file.AsSpan(Head));
        file[directory] = (byte)tags.Count;
        for (int i = 0; i < tags.Count; i++)
            PutTag(file, directory + 2 + (12 * i), tags[i].Tag, tags[i].Value, extra);
        for (int i = 0; i < 2; i++)
        {
            Put(file, extra + (8 * i), (uint)DotsPerInch);
            Put(file, extra + (8 * i) + 4, 1);
        }

        return file;
    }

    private static void PutTag(byte[] file, int at, ushort tag, uint value, int extra)
    {
        bool isRational = tag is 282 or 283;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), tag);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 2), (ushort)(isRational ? 5 : 4));
        Put(file, at + 4, 1);
        Put(file, at + 8, isRational ? (uint)(extra + (tag == 283 ? 8 : 0)) : value);
    }

    private static void Put(byte[] file, int at, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
