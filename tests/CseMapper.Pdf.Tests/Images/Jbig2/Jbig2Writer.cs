using CseMapper.Pdf.Images.Jbig2;
using static CseMapper.Pdf.Tests.Fonts.FontFiles;

namespace CseMapper.Pdf.Tests.Images.Jbig2;

/// <summary>Writes the segments of a small picture (ITU-T T.88, 7).</summary>
internal sealed class Jbig2Writer
{
    private readonly List<byte> _bytes = [];
    private int _next;

    public byte[] Bytes => [.. _bytes];

    public Jbig2Writer Page(int width, int height, bool isBlack = false)
    {
        Segment(48, [.. Long(width), .. Long(height), .. Long(0), .. Long(0), (byte)(isBlack ? 4 : 0), 0, 0]);
        return this;
    }

    /// <returns>The segment's number, by which others refer to it.</returns>
    public int Segment(int type, byte[] body, params int[] referred)
    {
        _bytes.AddRange(Long(_next));
        _bytes.Add((byte)type);
        _bytes.Add((byte)(referred.Length << 5));
        _bytes.AddRange(referred.Select(number => (byte)number));
        _bytes.Add(1);
        _bytes.AddRange(Long(body.Length));
        _bytes.AddRange(body);
        return _next++;
    }

    /// <summary>Where a region stands and how it is drawn (7.4.1).</summary>
    public static byte[] Place(int width, int height, int left = 0, int top = 0, int operation = 0) =>
        [.. Long(width), .. Long(height), .. Long(left), .. Long(top), (byte)operation];

    /// <summary>The picture that comes out, a letter a pixel: '#' for black.</summary>
    public string? Read(int width, int height)
    {
        byte[]? samples = Jbig2Picture.Read(default, Bytes, width, height, 100_000);
        if (samples is null)
            return null;
        int rowLength = (width + 7) / 8;
        IEnumerable<string> rows = Enumerable
            .Range(0, height)
            .Select(y =>
                string.Concat(
                    Enumerable
                        .Range(0, width)
                        .Select(x => (samples[(y * rowLength) + (x / 8)] >> (7 - (x % 8)) & 1) == 0 ? '#' : '.')
                )
            );
        return string.Join('\n', rows);
    }
}
