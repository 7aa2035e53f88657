namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>Pictures decoded pixel by pixel from the pixels around them (T.88, 6.2 and 6.3).</summary>
/// <param name="budget">Pixels left to decode, so that a hostile file ends.</param>
internal sealed class Regions(PixelBudget budget)
{
    // Neighbours from the lowest bit of the context up; null stands for an adaptive pixel.
    private static readonly (int X, int Y)?[][] _templates =
    [
        [
            (-1, 0),
            (-2, 0),
            (-3, 0),
            (-4, 0),
            null,
            (2, -1),
            (1, -1),
            (0, -1),
            (-1, -1),
            (-2, -1),
            null,
            null,
            (1, -2),
            (0, -2),
            (-1, -2),
            null,
        ],
        [
            (-1, 0),
            (-2, 0),
            (-3, 0),
            null,
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
        [(-1, 0), (-2, 0), null, (1, -1), (0, -1), (-1, -1), (-2, -1), (1, -2), (0, -2), (-1, -2)],
        [(-1, 0), (-2, 0), (-3, 0), (-4, 0), null, (1, -1), (0, -1), (-1, -1), (-2, -1), (-3, -1)],
    ];

    private static readonly int[] _typicalContexts = [0x9B25, 0x0795, 0x00E5, 0x0195];

    /// <summary>A region coded by itself.</summary>
    /// <param name="decoder">The data.</param>
    /// <param name="contexts">65,536 contexts.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="template">Which neighbours count, 0 to 3.</param>
    /// <param name="adaptive">Places of the adaptive pixels.</param>
    /// <param name="isTypical">Rows that repeat the one above are marked.</param>
    public Bitmap Generic(
        ArithmeticDecoder decoder,
        byte[] contexts,
        int width,
        int height,
        int template,
        (int X, int Y)[] adaptive,
        bool isTypical
    )
    {
        Bitmap bitmap = budget.Make(width, height);
        (int X, int Y)[] neighbours = Neighbours(template, adaptive);
        bool isRepeated = false;
        for (int y = 0; y < height; y++)
        {
            if (isTypical)
                isRepeated ^= decoder.Bit(ref contexts[_typicalContexts[template]]) != 0;
            Span<byte> row = bitmap.Pixels.AsSpan(y * width, width);
            if (isRepeated)
            {
                if (y > 0)
                    bitmap.Pixels.AsSpan((y - 1) * width, width).CopyTo(row);
                continue;
            }

            for (int x = 0; x < width; x++)
            {
                int context = 0;
                for (int i = 0; i < neighbours.Length; i++)
                    context |= bitmap[x + neighbours[i].X, y + neighbours[i].Y] << i;
                row[x] = (byte)decoder.Bit(ref contexts[context]);
            }
        }

        return bitmap;
    }

    /// <summary>A region coded as the change of another.</summary>
    /// <param name="decoder">The data.</param>
    /// <param name="contexts">8,192 contexts.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="shape">Template, adaptive pixels, typical prediction.</param>
    /// <param name="reference">The picture that is changed.</param>
    /// <param name="dx">Where the reference stands, to the right.</param>
    /// <param name="dy">Where the reference stands, downwards.</param>
    public Bitmap Refined(
        ArithmeticDecoder decoder,
        byte[] contexts,
        int width,
        int height,
        RefinementShape shape,
        Bitmap reference,
        int dx,
        int dy
    )
    {
        Bitmap bitmap = budget.Make(width, height);
        bool isPredicted = false;
        for (int y = 0; y < height; y++)
        {
            if (shape.IsTypical)
                isPredicted ^= decoder.Bit(ref contexts[shape.Template == 0 ? 0x20 : 8]) != 0;
            for (int x = 0; x < width; x++)
            {
                int value = isPredicted ? Uniform(reference, x - dx, y - dy) : -1;
                bitmap.Pixels[(y * width) + x] = (byte)(
                    value >= 0
                        ? value
                        : decoder.Bit(ref contexts[shape.Context(bitmap, x, y, reference, x - dx, y - dy)])
                );
            }
        }

        return bitmap;
    }

    private static (int X, int Y)[] Neighbours(int template, (int X, int Y)[] adaptive)
    {
        int used = 0;
        return [.. _templates[template].Select(place => place ?? adaptive[used++])];
    }

    /// <returns>The value that the nine pixels around a place share, -1 where they differ.</returns>
    private static int Uniform(Bitmap reference, int x, int y)
    {
        int value = reference[x, y];
        for (int i = 0; i < 9; i++)
        {
            if (reference[x - 1 + (i % 3), y - 1 + (i / 3)] != value)
                return -1;
        }

        return value;
    }
}

/// <summary>How a refinement looks at its surroundings (T.88, 6.3.5.3).</summary>
/// <param name="Template">0 or 1.</param>
/// <param name="Adaptive">The adaptive pixels of template 0: one of the picture, one of the reference.</param>
/// <param name="IsTypical">Where the reference is uniform the picture is too, in rows marked so.</param>
internal sealed record RefinementShape(int Template, (int X, int Y)[] Adaptive, bool IsTypical)
{
    public int Context(Bitmap bitmap, int x, int y, Bitmap reference, int rx, int ry)
    {
        if (Template == 0)
        {
            int above =
                (bitmap[x, y - 1] << 12)
                | (bitmap[x + 1, y - 1] << 11)
                | (bitmap[x - 1, y] << 10)
                | (bitmap[x + Adaptive[0].X, y + Adaptive[0].Y] << 9);
            int around =
                (reference[rx, ry - 1] << 8)
                | (reference[rx + 1, ry - 1] << 7)
                | (reference[rx - 1, ry] << 6)
                | (reference[rx, ry] << 5)
                | (reference[rx + 1, ry] << 4);
            return above
                | around
                | (reference[rx - 1, ry + 1] << 3)
                | (reference[rx, ry + 1] << 2)
                | (reference[rx + 1, ry + 1] << 1)
                | reference[rx + Adaptive[1].X, ry + Adaptive[1].Y];
        }

        int drawn =
            (bitmap[x - 1, y - 1] << 9)
            | (bitmap[x, y - 1] << 8)
            | (bitmap[x + 1, y - 1] << 7)
            | (bitmap[x - 1, y] << 6);
        return drawn
            | (reference[rx, ry - 1] << 5)
            | (reference[rx - 1, ry] << 4)
            | (reference[rx, ry] << 3)
            | (reference[rx + 1, ry] << 2)
            | (reference[rx, ry + 1] << 1)
            | reference[rx + 1, ry + 1];
    }
}

/// <summary>Counts the pixels that a file makes a decoder draw, and stops it when they are more than any page
/// has.</summary>
internal sealed class PixelBudget(long left)
{
    private long _left = left;

    /// <exception cref="InvalidDataException">The size is absurd, or the pixels are used up.</exception>
    public Bitmap Make(int width, int height)
    {
        if (width < 0 || height < 0 || (long)width * height > int.MaxValue)
            throw new InvalidDataException("The picture is of absurd size.");
        Spend((long)width * height);
        return new Bitmap(width, height);
    }

    /// <exception cref="InvalidDataException">The pixels are used up.</exception>
    public void Spend(long pixels)
    {
        _left -= pixels + 64;
        if (_left < 0)
            throw new InvalidDataException("The picture has more pixels than a page.");
    }
}
