namespace CseMapper.Pdf.Images.Jbig2;

/// <summary>Reads the segments of a JBIG2 picture embedded in a PDF (ITU-T T.88, 7; ISO 32000-2, 7.4.7): generic,
/// refinement and text regions and their symbols.</summary>
internal sealed class Jbig2Picture
{
    private const int MostSegments = 10_000;

    private readonly PixelBudget _budget;
    private readonly Regions _regions;
    private readonly Dictionary<uint, List<Bitmap>> _dictionaries = [];
    private readonly Dictionary<uint, Bitmap> _parts = [];
    private readonly int _width;
    private readonly int _height;
    private Bitmap? _page;

    private Jbig2Picture(int width, int height, long mostPixels)
    {
        _width = width;
        _height = height;
        _budget = new PixelBudget(mostPixels);
        _regions = new Regions(_budget);
    }

    /// <param name="globals">The segments of JBIG2Globals; empty where there are none.</param>
    /// <param name="data">The picture's own segments.</param>
    /// <param name="width">Width by the picture's dictionary.</param>
    /// <param name="height">Height by the picture's dictionary.</param>
    /// <param name="mostPixels">Pixels that may be decoded, symbols and repeats included.</param>
    /// <returns>Rows of bits padded to bytes, 1 for white; null where the picture is coded in a way not read, or too
    /// damaged.</returns>
    public static byte[]? Read(
        ReadOnlyMemory<byte> globals,
        ReadOnlyMemory<byte> data,
        int width,
        int height,
        long mostPixels
    )
    {
        Jbig2Picture picture = new(width, height, mostPixels);
        try
        {
            picture.ReadSegments(globals);
            picture.ReadSegments(data);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return picture._page?.ToSamples();
    }

    private void ReadSegments(ReadOnlyMemory<byte> data)
    {
        for (int count = 0; data.Length >= 11 && count < MostSegments; count++)
        {
            SegmentReader header = new(data);
            uint number = header.Long();
            int flags = header.Byte();
            uint[] referred = Referred(header, number);
            header.Skip((flags & 0x40) != 0 ? 4 : 1);
            uint length = header.Long();
            ReadOnlyMemory<byte> body = header.Rest;
            if (length != uint.MaxValue)
                body = body[..(int)Math.Min(length, (uint)body.Length)];
            Read(flags & 0x3F, number, referred, new SegmentReader(body));
            data = header.Rest[body.Length..];
        }
    }

    private static uint[] Referred(SegmentReader header, uint number)
    {
        int first = header.Byte();
        int count = first >> 5;
        if (count == 7)
        {
            count = (int)(
                ((uint)(first & 0x1F) << 24)
                | ((uint)header.Byte() << 16)
                | ((uint)header.Byte() << 8)
                | (uint)header.Byte()
            );
            header.Skip((count + 8) / 8);
        }

        if (count > MostSegments)
            throw new InvalidDataException("Too many segments.");
        uint[] referred = new uint[count];
        for (int i = 0; i < count; i++)
        {
            referred[i] =
                number <= 256 ? (uint)header.Byte()
                : number <= 65536 ? (uint)header.Short()
                : header.Long();
        }

        return referred;
    }

    private void Read(int type, uint number, uint[] referred, SegmentReader body)
    {
        switch (type)
        {
            case 0:
                _dictionaries[number] = Dictionary(referred, body);
                break;
            case 4 or 6 or 7:
                Place(type == 4, number, body.Region(), region => Text(referred, region, body));
                break;
            case 36 or 38 or 39:
                Place(type == 36, number, body.Region(), region => Generic(region, body));
                break;
            case 40 or 42 or 43:
                Place(type == 40, number, body.Region(), region => Refinement(referred, region, body));
                break;
            case 48:
                MakePage(body);
                break;
            case 16 or 20 or 22 or 23 or 53:
                throw new InvalidDataException("Halftones and tables of codes are not read.");
        }
    }

    private void Place(bool isPart, uint number, SegmentRegion region, Func<SegmentRegion, Bitmap> read)
    {
        Bitmap bitmap = read(region);
        if (isPart)
            _parts[number] = bitmap;
        else
            (_page ??= _budget.Make(_width, _height)).Draw(bitmap, region.Left, region.Top, region.Operation);
    }

    private void MakePage(SegmentReader body)
    {
        body.Skip(16);
        _page = _budget.Make(_width, _height);
        if ((body.Byte() & 4) != 0)
            Array.Fill(_page.Pixels, (byte)1);
    }

    private Bitmap Generic(SegmentRegion region, SegmentReader body)
    {
        int flags = body.Byte();
        if ((flags & 1) != 0)
            throw new InvalidDataException("Fax coding inside JBIG2 is not read.");
        int template = (flags >> 1) & 3;
        (int X, int Y)[] adaptive = body.Places(template == 0 ? 4 : 1);
        return _regions.Generic(
            new ArithmeticDecoder(body.Rest),
            new byte[65536],
            region.Width,
            region.Height,
            template,
            adaptive,
            (flags & 8) != 0
        );
    }

    private Bitmap Refinement(uint[] referred, SegmentRegion region, SegmentReader body)
    {
        int flags = body.Byte();
        RefinementShape shape = new(flags & 1, (flags & 1) == 0 ? body.Places(2) : [], (flags & 2) != 0);
        Bitmap? part = referred.Select(_parts.GetValueOrDefault).FirstOrDefault(bitmap => bitmap is not null);
        Bitmap reference = part ?? _page ?? throw new InvalidDataException("There is nothing to refine.");
        (int dx, int dy) = part is null ? (-region.Left, -region.Top) : (0, 0);
        return _regions.Refined(
            new ArithmeticDecoder(body.Rest),
            new byte[8192],
            region.Width,
            region.Height,
            shape,
            reference,
            dx,
            dy
        );
    }

    private List<Bitmap> Dictionary(uint[] referred, SegmentReader body)
    {
        int flags = body.Short();
        if ((flags & 1) != 0)
            throw new InvalidDataException("Huffman coding is not read.");
        int template = (flags >> 10) & 3;
        (int X, int Y)[] adaptive = body.Places(template == 0 ? 4 : 1);
        bool isRefined = (flags & 2) != 0;
        int refinement = (flags >> 12) & 1;
        RefinementShape? shape = isRefined
            ? new RefinementShape(refinement, refinement == 0 ? body.Places(2) : [], false)
            : null;
        int exported = (int)Math.Min(body.Long(), int.MaxValue);
        int count = (int)Math.Min(body.Long(), 1 << 20);
        return new Symbols(new ArithmeticDecoder(body.Rest), new IntegerContexts(), _regions, _budget).Dictionary(
            Known(referred),
            count,
            exported,
            template,
            adaptive,
            shape
        );
    }

    private Bitmap Text(uint[] referred, SegmentRegion region, SegmentReader body)
    {
        int flags = body.Short();
        if ((flags & 1) != 0)
            throw new InvalidDataException("Huffman coding is not read.");
        bool isRefined = (flags & 2) != 0;
        int refinement = (flags >> 15) & 1;
        RefinementShape shape = new(refinement, isRefined && refinement == 0 ? body.Places(2) : [], false);
        int offset = (flags >> 10) & 31;
        List<Bitmap> symbols = Known(referred);
        int instances = (int)Math.Min(body.Long(), 1 << 22);
        Symbols text = new(new ArithmeticDecoder(body.Rest), new IntegerContexts(), _regions, _budget);
        return text.Text(
            symbols,
            Symbols.CodeLength(symbols.Count),
            new TextShape
            {
                Instances = instances,
                Width = region.Width,
                Height = region.Height,
                LogStrips = (flags >> 2) & 3,
                Corner = (flags >> 4) & 3,
                IsTransposed = (flags & 0x40) != 0,
                Operation = (flags >> 7) & 3,
                IsBlack = (flags & 0x200) != 0,
                Offset = offset > 15 ? offset - 32 : offset,
                IsRefined = isRefined,
                Refinement = shape,
            }
        );
    }

    private List<Bitmap> Known(uint[] referred) =>
        [.. referred.SelectMany(number => _dictionaries.GetValueOrDefault(number) ?? [])];
}
