using System.Text;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Fonts.Programs;
using CseMapper.Pdf.Objects;
using static CseMapper.Pdf.Tests.Fonts.FontFiles;
using static CseMapper.Pdf.Tests.Fonts.FontObjects;

namespace CseMapper.Pdf.Tests.Fonts.Programs;

public class FontProgramTests
{
    public static TheoryData<byte[]> Programs =>
        [
            TrueType(Maxp(9), Cmap(3, 1, Segment(65, 67, 5)), Post(".notdef", "A", "B")),
            TrueType(Maxp(9), Cmap(1, 0, Bytes((65, 3))), Post("a", "b", "c", "d")),
            TrueType(Maxp(9), Cmap(3, 10, Group(0x1F600, 0x1F603, 2))),
            Cff(["alpha", "beta"], [65, 66]),
            Type1("/Encoding 256 array dup 65 /alpha put readonly def", encrypted: false),
        ];

    [Fact]
    public void AUnicodeMapTurnedRoundNamesTheGlyphsOfACompositeFont() =>
        Assert.Equal("AB\uFFFD", Read(Composite(TrueType(Maxp(9), Cmap(3, 1, Segment(65, 66, 5)))), 0, 5, 0, 6, 0, 7));

    [Fact]
    public void AMapOfGroupsReachesBeyondTheBasicPlane() =>
        Assert.Equal("\U0001F601", Read(Composite(TrueType(Maxp(9), Cmap(3, 10, Group(0x1F600, 0x1F603, 2)))), 0, 3));

    [Fact]
    public void WhereNoMapSaysTheGlyphsNamesDo() =>
        Assert.Equal("Afi", Read(Composite(TrueType(Maxp(3), Post(".notdef", "A", "f_i"))), 0, 1, 0, 2));

    [Fact]
    public void AHyphenThatIsAlsoTheSoftHyphenIsAHyphen()
    {
        byte[] map =
        [
            .. Short(4),
            .. Short(40),
            .. Short(0),
            .. Short(6),
            .. Short(4),
            .. Short(1),
            .. Short(0),
            .. Short(0x2D),
            .. Short(0xAD),
            .. Short(0xFFFF),
            .. Short(0),
            .. Short(0x2D),
            .. Short(0xAD),
            .. Short(0xFFFF),
            .. Short(1 - 0x2D),
            .. Short(1 - 0xAD),
            .. Short(1),
            .. Short(0),
            .. Short(0),
            .. Short(0),
        ];
        Assert.Equal("-", Read(Composite(TrueType(Maxp(3), Cmap(3, 1, map))), 0, 1));
    }

    [Fact]
    public void ACidToGidMapLeadsToTheGlyph()
    {
        PdfFont font = Composite(
            TrueType(Maxp(9), Cmap(3, 1, Segment(65, 66, 5))),
            ("CIDToGIDMap", Stream([0, 0, 0, 6]))
        );
        Assert.Equal("B\uFFFD", Read(font, 0, 1, 0, 2));
    }

    [Fact]
    public void ASymbolicTrueTypeFontReadsItsCodesThroughItsOwnMaps()
    {
        byte[] symbol = TrueType(
            Maxp(9),
            Cmap(3, 0, Segment(0xF001, 0xF002, 3)),
            Post("a", "b", "c", "germandbls", "Euro")
        );
        Assert.Equal("ß€", Read(Simple("TrueType", "FontFile2", symbol), 1, 2));
        byte[] mac = TrueType(Maxp(9), Cmap(1, 0, Bytes((1, 2))), Post("a", "b", "thorn"));
        Assert.Equal("þ", Read(Simple("TrueType", "FontFile2", mac), 1));
        byte[] trimmed = TrueType(Maxp(9), Cmap(1, 0, Trimmed(7, 1, 2)), Post("a", "b", "thorn"));
        Assert.Equal("bþ", Read(Simple("TrueType", "FontFile2", trimmed), 7, 8));
    }

    [Fact]
    public void ACffFontNamesItsCodes()
    {
        Assert.Equal("αβ", Read(Simple("Type1", "FontFile3", Cff(["alpha", "beta"], [1, 2])), 1, 2));
        Assert.Equal("A", Read(Simple("Type1", "FontFile3", Cff(["alpha"])), 65));
    }

    [Fact]
    public void ACffFontWithoutCharacterNumbersNamesItsGlyphs() =>
        Assert.Equal("β", Read(Composite(Cff(["alpha", "beta"])), 0, 2));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AType1FontNamesItsCodesInTheClearOrTheEncryptedPart(bool encrypted)
    {
        const string Encoding =
            "/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 1 /alpha put dup 8#102 /beta put "
            + "readonly def";
        Assert.Equal("αβ", Read(Simple("Type1", "FontFile", Type1(Encoding, encrypted)), 1, 66));
    }

    [Fact]
    public void AnEncodingOfTheDictionaryComesBeforeTheProgram()
    {
        PdfFont font = Simple(
            "Type1",
            "FontFile3",
            Cff(["alpha", "beta"], [65, 66]),
            ("Encoding", Dictionary(("Differences", Array(65, "gamma"))))
        );
        Assert.Equal("γβ", Read(font, "AB"u8));
    }

    [Fact]
    public void MetricsOfTheProgramServeWhereTheDictionaryHasNoWidths()
    {
        byte[] head = new byte[54];
        head[18] = 0x08;
        byte[] hhea = [.. new byte[34], .. Short(2)];
        byte[] hmtx = [.. Short(1024), .. Short(0), .. Short(512), .. Short(0)];
        byte[] file = TrueType(
            Maxp(4),
            ("head", head),
            ("hhea", hhea),
            ("hmtx", hmtx),
            Cmap(1, 0, Bytes((65, 0), (66, 1), (67, 3)))
        );
        Assert.Equal([250, 250], Widths(Simple("TrueType", "FontFile2", file), "BC"u8));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void ADamagedProgramNeverThrows(byte[] program)
    {
        Random random = new(11);
        for (int round = 0; round < 400; round++)
        {
            byte[] damaged = [.. program];
            for (int i = random.Next(1, 12); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0)
                damaged = damaged[..random.Next(damaged.Length)];
            Exhaust(damaged);
        }
    }

    [Fact]
    public void RandomBytesUnderEveryMagicNumberNeverThrow()
    {
        Random random = new(5);
        byte[][] magics =
        [
            [0, 1, 0, 0],
            Encoding.ASCII.GetBytes("OTTO"),
            Encoding.ASCII.GetBytes("ttcf"),
            [1, 0, 4, 1],
            [0x80, 1, 4, 0, 0, 0],
            Encoding.ASCII.GetBytes("%!PS eexec"),
            [],
        ];
        for (int round = 0; round < 600; round++)
        {
            byte[] bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            if (round % 2 == 0)
            {
                for (int i = 0; i < bytes.Length; i++)
                    bytes[i] &= 3;
            }

            Exhaust([.. magics[round % magics.Length], .. bytes]);
        }
    }

    /// <summary>Asks a program everything that fonts ask; what it answers must be text.</summary>
    private static void Exhaust(byte[] bytes)
    {
        PdfDictionary descriptor = Dictionary(("FontFile2", Stream(bytes)));
        if (FontPrograms.Open(descriptor, static stream => stream.Raw.ToArray()) is { } program)
        {
            for (int glyph = -1; glyph < 300; glyph++)
            {
                _ = program.NameOfGlyph(glyph);
                _ = program.TextOfGlyph(glyph);
                _ = program.Width(glyph);
                _ = program.GlyphOfCid(glyph);
                _ = program.NameOfCode(glyph);
            }
        }

        byte[] codes = [.. Enumerable.Range(0, 256).Select(static code => (byte)code)];
        Assert.DoesNotContain(Read(Simple("TrueType", "FontFile2", bytes), codes), char.IsControl);
        Assert.DoesNotContain(Read(Composite(bytes), codes), char.IsControl);
    }

    private static PdfFont Simple(
        string subtype,
        string key,
        byte[] program,
        params (string Key, object Value)[] more
    ) =>
        Font(
            Dictionary([
                ("Subtype", subtype),
                ("BaseFont", "ABCDEF+Foo"),
                ("FontDescriptor", Dictionary(("Flags", 4), (key, Stream(program)))),
                .. more,
            ])
        );

    private static PdfFont Composite(byte[] program, params (string Key, object Value)[] more)
    {
        PdfDictionary descendant = Dictionary([
            ("FontDescriptor", Dictionary(("FontFile2", Stream(program)))),
            .. more,
        ]);
        return Font(
            Dictionary(("Subtype", "Type0"), ("Encoding", "Identity-H"), ("DescendantFonts", Array(descendant)))
        );
    }
}
