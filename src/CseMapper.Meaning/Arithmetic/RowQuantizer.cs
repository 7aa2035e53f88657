using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>What a quantised row's numbers stand for: (number - <paramref name="Zero"/>) times
/// <paramref name="Scale"/>.</summary>
/// <param name="Scale">The value of one step.</param>
/// <param name="Zero">The number that stands for 0, from 0 to 255, less what the row's form takes away.</param>
internal readonly record struct RowScale(float Scale, int Zero);

/// <summary>Makes rows of numbers whole: from 0 to 255 between a row's own smallest and largest, 0 too.</summary>
/// <remarks>By row, so that a text's vector never depends on the texts beside it.</remarks>
internal static class RowQuantizer
{
    /// <summary>How many numbers are stored at a time.</summary>
    public const int Step = 32;

    /// <summary>Quantises a row.</summary>
    /// <param name="row">The first of its numbers.</param>
    /// <param name="count">How many, a multiple of <see cref="Step"/>.</param>
    /// <param name="form">How they are stored.</param>
    /// <param name="target">Where to.</param>
    public static RowScale Quantize(ref float row, int count, RowForm form, ref byte target)
    {
        (float low, float high) = Range(ref row, count);
        float width = high - low;
        if (width <= 0)
            width = 1;
        float steps = 255f / width;
        int zero = FixedMath.Round(-low * steps);
        Vector256<float> factor = Vector256.Create(steps);
        Vector256<int> shift = Vector256.Create(zero);
        for (nuint place = 0; place < (nuint)count; place += Step)
        {
            Vector256<int> a = Whole(Vector256.LoadUnsafe(ref row, place), factor, shift);
            Vector256<int> b = Whole(Vector256.LoadUnsafe(ref row, place + 8), factor, shift);
            Vector256<int> c = Whole(Vector256.LoadUnsafe(ref row, place + 16), factor, shift);
            Vector256<int> d = Whole(Vector256.LoadUnsafe(ref row, place + 24), factor, shift);
            Store(form, ref target, place, a, b, c, d);
        }

        return new RowScale(width / 255f, form == RowForm.SignedBytes ? zero - 128 : zero);
    }

    /// <summary>Stores 32 whole numbers from 0 to 255 in the form asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(
        RowForm form,
        ref byte target,
        nuint place,
        Vector256<int> a,
        Vector256<int> b,
        Vector256<int> c,
        Vector256<int> d
    )
    {
        Vector256<short> low = Vector256.Narrow(a, b);
        Vector256<short> high = Vector256.Narrow(c, d);
        if (form == RowForm.Words)
        {
            low.AsByte().StoreUnsafe(ref target, place * 2);
            high.AsByte().StoreUnsafe(ref target, place * 2 + Step);
            return;
        }

        Vector256<byte> bytes = Vector256.Narrow(low.AsUInt16(), high.AsUInt16());
        if (form == RowForm.SignedBytes)
            bytes ^= Vector256.Create((byte)128);
        bytes.StoreUnsafe(ref target, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Whole(Vector256<float> values, Vector256<float> factor, Vector256<int> shift)
    {
        Vector256<int> whole = FixedMath.Round(values * factor) + shift;
        return Vector256.Min(Vector256.Max(whole, Vector256<int>.Zero), Vector256.Create(255));
    }

    private static (float Low, float High) Range(ref float row, int count)
    {
        Vector256<float> low = Vector256<float>.Zero,
            low2 = low;
        Vector256<float> high = Vector256<float>.Zero,
            high2 = high;
        for (nuint place = 0; place < (nuint)count; place += 16)
        {
            Vector256<float> first = Vector256.LoadUnsafe(ref row, place);
            Vector256<float> second = Vector256.LoadUnsafe(ref row, place + 8);
            low = FixedMath.Smaller(first, low);
            low2 = FixedMath.Smaller(second, low2);
            high = FixedMath.Larger(first, high);
            high2 = FixedMath.Larger(second, high2);
        }

        return (-FixedMath.Largest(-FixedMath.Smaller(low, low2)), FixedMath.Largest(FixedMath.Larger(high, high2)));
    }
}
