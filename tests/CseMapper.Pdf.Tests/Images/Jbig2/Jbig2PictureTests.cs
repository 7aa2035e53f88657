using CseMapper.Pdf.Images.Jbig2;
using static CseMapper.Pdf.Tests.Fonts.FontFiles;

namespace CseMapper.Pdf.Tests.Images.Jbig2;

public class Jbig2PictureTests
{
    [Fact]
    public void TheTestSequenceOfTheStandardIsDecoded()
    {
        ArithmeticDecoder decoder = new(
            Convert.FromHexString("84C73BFCE1A14304022000" + "00410DBB86F4317FFF88FF37471ADB6ADFFFAC")
        );
        byte context = 0;
        byte[] decoded = new byte[32];
        for (int i = 0; i < 256; i++)
            decoded[i / 8] |= (byte)(decoder.Bit(ref context) << (7 - (i % 8)));
        Assert.Equal(
            "00020051000000C0035287" + "2AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF",
            Convert.ToHexString(decoded)
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 5)]
    [InlineData(64, 40)]
    public void APictureComesOutAsItWentIn(int width, int height)
    {
        Random random = new(width);
        int[,] pixels = new int[width, height];
        for (int x = 0; x < width; x++)
        {
            for (int y = 0; y < height; y++)
                pixels[x, y] = random.Next(4) == 0 ? 1 : 0;
        }

        byte[]? samples = Jbig2Picture.Read(default, File(pixels), width, height, 100_000);
        Assert.NotNull(samples);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                Assert.Equal(1 - pixels[x, y], (samples[(y * ((width + 7) / 8)) + (x / 8)] >> (7 - (x % 8))) & 1);
        }
    }

    [Fact]
    public void DamagedAndHostileFilesEndInAPictureOrNothing()
    {
        Random random = new(3);
        byte[] whole = File(new int[40, 30]);
        for (int round = 0; round < 400; round++)
        {
            byte[] damaged = [.. whole];
            for (int i = random.Next(1, 8); i > 0; i--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (round % 2 == 0)
                damaged[4] = (byte)(round % 64);
            byte[]? samples = Jbig2Picture.Read(damaged, whole, 40, 30, 20_000);
            Assert.True(samples is null || samples.Length == 150);
        }
    }

    [Fact]
    public void APictureOfMorePixelsThanAllowedIsRefused() =>
        Assert.Null(Jbig2Picture.Read(default, File(new int[40, 30]), 4000, 3000, 50_000));

    /// <summary>A page and a generic region of template 2.</summary>
    private static byte[] File(int[,] pixels)
    {
        int width = pixels.GetLength(0),
            height = pixels.GetLength(1);
        byte[] contexts = new byte[1024];
        ArithmeticEncoder encoder = new();
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int X, int Y)[] around =
                [
                    (-1, 0),
                    (-2, 0),
                    (2, -1),
                    (1, -1),
                    (0, -1),
                    (-1, -1),
                    (-2, -1),
                    (1, -2),
                    (0, -2),
                    (-1, -2),
                ];
                int context = 0;
                for (int i = 0; i < around.Length; i++)
                    context |= At(x + around[i].X, y + around[i].Y) << i;
                encoder.Bit(ref contexts[context], pixels[x, y]);
            }
        }

        byte[] region = [.. Long(width), .. Long(height), .. Long(0), .. Long(0), 0, 4, 2, 0xFF, .. encoder.Finish()];
        byte[] page = [.. Long(width), .. Long(height), .. Long(0), .. Long(0), 0, 0, 0];
        return
        [
            .. Long(0),
            48,
            0,
            1,
            .. Long(page.Length),
            .. page,
            .. Long(1),
            38,
            0,
            1,
            .. Long(region.Length),
            .. region,
        ];

        int At(int x, int y) => x >= 0 && y >= 0 && x < width ? pixels[x, y] : 0;
    }
}
