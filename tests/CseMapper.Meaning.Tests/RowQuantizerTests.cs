using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Tests;

public sealed class RowQuantizerTests
{
    [Theory]
    [InlineData(nameof(RowForm.UnsignedBytes))]
    [InlineData(nameof(RowForm.SignedBytes))]
    [InlineData(nameof(RowForm.Words))]
    public void NumbersAreAtMostAStepOff(string name)
    {
        RowForm form = Enum.Parse<RowForm>(name);
        Random random = new(3);
        float[] row = [.. Enumerable.Range(0, 384).Select(_ => random.NextSingle() * 7 - 1)];
        row[10] = 0;
        byte[] stored = new byte[row.Length * 2];
        RowScale scale = RowQuantizer.Quantize(ref row[0], row.Length, form, ref stored[0]);
        for (int place = 0; place < row.Length; place++)
            Assert.Equal(row[place], (Number(stored, place, form) - scale.Zero) * scale.Scale, scale.Scale);
        Assert.Equal(scale.Zero, Number(stored, 10, form));
    }

    [Fact]
    public void ARowOfNothingStaysNothing()
    {
        float[] row = new float[32];
        byte[] stored = new byte[32];
        RowScale scale = RowQuantizer.Quantize(ref row[0], row.Length, RowForm.UnsignedBytes, ref stored[0]);
        Assert.All(stored, number => Assert.Equal(scale.Zero, number));
    }

    private static int Number(byte[] stored, int place, RowForm form) =>
        form switch
        {
            RowForm.Words => BitConverter.ToInt16(stored, place * 2),
            RowForm.SignedBytes => (sbyte)stored[place],
            _ => stored[place],
        };
}
