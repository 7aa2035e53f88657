using CseMapper.Pdf.Images.Jbig2;
using static CseMapper.Pdf.Tests.Fonts.FontFiles;

namespace CseMapper.Pdf.Tests.Images.Jbig2;

public sealed class DamagedSegmentsTests
{
    private static readonly DrawnPixels[] _letters = [new("##", "#."), new("###", ".#.", ".#.")];

    [Theory]
    [InlineData(16)]
    [InlineData(22)]
    [InlineData(53)]
    public void HalftonesAndTablesOfCodesAreNotRead(int type)
    {
        Jbig2Writer file = new Jbig2Writer().Page(8, 8);
        file.Segment(type, new byte[40]);
        Assert.Null(file.Read(8, 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void HuffmanCodingIsNotRead(int type)
    {
        Jbig2Writer file = new Jbig2Writer().Page(8, 8);
        byte[] place = type == 6 ? Jbig2Writer.Place(8, 8) : [];
        file.Segment(type, [.. place, .. Short(1), .. new byte[30]]);
        Assert.Null(file.Read(8, 8));
    }

    [Fact]
    public void TextWithoutItsSymbolsIsNoPicture()
    {
        SymbolCoding text = new();
        text.Text(_letters, [new(1, 2, 2)], 0, false);
        Jbig2Writer file = new Jbig2Writer().Page(24, 24);
        file.Segment(6, SymbolsTests.TextRegion(text, 1, 1 << 4));
        Assert.Null(file.Read(24, 24));
    }

    [Fact]
    public void SegmentsThatMeanNothingHereAreSkipped()
    {
        DrawnPixels pixels = DrawnPixels.Random(9, 9, 1);
        Jbig2Writer file = new Jbig2Writer().Page(9, 9);
        file.Segment(62, [1, 2, 3]);
        file.Segment(38, GenericRegionTests.Region(pixels, 1, PixelCoding.UsualPlaces[1], false));
        file.Segment(49, []);
        Assert.Equal(pixels.ToString(), file.Read(9, 9));
    }

    [Fact]
    public void AFileThatBreaksOffAnywhereEndsInAPictureOrNothing()
    {
        SetSymbol[] set = [new(1, 2, 2), new(0, 8, 2)];
        SymbolCoding text = new();
        text.Text(_letters, set, 0, false);
        Jbig2Writer file = new Jbig2Writer().Page(24, 24);
        int letters = file.Segment(0, SymbolsTests.Dictionary(_letters, 0));
        file.Segment(6, SymbolsTests.TextRegion(text, set.Length, 1 << 4), letters);
        byte[] whole = file.Bytes;
        for (int length = 0; length < whole.Length; length++)
        {
            byte[]? samples = Jbig2Picture.Read(default, whole.AsMemory(0, length), 24, 24, 20_000);
            Assert.True(samples is null || samples.Length == 72, $"Broken off at {length}.");
        }
    }

    [Fact]
    public void SymbolsOfAbsurdSizeOrNumberAreRefused()
    {
        SymbolCoding symbols = new();
        symbols.Integer("IADH", 70_000);
        Jbig2Writer high = new Jbig2Writer().Page(8, 8);
        high.Segment(0, [.. Short(2 << 10), 2, 0xFF, .. Long(1), .. Long(1), .. symbols.Encoder.Finish()]);
        Assert.Null(high.Read(8, 8));
        Jbig2Writer many = new Jbig2Writer().Page(8, 8);
        many.Segment(0, [.. Short(2 << 10), 2, 0xFF, .. Long(int.MaxValue), .. Long(int.MaxValue), 0, 0]);
        Assert.Null(many.Read(8, 8));
    }
}
