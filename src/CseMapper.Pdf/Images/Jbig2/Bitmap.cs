namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>A picture in black (1) and white (0), a byte a pixel; outside it is white.</summary>
internal sealed class Bitmap(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = new byte[width * height];

    public int this[int x, int y] => (uint)x < (uint)Width && (uint)y < (uint)Height ? Pixels[(y * Width) + x] : 0;

    /// <summary>Draws another picture onto this one (T.88, 6.4.5 and 8.2): 0 or, 1 and, 2 exclusive or, 3 its reverse,
    /// 4 replace.</summary>
    public void Draw(Bitmap other, int left, int top, int operation)
    {
        for (int y = Math.Max(0, -top); y < other.Height && y + top < Height; y++)
        {
            for (int x = Math.Max(0, -left); x < other.Width && x + left < Width; x++)
            {
                ref byte pixel = ref Pixels[((y + top) * Width) + x + left];
                byte drawn = other.Pixels[(y * other.Width) + x];
                pixel = operation switch
                {
                    0 => (byte)(pixel | drawn),
                    1 => (byte)(pixel & drawn),
                    2 => (byte)(pixel ^ drawn),
                    3 => (byte)(1 - (pixel ^ drawn)),
                    _ => drawn,
                };
            }
        }
    }

    /// <returns>The picture as a PDF filter gives it: rows of bits padded to bytes, 1 for white.</returns>
    public byte[] ToSamples()
    {
        int rowLength = (Width + 7) / 8;
        byte[] samples = new byte[rowLength * Height];
        Array.Fill(samples, (byte)0xFF);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (Pixels[(y * Width) + x] != 0)
                    samples[(y * rowLength) + (x >> 3)] &= (byte)~(0x80 >> (x & 7));
            }
        }

        return samples;
    }
}
