using static CseMapper.Pdf.Tests.Fonts.FontFiles;

namespace CseMapper.Pdf.Tests.Images.Jbig2;

public sealed class SymbolsTests
{
    private const int Side = 24;

    private static readonly DrawnPixels[] _letters =
    [
        new("##", "##"),
        new("#..", "###"),
        new("#.#", ".#.", "#.#", "###"),
    ];

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void TextHangsOnTheCornerItNames(int corner, bool isTransposed)
    {
        SetSymbol[] set = [new(0, 4, 6), new(2, 9, 6), new(1, 14, 6), new(2, 5, 15), new(0, 1, 19)];
        SymbolCoding text = new();
        text.Text(_letters, set, 0, isTransposed);
        Jbig2Writer file = new Jbig2Writer().Page(Side, Side);
        int letters = file.Segment(0, Dictionary(_letters, 2));
        file.Segment(6, TextRegion(text, set.Length, (corner << 4) | (isTransposed ? 0x40 : 0)), letters);
        Assert.Equal(Drawn(set, corner, isTransposed), file.Read(Side, Side));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void SymbolsOfEveryTemplateAreSetInStripsOfSeveralRows(int template)
    {
        SetSymbol[] set = [new(1, 2, 4), new(0, 7, 7), new(2, 12, 5), new(2, 0, 13)];
        SymbolCoding text = new();
        text.Text(_letters, set, 2, false);
        Jbig2Writer file = new Jbig2Writer().Page(Side, Side);
        int letters = file.Segment(0, Dictionary(_letters, template));
        file.Segment(6, TextRegion(text, set.Length, (1 << 4) | (2 << 2)), letters);
        Assert.Equal(Drawn(set, 1, false), file.Read(Side, Side));
    }

    [Fact]
    public void TextUsesTheSymbolsOfSeveralDictionariesInTheirOrder()
    {
        SetSymbol[] set = [new(2, 1, 3), new(0, 8, 3), new(1, 15, 3)];
        SymbolCoding text = new();
        text.Text(_letters, set, 0, false);
        Jbig2Writer file = new Jbig2Writer().Page(Side, Side);
        int first = file.Segment(0, Dictionary(_letters[..1], 2));
        int others = file.Segment(0, Dictionary(_letters[1..], 1));
        file.Segment(6, TextRegion(text, set.Length, 1 << 4), first, others);
        Assert.Equal(Drawn(set, 1, false), file.Read(Side, Side));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ASymbolIsMadeByChangingAnother(int template)
    {
        DrawnPixels changed = new("#.#", "...", "#.#", ".##");
        SymbolCoding symbols = new();
        symbols.Dictionary(
            [changed],
            _letters.Length,
            pixels =>
            {
                symbols.Integer("IAAI", 1);
                symbols.Number(2, 2);
                symbols.Integer("IARDX", 0);
                symbols.Integer("IARDY", 0);
                PixelCoding.WriteRefinement(symbols.Encoder, symbols.Refinement, pixels, _letters[2], template, (0, 0));
            }
        );
        SetSymbol[] set = [new(3, 5, 2)];
        SymbolCoding text = new();
        text.Text([.. _letters, changed], set, 0, false);
        Jbig2Writer file = new Jbig2Writer().Page(Side, Side);
        int letters = file.Segment(0, Dictionary(_letters, 2));
        byte[] places = template == 0 ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        byte[] body =
        [
            .. Short((template << 12) | (2 << 10) | 2),
            2,
            0xFF,
            .. places,
            .. Long(_letters.Length + 1),
            .. Long(1),
            .. symbols.Encoder.Finish(),
        ];
        int all = file.Segment(0, body, letters);
        file.Segment(6, TextRegion(text, set.Length, 1 << 4), all);
        Assert.Equal(Drawn(set, 1, false, changed), file.Read(Side, Side));
    }

    [Fact]
    public void OneInstanceOfASymbolIsChangedAndTheNextIsNot()
    {
        DrawnPixels changed = new("##.", ".##", "..#");
        SetSymbol[] set = [new(0, 2, 3), new(0, 12, 3)];
        SymbolCoding text = new();
        text.Text(
            _letters,
            set,
            0,
            false,
            one =>
            {
                text.Integer("IARI", one.Along == 12 ? 1 : 0);
                if (one.Along != 12)
                    return;
                text.Integer("IARDW", 1);
                text.Integer("IARDH", 1);
                text.Integer("IARDX", 0);
                text.Integer("IARDY", 1);
                PixelCoding.WriteRefinement(text.Encoder, text.Refinement, changed, _letters[0], 1, (0, 1));
            }
        );
        Jbig2Writer file = new Jbig2Writer().Page(Side, Side);
        int letters = file.Segment(0, Dictionary(_letters, 2));
        file.Segment(6, TextRegion(text, set.Length, 0x8000 | (1 << 4) | 2), letters);
        Assert.Equal(Drawn([set[0], new(3, 12, 3)], 1, false, changed), file.Read(Side, Side));
    }

    internal static byte[] Dictionary(DrawnPixels[] letters, int template)
    {
        SymbolCoding symbols = new();
        (int X, int Y)[] adaptive = PixelCoding.UsualPlaces[template];
        symbols.Dictionary(
            letters,
            0,
            pixels => PixelCoding.WriteGeneric(symbols.Encoder, symbols.Generic, pixels, template, adaptive)
        );
        return
        [
            .. Short(template << 10),
            .. adaptive.SelectMany(place => (byte[])[(byte)place.X, (byte)place.Y]),
            .. Long(letters.Length),
            .. Long(letters.Length),
            .. symbols.Encoder.Finish(),
        ];
    }

    internal static byte[] TextRegion(SymbolCoding text, int instances, int flags) =>
        [.. Jbig2Writer.Place(Side, Side), .. Short(flags), .. Long(instances), .. text.Encoder.Finish()];

    /// <summary>The page as a person would draw it: each symbol with the named corner at its place.</summary>
    private static string Drawn(SetSymbol[] set, int corner, bool isTransposed, params DrawnPixels[] more)
    {
        DrawnPixels[] all = [.. _letters, .. more];
        char[][] page = [.. Enumerable.Range(0, Side).Select(_ => new string('.', Side).ToCharArray())];
        foreach (SetSymbol one in set)
        {
            DrawnPixels letter = all[one.Number];
            int left =
                !isTransposed ? one.Along
                : corner is 2 or 3 ? one.Across - letter.Width + 1
                : one.Across;
            int top =
                isTransposed ? one.Along
                : corner is 0 or 2 ? one.Across - letter.Height + 1
                : one.Across;
            for (int i = 0; i < letter.Width * letter.Height; i++)
            {
                if (letter[i % letter.Width, i / letter.Width] == 1)
                    page[top + (i / letter.Width)][left + (i % letter.Width)] = '#';
            }
        }

        return string.Join('\n', page.Select(row => new string(row)));
    }
}
