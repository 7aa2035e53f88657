namespace CseMapper.Pdf.Tests.Images.Jbig2;

/// <summary>Codes pixels from the pixels around them, as the figures of T.88 (6.2.5.3 and 6.3.5.3) show them.</summary>
internal static class PixelCoding
{
    /// <summary>Where the adaptive pixels stand unless a file moves them.</summary>
    public static readonly (int X, int Y)[][] UsualPlaces =
    [
        [(3, -1), (-3, -1), (2, -2), (-2, -2)],
        [(3, -1)],
        [(2, -1)],
        [(2, -1)],
    ];

    private static readonly int[] _typical = [0x9B25, 0x0795, 0x00E5, 0x0195];

    public static void WriteGeneric(
        ArithmeticEncoder encoder,
        byte[] contexts,
        DrawnPixels pixels,
        int template,
        (int X, int Y)[] adaptive,
        bool isTypical = false
    )
    {
        bool wasRepeated = false;
        (int X, int Y)[] around = Around(template, adaptive);
        for (int y = 0; y < pixels.Height; y++)
        {
            bool isRepeated = isTypical && Enumerable.Range(0, pixels.Width).All(x => pixels[x, y] == pixels[x, y - 1]);
            if (isTypical)
                encoder.Bit(ref contexts[_typical[template]], isRepeated == wasRepeated ? 0 : 1);
            wasRepeated = isRepeated;
            for (int x = 0; x < pixels.Width && !isRepeated; x++)
            {
                int context = 0;
                for (int i = 0; i < around.Length; i++)
                    context |= pixels[x + around[i].X, y + around[i].Y] << i;
                encoder.Bit(ref contexts[context], pixels[x, y]);
            }
        }
    }

    public static void WriteRefinement(
        ArithmeticEncoder encoder,
        byte[] contexts,
        DrawnPixels pixels,
        DrawnPixels reference,
        int template,
        (int X, int Y) offset,
        bool isTypical = false
    )
    {
        bool wasTypical = false;
        for (int y = 0; y < pixels.Height; y++)
        {
            int row = y;
            bool isPredicted =
                isTypical
                && Enumerable
                    .Range(0, pixels.Width)
                    .All(x =>
                        !IsUniform(x - offset.X, row - offset.Y)
                        || pixels[x, row] == reference[x - offset.X, row - offset.Y]
                    );
            if (isTypical)
                encoder.Bit(ref contexts[template == 0 ? 0x20 : 8], isPredicted == wasTypical ? 0 : 1);
            wasTypical = isPredicted;
            for (int x = 0; x < pixels.Width; x++)
            {
                if (!isPredicted || !IsUniform(x - offset.X, y - offset.Y))
                    encoder.Bit(ref contexts[Context(x, y)], pixels[x, y]);
            }
        }

        bool IsUniform(int x, int y) =>
            Enumerable.Range(0, 9).All(i => reference[x - 1 + (i % 3), y - 1 + (i / 3)] == reference[x, y]);

        int Context(int x, int y)
        {
            (int X, int Y)[] own =
                template == 0 ? [(0, -1), (1, -1), (-1, 0), (-1, -1)] : [(-1, -1), (0, -1), (1, -1), (-1, 0)];
            (int X, int Y)[] other =
                template == 0
                    ? [(0, -1), (1, -1), (-1, 0), (0, 0), (1, 0), (-1, 1), (0, 1), (1, 1), (-1, -1)]
                    : [(0, -1), (-1, 0), (0, 0), (1, 0), (0, 1), (1, 1)];
            int context = 0;
            foreach ((int dx, int dy) in own)
                context = (context << 1) | pixels[x + dx, y + dy];
            foreach ((int dx, int dy) in other)
                context = (context << 1) | reference[x - offset.X + dx, y - offset.Y + dy];
            return context;
        }
    }

    /// <summary>Neighbours from the lowest bit up: the pixels before the coded one, then the rows above, from right
    /// to left.</summary>
    private static (int X, int Y)[] Around(int template, (int X, int Y)[] a) =>
        template switch
        {
            0 =>
            [
                (-1, 0),
                (-2, 0),
                (-3, 0),
                (-4, 0),
                a[0],
                (2, -1),
                (1, -1),
                (0, -1),
                (-1, -1),
                (-2, -1),
                a[1],
                a[2],
                (1, -2),
                (0, -2),
                (-1, -2),
                a[3],
            ],
            1 =>
            [
                (-1, 0),
                (-2, 0),
                (-3, 0),
                a[0],
                (2, -1),
                (1, -1),
                (0, -1),
                (-1, -1),
                (-2, -1),
                (2, -2),
                (1, -2),
                (0, -2),
                (-1, -2),
            ],
            2 => [(-1, 0), (-2, 0), a[0], (1, -1), (0, -1), (-1, -1), (-2, -1), (1, -2), (0, -2), (-1, -2)],
            _ => [(-1, 0), (-2, 0), (-3, 0), (-4, 0), a[0], (1, -1), (0, -1), (-1, -1), (-2, -1), (-3, -1)],
        };
}
