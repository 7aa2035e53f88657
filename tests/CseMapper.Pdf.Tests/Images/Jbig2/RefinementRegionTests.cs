namespace CseMapper.Pdf.Tests.Images.Jbig2;

public sealed class RefinementRegionTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void ARegionKeptAsideIsRefinedOntoThePage(int template, bool isTypical)
    {
        DrawnPixels before = DrawnPixels.Random(24, 18, 5);
        DrawnPixels after = DrawnPixels.Random(24, 18, 6);
        Jbig2Writer file = new Jbig2Writer().Page(24, 18);
        int part = file.Segment(36, GenericRegionTests.Region(before, 2, PixelCoding.UsualPlaces[2], false));
        file.Segment(42, Region(after, before, template, isTypical), part);
        Assert.Equal(after.ToString(), file.Read(24, 18));
    }

    [Fact]
    public void WithoutARegionKeptAsideThePageItselfIsRefined()
    {
        DrawnPixels before = new("####....", "####....", "####....", "####....");
        DrawnPixels after = new("####....", "###.....", "####....", "##......");
        Jbig2Writer file = new Jbig2Writer().Page(8, 4);
        file.Segment(38, GenericRegionTests.Region(before, 0, PixelCoding.UsualPlaces[0], false));
        file.Segment(42, Region(after, before, 0, true, operation: 4));
        Assert.Equal(after.ToString(), file.Read(8, 4));
    }

    [Fact]
    public void WithoutAPageThereIsNothingToRefine()
    {
        DrawnPixels pixels = new("#.", ".#");
        Jbig2Writer file = new();
        file.Segment(42, Region(pixels, pixels, 1, false));
        Assert.Null(file.Read(2, 2));
    }

    private static byte[] Region(
        DrawnPixels pixels,
        DrawnPixels reference,
        int template,
        bool isTypical,
        int operation = 0
    )
    {
        ArithmeticEncoder encoder = new();
        PixelCoding.WriteRefinement(encoder, new byte[8192], pixels, reference, template, (0, 0), isTypical);
        byte[] places = template == 0 ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        return
        [
            .. Jbig2Writer.Place(pixels.Width, pixels.Height, operation: operation),
            (byte)(template | (isTypical ? 2 : 0)),
            .. places,
            .. encoder.Finish(),
        ];
    }
}
