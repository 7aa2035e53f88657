using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Tests;

public sealed class FixedMathTests
{
    [Fact]
    public void PowersOfTwoAreCloseToTheLibrarys()
    {
        for (float x = -99.9f; x <= 0; x += 0.0137f)
        {
            double expected = 255 * Math.Pow(2, x);
            double found = FixedMath.PowerOfTwo(Vector256.Create(x), 255f)[0];
            Assert.InRange(found / expected, 1 - 1.1e-4, 1 + 1.1e-4);
        }
    }

    [Theory]
    [InlineData(0f, 255)]
    [InlineData(-1f, 127)]
    [InlineData(-9f, 0)]
    [InlineData(-1e9f, 0)]
    public void WeightsOfTheSoftmaxAreWhole(float power, int expected) =>
        Assert.Equal(expected, FixedMath.Round(FixedMath.PowerOfTwo(Vector256.Create(power), 255f))[5]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.841344746)]
    [InlineData(-1, -0.158655254)]
    [InlineData(2, 1.954499736)]
    [InlineData(-3, -0.004049694)]
    [InlineData(6, 6)]
    [InlineData(-6, 0)]
    public void GeluIsCloseToTheNormalDistributions(float x, double expected) =>
        Assert.Equal(expected, FixedMath.Gelu(Vector256.Create(x))[3], 2e-4);

    [Theory]
    [InlineData(0.5f, 0)]
    [InlineData(1.5f, 2)]
    [InlineData(-2.5f, -2)]
    [InlineData(-2.51f, -3)]
    [InlineData(4_000_000.75f, 4_000_001)]
    public void NumbersAreRoundedToTheNearestTiesToEven(float value, int expected)
    {
        Assert.Equal(expected, FixedMath.Round(value));
        Assert.Equal(expected, FixedMath.Round(Vector256.Create(value))[7]);
    }

    [Fact]
    public void LanesAreAddedInOneOrder()
    {
        Vector256<float> lanes = Vector256.Create(1e8f, 1f, -1e8f, 3f, 5e7f, 7f, 0.25f, 9f);
        float expected = ((1e8f + 5e7f) + (-1e8f + 0.25f)) + ((1f + 7f) + (3f + 9f));
        Assert.Equal(expected, FixedMath.Sum(lanes));
    }

    [Fact]
    public void TheLargestLaneIsFoundWhereverItIs()
    {
        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(3f, FixedMath.Largest(Vector256.Create(-2f).WithElement(lane, 3f)));
    }
}
