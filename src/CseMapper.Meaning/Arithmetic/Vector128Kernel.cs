using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>For processors with vectors of 128 bits and no products of bytes: older x64, and Arm before v8.2.</summary>
internal sealed class Vector128Kernel : IntegerKernel
{
    public override string Name => "128-bit vectors";

    public override bool IsSupported => Vector128.IsHardwareAccelerated;

    public override int Group => 1;

    public override RowForm Form => RowForm.UnsignedBytes;

    public override void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        for (int row = 0; row < Rows; row += 2)
        {
            ref byte first = ref Unsafe.Add(ref rows, row * stride);
            Two(
                ref first,
                ref Unsafe.Add(ref first, stride),
                ref panel,
                depth,
                ref Unsafe.Add(ref sums, row * Columns)
            );
        }
    }

    private static void Two(ref byte row0, ref byte row1, ref sbyte panel, int depth, ref int sums)
    {
        Vector128<int> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default;
        Vector128<int> b0 = default,
            b1 = default,
            b2 = default,
            b3 = default;
        for (nuint place = 0; place < (nuint)depth; place++)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(
                Vector128.LoadUnsafe(ref panel, place * Columns)
            );
            short a = Unsafe.Add(ref row0, place);
            short b = Unsafe.Add(ref row1, place);
            Add(ref a0, ref a1, low * a);
            Add(ref a2, ref a3, high * a);
            Add(ref b0, ref b1, low * b);
            Add(ref b2, ref b3, high * b);
        }

        Store(ref sums, a0, a1, a2, a3);
        Store(ref Unsafe.Add(ref sums, Columns), b0, b1, b2, b3);
    }

    /// <summary>A product of 255 and 127 fits 16 bits with its sign, a sum of two does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector128<int> low, ref Vector128<int> high, Vector128<short> products)
    {
        low += Vector128.WidenLower(products);
        high += Vector128.WidenUpper(products);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref int sums, Vector128<int> s0, Vector128<int> s1, Vector128<int> s2, Vector128<int> s3)
    {
        s0.StoreUnsafe(ref sums);
        s1.StoreUnsafe(ref sums, 4);
        s2.StoreUnsafe(ref sums, 8);
        s3.StoreUnsafe(ref sums, 12);
    }
}
