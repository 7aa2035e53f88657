namespace CseMapper.Pdf.Tests.Images.Jbig2;

public sealed class GenericRegionTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void EveryTemplateGivesThePictureBack(int template, bool isTypical)
    {
        DrawnPixels pixels = DrawnPixels.Random(37, 21, template);
        Jbig2Writer file = new Jbig2Writer().Page(37, 21);
        file.Segment(38, Region(pixels, template, PixelCoding.UsualPlaces[template], isTypical));
        Assert.Equal(pixels.ToString(), file.Read(37, 21));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AdaptivePixelsStandWhereTheFileSays(int template)
    {
        (int X, int Y)[] places = [(-12, -3), (7, -5), (-6, 0), (0, -9)];
        DrawnPixels pixels = DrawnPixels.Random(30, 20, 7);
        Jbig2Writer file = new Jbig2Writer().Page(30, 20);
        file.Segment(38, Region(pixels, template, places[..PixelCoding.UsualPlaces[template].Length], false));
        Assert.Equal(pixels.ToString(), file.Read(30, 20));
    }

    [Theory]
    [InlineData(0, "##\n#.")]
    [InlineData(1, "#.\n..")]
    [InlineData(2, ".#\n#.")]
    [InlineData(3, "#.\n.#")]
    [InlineData(4, "#.\n#.")]
    public void ARegionJoinsThePageAsItsOperationSays(int operation, string expected)
    {
        Jbig2Writer file = new Jbig2Writer().Page(2, 2);
        file.Segment(38, Region(new DrawnPixels("##", ".."), 2, PixelCoding.UsualPlaces[2], false));
        file.Segment(38, Region(new DrawnPixels("#.", "#."), 2, PixelCoding.UsualPlaces[2], false, operation));
        Assert.Equal(expected, file.Read(2, 2));
    }

    [Fact]
    public void APageThatBeginsBlackShowsWhatARegionTakesAway()
    {
        Jbig2Writer file = new Jbig2Writer().Page(3, 2, isBlack: true);
        byte[] region = Region(new DrawnPixels("#."), 2, PixelCoding.UsualPlaces[2], false, 2);
        region[11] = 1;
        file.Segment(38, region);
        Assert.Equal("#.#\n###", file.Read(3, 2));
    }

    [Fact]
    public void FaxCodingIsNotRead()
    {
        Jbig2Writer file = new Jbig2Writer().Page(8, 8);
        file.Segment(38, [.. Jbig2Writer.Place(8, 8), 1, 0, 0, 0]);
        Assert.Null(file.Read(8, 8));
    }

    internal static byte[] Region(
        DrawnPixels pixels,
        int template,
        (int X, int Y)[] adaptive,
        bool isTypical,
        int operation = 0
    )
    {
        ArithmeticEncoder encoder = new();
        PixelCoding.WriteGeneric(encoder, new byte[65536], pixels, template, adaptive, isTypical);
        return
        [
            .. Jbig2Writer.Place(pixels.Width, pixels.Height, operation: operation),
            (byte)((template << 1) | (isTypical ? 8 : 0)),
            .. adaptive.SelectMany(place => (byte[])[(byte)place.X, (byte)place.Y]),
            .. encoder.Finish(),
        ];
    }
}
