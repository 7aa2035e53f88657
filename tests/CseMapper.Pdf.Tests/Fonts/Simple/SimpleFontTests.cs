using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;
using static CseMapper.Pdf.Tests.Fonts.FontObjects;

namespace CseMapper.Pdf.Tests.Fonts.Simple;

public class SimpleFontTests
{
    [Theory]
    [InlineData("WinAnsiEncoding", "’“€é•")]
    [InlineData("MacRomanEncoding", "íì¤È„")]
    [InlineData("StandardEncoding", "\uFFFD\uFFFD\uFFFDØ\uFFFD")]
    public void ANamedEncodingNamesTheLetters(string encoding, string text)
    {
        PdfFont font = Font(Dictionary(("Subtype", "Type1"), ("BaseFont", "Helvetica"), ("Encoding", encoding)));
        byte[] codes = encoding == "MacRomanEncoding" ? [0x92, 0x93, 0xDB, 0xE9, 0xE3] : [0x92, 0x93, 0x80, 0xE9, 0x95];
        Assert.Equal(text, Read(font, codes));
    }

    [Fact]
    public void WithoutEncodingAType1FontIsStandardAndATrueTypeFontWindows()
    {
        Assert.Equal("’a‘", Read(Font(Dictionary(("Subtype", "Type1"), ("BaseFont", "Times-Roman"))), "'a`"u8));
        Assert.Equal("'a`", Read(Font(Dictionary(("Subtype", "TrueType"), ("BaseFont", "Arial"))), "'a`"u8));
    }

    [Fact]
    public void DifferencesComeBeforeTheBaseEncoding()
    {
        PdfDictionary encoding = Dictionary(
            ("BaseEncoding", "WinAnsiEncoding"),
            ("Differences", Array(65, "fi", "uni20AC", 100, "f_f_i", "nosuchname"))
        );
        PdfFont font = Font(Dictionary(("Subtype", "Type1"), ("BaseFont", "ABCDEF+Minion"), ("Encoding", encoding)));
        Assert.Equal("fi€Cffi\uFFFD", Read(font, "ABCde"u8));
        Assert.Equal("Minion", font.Name);
    }

    [Fact]
    public void ToUnicodeComesBeforeEverything()
    {
        PdfStream toUnicode = Stream("beginbfchar <41> <0058> <42> <0000> <43> <FFFD> endbfchar");
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "Type1"),
                ("BaseFont", "Foo"),
                ("Encoding", "WinAnsiEncoding"),
                ("ToUnicode", toUnicode)
            )
        );
        Assert.Equal("XBCD", Read(font, "ABCD"u8));
    }

    [Fact]
    public void StandardFontsHaveTheirOwnEncodings()
    {
        Assert.Equal("αβ•", Read(Font(Dictionary(("Subtype", "Type1"), ("BaseFont", "Symbol"))), 0x61, 0x62, 0xB7));
        Assert.Equal("✓✔", Read(Font(Dictionary(("Subtype", "Type1"), ("BaseFont", "ZapfDingbats"))), 0x33, 0x34));
    }

    [Fact]
    public void WingdingsInAWindowsEncodingShowsItsSymbols()
    {
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "TrueType"),
                ("BaseFont", "ABCDEF+Wingdings-Regular"),
                ("Encoding", "WinAnsiEncoding")
            )
        );
        Assert.Equal("✓▪❖➢", Read(font, 0xFC, 0xA7, 0x76, 0xD8));
    }

    [Fact]
    public void WidthsComeFromTheArrayThenFromMissingWidth()
    {
        PdfDictionary descriptor = Dictionary(("MissingWidth", 333));
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "TrueType"),
                ("BaseFont", "Foo"),
                ("FirstChar", 65),
                ("Widths", Array(700, 710.5, "junk")),
                ("FontDescriptor", descriptor)
            )
        );
        Assert.Equal([700, 710.5f, 333, 333], Widths(font, "ABCz"u8));
    }

    [Theory]
    [InlineData("Helvetica", new float[] { 667, 222, 278 })]
    [InlineData("Arial,Bold", new float[] { 722, 278, 278 })]
    [InlineData("TimesNewRomanPS-BoldItalicMT", new float[] { 667, 278, 250 })]
    [InlineData("CourierNew", new float[] { 600, 600, 600 })]
    [InlineData("Unheard-Of", new float[] { 667, 222, 278 })]
    public void StandardFontsAndTheirAliasesNeedNoWidths(string name, float[] widths) =>
        Assert.Equal(
            widths,
            Widths(Font(Dictionary(("Subtype", "Type1"), ("BaseFont", name), ("Encoding", "WinAnsiEncoding"))), "Ai "u8)
        );

    [Fact]
    public void AType3FontScalesItsWidthsByItsMatrix()
    {
        PdfDictionary encoding = Dictionary(("Differences", Array(65, "A")));
        PdfFont font = Font(
            Dictionary(
                ("Subtype", "Type3"),
                ("FontMatrix", Array(0.01, 0, 0, 0.01, 0, 0)),
                ("FirstChar", 65),
                ("Widths", Array(50)),
                ("Encoding", encoding)
            )
        );
        Assert.Equal([500], Widths(font, "A"u8));
        Assert.Equal("A", Read(font, "A"u8));
    }

    [Theory]
    [InlineData("Foo-BoldItalic", true, true)]
    [InlineData("Foo,Bold", true, false)]
    [InlineData("Foo-Oblique", false, true)]
    [InlineData("Foo", false, false)]
    public void TheNameTellsBoldAndItalic(string name, bool bold, bool italic)
    {
        PdfFont font = Font(Dictionary(("Subtype", "Type1"), ("BaseFont", name)));
        Assert.Equal((bold, italic), (font.IsBold, font.IsItalic));
    }

    [Fact]
    public void AnEmptyDictionaryIsStillAFont()
    {
        PdfFont font = Font(Dictionary());
        Assert.Equal("A", Read(font, "A"u8));
        Assert.InRange(font.Ascent, 300, 1400);
        Assert.InRange(font.Descent, -700, -50);
    }

    [Theory]
    [InlineData("Pro", new object[] { 1, "C50", "C72", "C6f" })]
    [InlineData("Pro", new object[] { 1, "a80", "a114", "a111" })]
    [InlineData("Pro", new object[] { 1, "g51", "g85", "g82" })]
    [InlineData("P\uFFFDo", new object[] { 1, "a80", "somename", "a111" })]
    public void MadeUpNamesWithANumberAreGuessedFromIt(string text, object[] differences)
    {
        PdfDictionary encoding = Dictionary(("Differences", Array(differences)));
        PdfFont font = Font(Dictionary(("Subtype", "Type3"), ("Encoding", encoding)));
        Assert.Equal(text, Read(font, 1, 2, 3));
    }

    [Fact]
    public void AControlCodeThatTheFontHasNoGlyphForShowsNothing()
    {
        PdfFont font = Font(
            Dictionary(("Subtype", "TrueType"), ("BaseFont", "Arial"), ("Encoding", "WinAnsiEncoding"))
        );
        Assert.Equal("AB", Read(font, 65, 7, 66));
    }

    [Fact]
    public void OnlyCode32IsASpaceThatWordSpacingStretches()
    {
        PdfFont font = Font(
            Dictionary(("Subtype", "Type1"), ("BaseFont", "Helvetica"), ("Encoding", "WinAnsiEncoding"))
        );
        font.Next([32], out PdfGlyph space);
        font.Next([0xA0], out PdfGlyph fixedSpace);
        Assert.True(space.IsSpaceCode);
        Assert.False(fixedSpace.IsSpaceCode);
        Assert.Equal(" ", fixedSpace.Text);
    }
}
