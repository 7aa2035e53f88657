using System.Text;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;
using static CseMapper.Pdf.Tests.Fonts.FontObjects;

namespace CseMapper.Pdf.Tests.Fonts.Composite;

public class CompositeFontTests
{
    [Fact]
    public void IdentityCodesAreTwoBytesAndReadThroughToUnicode()
    {
        PdfFont font = Composite("Identity-H", toUnicode: "beginbfrange <0024> <003D> <0041> endbfrange");
        Assert.Equal("AB\uFFFD", Read(font, 0, 0x24, 0, 0x25, 0x01));
    }

    [Theory]
    [InlineData("UniGB-UCS2-H", new byte[] { 0x4E, 0x2D, 0, 0x41 }, "中A")]
    [InlineData("UniJIS-UTF16-H", new byte[] { 0xD8, 0x40, 0xDC, 0x0B, 0, 0x41 }, "\U0002000BA")]
    [InlineData("UniCNS-UTF8-H", new byte[] { 0xE4, 0xB8, 0xAD, 0x41 }, "中A")]
    [InlineData("UniKS-UTF32-H", new byte[] { 0, 0, 0xAC, 0, 0, 0, 0, 0x41 }, "가A")]
    [InlineData("90ms-RKSJ-H", new byte[] { 0x93, 0xFA, 0x96, 0x7B, 0x41, 0xB1 }, "日本Aｱ")]
    [InlineData("GBK-EUC-H", new byte[] { 0xD6, 0xD0, 0x41 }, "中A")]
    [InlineData("ETen-B5-H", new byte[] { 0xA4, 0xA4, 0x41 }, "中A")]
    [InlineData("KSCms-UHC-H", new byte[] { 0xB0, 0xA1, 0x41 }, "가A")]
    public void PredefinedMapsGiveTheLettersTheyAreMadeOf(string encoding, byte[] codes, string text) =>
        Assert.Equal(text, Read(Composite(encoding), codes));

    [Fact]
    public void AnUnknownMapIsNamedAsAProblem()
    {
        PdfProblemLog log = new();
        Composite("CNS1-H", log: log);
        Assert.Contains(
            log.Problems,
            problem =>
                problem.Kind == PdfProblemKind.UnknownLetters
                && problem.Message.Contains("CNS1-H", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Japan1", new byte[] { 0, 34, 0x03, 0x4B, 0x04, 0x65, 0x1D, 0x31 }, "Aあ亜龠")]
    [InlineData("GB1", new byte[] { 0, 34, 0x03, 0xAC, 0x01, 0x64 }, "A啊ぁ")]
    [InlineData("CNS1", new byte[] { 0, 34, 0x02, 0x53, 0x07, 0xD7 }, "A一耐")]
    [InlineData("Korea1", new byte[] { 0, 34, 0x04, 0x3E, 0x0D, 0x6B }, "A가힝")]
    [InlineData("Identity", new byte[] { 0, 34 }, "\uFFFD")]
    public void LettersOfTheEastAsianCollectionsNeedNoMap(string ordering, byte[] codes, string text)
    {
        PdfDictionary descendant = Dictionary(
            ("Subtype", "CIDFontType0"),
            ("CIDSystemInfo", Dictionary(("Ordering", System.Text.Encoding.ASCII.GetBytes(ordering))))
        );
        PdfFont font = Font(
            Dictionary(("Subtype", "Type0"), ("Encoding", "Identity-H"), ("DescendantFonts", Array(descendant)))
        );
        Assert.Equal(text, Read(font, codes));
    }

    [Fact]
    public void GlyphIndexesOfAFontThatIsNotEmbeddedFollowTheUsualOrder()
    {
        PdfDictionary descendant = Dictionary(
            ("Subtype", "CIDFontType2"),
            ("FontDescriptor", Dictionary(("FontName", "Arial")))
        );
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "Type0"),
                ("BaseFont", "Arial"),
                ("Encoding", "Identity-H"),
                ("DescendantFonts", Array(descendant))
            )
        );
        Assert.Equal("A ’У\uFFFD", Read(font, 0, 36, 0, 3, 0, 183, 2, 0x4D, 9, 9));
    }

    [Fact]
    public void WidthsByCidComeInBothShapesOfW()
    {
        PdfDictionary descendant = Dictionary(("DW", 900), ("W", Array(1, Array(100, 200), 10, 12, 300)));
        PdfFont font = Font(
            Dictionary(("Subtype", "Type0"), ("Encoding", "Identity-H"), ("DescendantFonts", Array(descendant)))
        );
        Assert.Equal([100, 200, 900, 300, 300], Widths(font, 0, 1, 0, 2, 0, 3, 0, 10, 0, 12));
    }

    [Fact]
    public void VerticalWritingTakesItsAdvanceFromW2()
    {
        PdfDictionary descendant = Dictionary(
            ("DW2", Array(880, -990)),
            ("W2", Array(1, Array(-500, 250, 700), 5, 6, -700, 1, 2))
        );
        PdfFont font = Font(
            Dictionary(("Subtype", "Type0"), ("Encoding", "Identity-V"), ("DescendantFonts", Array(descendant)))
        );
        Assert.True(font.IsVertical);
        Assert.Equal([-500, -700, -990], Widths(font, 0, 1, 0, 6, 0, 9));
    }

    [Fact]
    public void AnEmbeddedMapCutsCodesAndGivesCids()
    {
        PdfStream encoding = Stream(
            "begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange begincidrange <41> <42> 10 <8000> "
                + "<8001> 20 endcidrange"
        );
        PdfDictionary descendant = Dictionary(("W", Array(10, Array(111), 20, Array(222))));
        PdfStream toUnicode = Stream("beginbfchar <41> <0041> <8000> <4E2D> endbfchar");
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "Type0"),
                ("Encoding", encoding),
                ("ToUnicode", toUnicode),
                ("DescendantFonts", Array(descendant))
            )
        );
        byte[] codes = [0x41, 0x80, 0x00];
        Assert.Equal("A中", Read(font, codes));
        Assert.Equal([111, 222], Widths(font, codes));
    }

    [Fact]
    public void AMapThatUsesItselfEnds()
    {
        PdfStream encoding = Stream("begincodespacerange <0000> <FFFF> endcodespacerange");
        encoding.Dictionary.Set("UseCMap", PdfValue.From(encoding));
        PdfFont font = Font(
            Dictionary(("Subtype", "Type0"), ("Encoding", encoding), ("DescendantFonts", Array(Dictionary())))
        );
        Assert.Equal(2, font.Next([0, 65], out _));
    }

    [Fact]
    public void WithoutDescendantItIsStillAFont()
    {
        PdfFont font = Font(Dictionary(("Subtype", "Type0")));
        Assert.Equal(2, font.Next([0, 65, 0], out PdfGlyph glyph));
        Assert.False(glyph.IsKnown);
    }

    [Fact]
    public void RandomCodesTakeNoMoreBytesThanThereAre()
    {
        Random random = new(3);
        string[] encodings =
        [
            "Identity-H",
            "UniJIS-UTF8-H",
            "UniJIS-UTF32-H",
            "UniGB-UTF16-V",
            "90ms-RKSJ-H",
            "EUC-H",
            "GBK-EUC-V",
        ];
        foreach (string encoding in encodings)
        {
            PdfFont font = Composite(encoding);
            byte[] codes = new byte[1000];
            random.NextBytes(codes);
            string text = Read(font, codes);
            Assert.DoesNotContain(text, static letter => char.IsControl(letter));
            Assert.Equal(text, Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)));
        }
    }

    private static PdfFont Composite(string encoding, string? toUnicode = null, PdfProblemLog? log = null)
    {
        PdfDictionary font = Dictionary(
            ("Subtype", "Type0"),
            ("BaseFont", "Foo"),
            ("Encoding", encoding),
            ("DescendantFonts", Array(Dictionary()))
        );
        if (toUnicode is not null)
            font.Set("ToUnicode", PdfValue.From(Stream(toUnicode)));
        return Font(font, log);
    }
}
