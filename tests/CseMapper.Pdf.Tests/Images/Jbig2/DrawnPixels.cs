namespace CseMapper.Pdf.Tests.Images.Jbig2;

/// <summary>A picture as a test draws it: rows of '#' for black and '.' for white.</summary>
internal sealed class DrawnPixels(params string[] rows)
{
    public int Width => rows[0].Length;

    public int Height => rows.Length;

    public int this[int x, int y] => x >= 0 && y >= 0 && x < Width && y < Height && rows[y][x] == '#' ? 1 : 0;

    public override string ToString() => string.Join('\n', rows);

    /// <summary>Pixels by chance, the same for the same seed; every third row repeats the one above.</summary>
    public static DrawnPixels Random(int width, int height, int seed)
    {
        Random random = new(seed);
        string[] rows = new string[height];
        for (int y = 0; y < height; y++)
        {
            rows[y] =
                y % 3 == 1
                    ? rows[y - 1]
                    : string.Concat(Enumerable.Range(0, width).Select(_ => random.Next(4) == 0 ? '#' : '.'));
        }

        return new DrawnPixels(rows);
    }
}
