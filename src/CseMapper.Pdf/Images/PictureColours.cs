using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Images;

/// <summary>Takes the samples of a picture to shades of grey, which is all that text recognition needs (ISO 32000-2,
/// 8.6).</summary>
internal sealed class PictureColours
{
    private const int DeepestSpace = 4;

    private readonly Func<ReadOnlySpan<byte>, byte> _toGray;

    private PictureColours(int components, Func<ReadOnlySpan<byte>, byte> toGray, bool isIndexed = false)
    {
        Components = components;
        _toGray = toGray;
        IsIndexed = isIndexed;
    }

    /// <summary>Samples a pixel.</summary>
    public int Components { get; }

    /// <summary>True where a sample is a place in a table of colours and not a shade.</summary>
    public bool IsIndexed { get; }

    /// <param name="space">The picture's ColorSpace.</param>
    /// <param name="decode">Gives the decoded bytes of a stream.</param>
    /// <param name="depth">How many spaces this one is inside.</param>
    public static PictureColours Read(PdfValue space, Func<PdfStream, byte[]> decode, int depth = 0)
    {
        PdfArray? array = space.AsArray();
        string name = space.AsName() ?? array?[0].AsName() ?? "";
        return name switch
        {
            "DeviceRGB" or "RGB" or "CalRGB" => Rgb,
            "DeviceCMYK" or "CMYK" => Cmyk,
            "ICCBased" => OfCount(array?[1].AsDictionary()?["N"].AsInt() ?? 1),
            "Lab" => new PictureColours(3, static samples => samples[0]),
            "Separation" => Tints(1),
            "DeviceN" => Tints(Math.Clamp(array?[1].AsArray()?.Count ?? 1, 1, 32)),
            "Indexed" or "I" when array is not null && depth < DeepestSpace => Indexed(array, decode, depth),
            _ => Gray,
        };
    }

    public byte ToGray(ReadOnlySpan<byte> samples) => _toGray(samples);

    private static PictureColours Gray { get; } = new(1, static samples => samples[0]);

    private static PictureColours Rgb { get; } = new(3, static samples => Luma(samples[0], samples[1], samples[2]));

    private static PictureColours Cmyk { get; } =
        new(
            4,
            static samples =>
                (byte)(
                    Luma((byte)(255 - samples[0]), (byte)(255 - samples[1]), (byte)(255 - samples[2]))
                    * (255 - samples[3])
                    / 255
                )
        );

    private static PictureColours OfCount(int components) =>
        components switch
        {
            3 => Rgb,
            4 => Cmyk,
            _ => Gray,
        };

    /// <summary>More ink is darker, whatever its colour.</summary>
    private static PictureColours Tints(int count) =>
        new(
            count,
            static samples =>
            {
                byte most = 0;
                foreach (byte sample in samples)
                    most = Math.Max(most, sample);
                return (byte)(255 - most);
            }
        );

    private static PictureColours Indexed(PdfArray array, Func<PdfStream, byte[]> decode, int depth)
    {
        PictureColours colours = Read(array[1], decode, depth + 1);
        byte[] table = array[3].AsString() ?? (array[3].AsStream() is { } stream ? decode(stream) : []);
        byte[] shades = new byte[256];
        for (int i = 0; i < 256 && (i + 1) * colours.Components <= table.Length; i++)
        {
            shades[i] = colours.ToGray(table.AsSpan(i * colours.Components, colours.Components));
        }

        return new PictureColours(1, samples => shades[samples[0]], isIndexed: true);
    }

    private static byte Luma(byte red, byte green, byte blue) =>
        (byte)(((red * 77) + (green * 150) + (blue * 29)) >> 8);
}
