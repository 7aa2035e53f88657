namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>The contexts of the integers that symbols and their places are coded with (T.88, annex A): 512 each, made
/// when first used.</summary>
internal sealed class IntegerContexts
{
    private readonly Dictionary<string, byte[]> _byName = new(StringComparer.Ordinal);

    public byte[] Generic { get; } = new byte[65536];

    public byte[] Refinement { get; } = new byte[8192];

    public byte[] this[string name, int size = 512]
    {
        get
        {
            if (!_byName.TryGetValue(name, out byte[]? contexts))
                _byName.Add(name, contexts = new byte[size]);
            return contexts;
        }
    }
}

/// <summary>How the symbols of a text region are placed (T.88, 6.4).</summary>
internal sealed record TextShape
{
    public int Width { get; init; }

    public int Height { get; init; }

    public int Instances { get; init; }

    /// <summary>Height of a strip, as a power of two.</summary>
    public int LogStrips { get; init; }

    /// <summary>0 bottom left, 1 top left, 2 bottom right, 3 top right.</summary>
    public int Corner { get; init; } = 1;

    public bool IsTransposed { get; init; }

    public int Operation { get; init; }

    public bool IsBlack { get; init; }

    public int Offset { get; init; }

    public bool IsRefined { get; init; }

    public required RefinementShape Refinement { get; init; }
}

/// <summary>Symbols and the text set with them (T.88, 6.4 and 6.5), in the arithmetic coding; the Huffman coding of fax
/// machines is not read.</summary>
/// <param name="decoder">The data.</param>
/// <param name="contexts">Its contexts.</param>
/// <param name="regions">Decodes the pictures.</param>
/// <param name="budget">Pixels left to decode.</param>
internal sealed class Symbols(ArithmeticDecoder decoder, IntegerContexts contexts, Regions regions, PixelBudget budget)
{
    private const int MostSymbols = 1 << 16;

    /// <returns>All symbols that text with this many may use, in bits.</returns>
    public static int CodeLength(int symbols) => symbols <= 1 ? 0 : 32 - int.LeadingZeroCount(symbols - 1);

    /// <param name="known">The symbols of other dictionaries.</param>
    /// <param name="count">How many are new.</param>
    /// <param name="exported">How many are handed on.</param>
    /// <param name="template">Of their pictures.</param>
    /// <param name="adaptive">Of their pictures.</param>
    /// <param name="refinement">How symbols are made of others; null where they are not.</param>
    /// <exception cref="InvalidDataException">The data make no sense.</exception>
    public List<Bitmap> Dictionary(
        List<Bitmap> known,
        int count,
        int exported,
        int template,
        (int X, int Y)[] adaptive,
        RefinementShape? refinement
    )
    {
        if (count + known.Count > MostSymbols)
            throw new InvalidDataException("Too many symbols.");
        List<Bitmap> all = [.. known];
        int total = known.Count + count;
        int height = 0;
        while (all.Count < total)
        {
            budget.Spend(0);
            height = Sensible(height + decoder.Integer(contexts["IADH"]));
            int width = 0;
            for (
                int step;
                (step = decoder.Integer(contexts["IADW"])) != ArithmeticDecoder.OutOfBand && all.Count < total;

            )
            {
                width = Sensible(width + step);
                all.Add(
                    refinement is null
                        ? regions.Generic(
                            decoder,
                            contexts.Generic,
                            width,
                            height,
                            template,
                            adaptive,
                            isTypical: false
                        )
                        : Aggregate(all, total, width, height, refinement)
                );
            }
        }

        return Exported(all, exported);
    }

    /// <summary>Sets symbols onto a picture (6.4.5).</summary>
    public Bitmap Text(List<Bitmap> symbols, int codeLength, TextShape shape)
    {
        Bitmap page = budget.Make(shape.Width, shape.Height);
        if (shape.IsBlack)
            Array.Fill(page.Pixels, (byte)1);
        int strips = 1 << shape.LogStrips;
        int t = -decoder.Integer(contexts["IADT"]) * strips;
        int first = 0;
        for (int set = 0; set < shape.Instances; )
        {
            t = Place(t, (long)decoder.Integer(contexts["IADT"]) * strips);
            first = Place(first, decoder.Integer(contexts["IAFS"]));
            int s = first;
            for (bool isFirst = true; ; isFirst = false)
            {
                if (!isFirst)
                {
                    int step = decoder.Integer(contexts["IADS"]);
                    if (step == ArithmeticDecoder.OutOfBand)
                        break;
                    s = Place(s, (long)step + shape.Offset);
                }

                if (set++ >= shape.Instances)
                    break;
                int row = strips == 1 ? t : Place(t, decoder.Integer(contexts["IAIT"]));
                int number = decoder.Symbol(contexts["IAID", 1 << (codeLength + 1)], codeLength);
                if (number >= symbols.Count)
                    throw new InvalidDataException("There is no such symbol.");
                s = Set(page, Instance(symbols[number], shape), s, row, shape);
            }
        }

        return page;
    }

    private Bitmap Aggregate(List<Bitmap> all, int total, int width, int height, RefinementShape refinement)
    {
        int length = CodeLength(total);
        int instances = decoder.Integer(contexts["IAAI"]);
        if (instances != 1)
        {
            return Text(
                all,
                length,
                new TextShape
                {
                    Width = width,
                    Height = height,
                    Instances = instances,
                    IsRefined = true,
                    Refinement = refinement,
                }
            );
        }

        int number = decoder.Symbol(contexts["IAID", 1 << (length + 1)], length);
        int dx = decoder.Integer(contexts["IARDX"]);
        int dy = decoder.Integer(contexts["IARDY"]);
        if (number >= all.Count)
            throw new InvalidDataException("There is no such symbol.");
        return regions.Refined(decoder, contexts.Refinement, width, height, refinement, all[number], dx, dy);
    }

    /// <summary>A symbol as it is, or changed for this one place.</summary>
    private Bitmap Instance(Bitmap symbol, TextShape shape)
    {
        if (!shape.IsRefined || decoder.Integer(contexts["IARI"]) == 0)
            return symbol;
        int width = decoder.Integer(contexts["IARDW"]);
        int height = decoder.Integer(contexts["IARDH"]);
        int dx = decoder.Integer(contexts["IARDX"]);
        int dy = decoder.Integer(contexts["IARDY"]);
        return regions.Refined(
            decoder,
            contexts.Refinement,
            Sensible(symbol.Width + width),
            Sensible(symbol.Height + height),
            shape.Refinement,
            symbol,
            (width >> 1) + dx,
            (height >> 1) + dy
        );
    }

    /// <returns>Where the line goes on behind the symbol.</returns>
    private int Set(Bitmap page, Bitmap symbol, int s, int t, TextShape shape)
    {
        bool isRight = shape.Corner is 2 or 3;
        bool isBottom = shape.Corner is 0 or 2;
        int extent = (shape.IsTransposed ? symbol.Height : symbol.Width) - 1;
        bool isBefore = shape.IsTransposed ? isBottom : isRight;
        if (isBefore)
            s += extent;
        budget.Spend(((long)symbol.Width * symbol.Height) / 8);
        (int x, int y) = shape.IsTransposed ? (t, s) : (s, t);
        page.Draw(symbol, isRight ? x - symbol.Width + 1 : x, isBottom ? y - symbol.Height + 1 : y, shape.Operation);
        return isBefore ? s : s + extent;
    }

    private List<Bitmap> Exported(List<Bitmap> all, int count)
    {
        List<Bitmap> exported = [];
        bool isExported = false;
        for (int at = 0, empty = 0; at < all.Count && empty < 4; isExported = !isExported)
        {
            int run = decoder.Integer(contexts["IAEX"]);
            if (run < 0 || run > all.Count - at)
                throw new InvalidDataException("The list of symbols is damaged.");
            empty = run == 0 ? empty + 1 : 0;
            if (isExported)
                exported.AddRange(all.GetRange(at, run));
            at += run;
        }

        return exported.Count > count ? exported.GetRange(0, Math.Max(0, count)) : exported;
    }

    private static int Sensible(int size) =>
        size is >= 0 and <= 65535 ? size : throw new InvalidDataException("A symbol of absurd size.");

    private static int Place(int place, long step) => (int)Math.Clamp(place + step, -1_000_000, 1_000_000);
}
