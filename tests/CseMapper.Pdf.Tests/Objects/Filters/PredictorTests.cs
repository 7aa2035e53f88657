using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Filters;
using FsCheck;
using FsCheck.Fluent;

namespace CseMapper.Pdf.Tests.Objects.Filters;

public sealed class PredictorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void PngRowsAreReadBack(int type)
    {
        PropertyTest.Holds<byte[]>(bytes =>
        {
            byte[] encoded = EncodePng(bytes, rowLength: 6, pixel: 3, type);
            return Undo(encoded, 12, columns: 2, colors: 3, bits: 8).SequenceEqual(bytes);
        });
    }

    [Fact]
    public void TiffRowsOfBytesAreReadBack()
    {
        Assert.Equal(
            [10, 20, 30, 11, 22, 33, 1, 2, 3, 1, 2, 3],
            Undo([10, 20, 30, 1, 2, 3, 1, 2, 3, 0, 0, 0], 2, columns: 2, colors: 3, bits: 8)
        );
    }

    [Fact]
    public void TiffRowsOfWordsAreReadBack()
    {
        Assert.Equal([0x01, 0xFF, 0x02, 0x01], Undo([0x01, 0xFF, 0x00, 0x02], 2, columns: 2, colors: 1, bits: 16));
    }

    [Fact]
    public void TiffRowsOfNibblesAreReadBack()
    {
        Assert.Equal([0x13, 0x60], Undo([0x12, 0x3A], 2, columns: 4, colors: 1, bits: 4));
    }

    [Fact]
    public void AbsurdParametersDoNotMakeItThrow()
    {
        Gen<int> absurd = Gen.OneOf(Gen.Choose(-5, 70), Gen.Choose(int.MinValue, int.MaxValue));
        PropertyTest.Holds(
            absurd.Four(),
            numbers =>
            {
                (int predictor, int columns, int colors, int bits) = numbers;
                return Undo([1, 2, 3, 4, 5, 6, 7, 8, 9], predictor, columns, colors, bits).Length <= 9;
            }
        );
    }

    private static byte[] Undo(byte[] data, int predictor, int columns, int colors, int bits)
    {
        PdfDictionary parameters = new(null);
        parameters.Set("Predictor", PdfValue.Integer(predictor));
        parameters.Set("Columns", PdfValue.Integer(columns));
        parameters.Set("Colors", PdfValue.Integer(colors));
        parameters.Set("BitsPerComponent", PdfValue.Integer(bits));
        using PooledBuffer buffer = new(16, 1 << 20);
        buffer.Add(data);
        Predictor.Undo(parameters, buffer);
        return buffer.Span.ToArray();
    }

    /// <summary>The PNG filters forwards; the last row may be shorter.</summary>
    private static byte[] EncodePng(byte[] bytes, int rowLength, int pixel, int type)
    {
        List<byte> encoded = [];
        for (int start = 0; start < bytes.Length; start += rowLength)
        {
            encoded.Add((byte)type);
            for (int i = start; i < Math.Min(start + rowLength, bytes.Length); i++)
            {
                int left = i - start >= pixel ? bytes[i - pixel] : 0;
                int above = start > 0 ? bytes[i - rowLength] : 0;
                int aboveLeft = start > 0 && i - start >= pixel ? bytes[i - rowLength - pixel] : 0;
                int guess = left + above - aboveLeft;
                int paeth = new[] { left, above, aboveLeft }.MinBy(value => Math.Abs(guess - value));
                int[] predictions = [0, left, above, (left + above) / 2, paeth];
                encoded.Add((byte)(bytes[i] - predictions[type]));
            }
        }

        return [.. encoded];
    }
}
