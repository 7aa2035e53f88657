using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Functions of eight numbers at a time that yield the same bits on every processor.</summary>
/// <remarks>
/// Only operations that IEEE 754 rounds exactly are used (add, subtract, multiply, divide, square root, conversion of
/// whole numbers), each on its own and never as a fused multiply-add; sums run over eight lanes in one order whatever
/// the width of the processor's vectors. The library's exponential differs between systems, hence
/// one of our own.
/// </remarks>
internal static class FixedMath
{
    /// <summary>Adding it leaves a number below 2^22 rounded to the nearest whole one, ties to even, in its last bits.
    /// </summary>
    private const float Rounder = 12_582_912f;

    private const int RounderBits = 0x4B40_0000;

    /// <summary>The nearest whole numbers; of numbers below 2^22.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round(Vector256<float> values) =>
        (values + Vector256.Create(Rounder)).AsInt32() - Vector256.Create(RounderBits);

    /// <summary>As for eight numbers.</summary>
    public static int Round(float value) => BitConverter.SingleToInt32Bits(value + Rounder) - RounderBits;

    /// <summary>The larger of each two; the second where they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Larger(Vector256<float> left, Vector256<float> right) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(left, right), left, right);

    /// <summary>The smaller of each two; the second where they are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Smaller(Vector256<float> left, Vector256<float> right) =>
        Vector256.ConditionalSelect(Vector256.LessThan(left, right), left, right);

    /// <summary>The lanes' sum: the upper half on the lower, three times.</summary>
    public static float Sum(Vector256<float> lanes)
    {
        Vector128<float> four = lanes.GetLower() + lanes.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>The largest lane.</summary>
    public static float Largest(Vector256<float> lanes)
    {
        Vector128<float> low = lanes.GetLower();
        Vector128<float> high = lanes.GetUpper();
        Vector128<float> four = Vector128.ConditionalSelect(Vector128.GreaterThan(low, high), low, high);
        float first = four[0] > four[1] ? four[0] : four[1];
        float second = four[2] > four[3] ? four[2] : four[3];
        return first > second ? first : second;
    }

    /// <summary>Two to the power of numbers up to 0, times a factor; what is below -100 counts as -100. Error below
    /// 2e-4 of the result.</summary>
    /// <remarks>The whole part goes into the exponent's bits; the rest, up to a half on both sides, by the polynomial
    /// through the Chebyshev nodes of that stretch.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PowerOfTwo(Vector256<float> values, float factor)
    {
        Vector256<float> x = Larger(values, Vector256.Create(-100f));
        Vector256<float> shifted = x + Vector256.Create(Rounder);
        Vector256<float> rest = x - (shifted - Vector256.Create(Rounder));
        Vector256<float> sum =
            rest * Vector256.Create(0.0558382832f * factor) + Vector256.Create(0.242639482f * factor);
        sum = sum * rest + Vector256.Create(0.693136752f * factor);
        sum = sum * rest + Vector256.Create(0.99992454f * factor);
        return (sum.AsInt32() + Vector256.ShiftLeft(shifted.AsInt32(), 23)).AsSingle();
    }

    /// <summary>The Gaussian error linear unit, x times the normal distribution's share below x. Error below 2e-4 up to
    /// 6, and below 3e-5 of the number beyond.</summary>
    /// <remarks>Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. The share is 1/2 + x P(x^2) between -4 and 4
    /// and constant beyond, P of the eighth degree through the Chebyshev nodes of 0 to 16: a hundredth of the step in
    /// which the result is quantised afterwards.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> values)
    {
        Vector256<float> x = Smaller(Larger(values, Vector256.Create(-4f)), Vector256.Create(4f));
        Vector256<float> square = x * x;
        Vector256<float> sum = square * Vector256.Create(9.26824381e-11f) + Vector256.Create(-7.83297516e-09f);
        sum = sum * square + Vector256.Create(2.95175653e-07f);
        sum = sum * square + Vector256.Create(-6.65088965e-06f);
        sum = sum * square + Vector256.Create(0.000101978876f);
        sum = sum * square + Vector256.Create(-0.0011490105f);
        sum = sum * square + Vector256.Create(0.00991699379f);
        sum = sum * square + Vector256.Create(-0.0664573908f);
        sum = sum * square + Vector256.Create(0.398939043f);
        return values * (sum * x + Vector256.Create(0.5f));
    }

    /// <summary>Changes a row to <see cref="Gelu"/> of its numbers.</summary>
    /// <param name="row">The first of them.</param>
    /// <param name="count">How many, a multiple of 32.</param>
    public static void GeluRow(ref float row, int count)
    {
        for (nuint place = 0; place < (nuint)count; place += 32)
        {
            Vector256<float> a = Gelu(Vector256.LoadUnsafe(ref row, place));
            Vector256<float> b = Gelu(Vector256.LoadUnsafe(ref row, place + 8));
            Vector256<float> c = Gelu(Vector256.LoadUnsafe(ref row, place + 16));
            Vector256<float> d = Gelu(Vector256.LoadUnsafe(ref row, place + 24));
            a.StoreUnsafe(ref row, place);
            b.StoreUnsafe(ref row, place + 8);
            c.StoreUnsafe(ref row, place + 16);
            d.StoreUnsafe(ref row, place + 24);
        }
    }
}
