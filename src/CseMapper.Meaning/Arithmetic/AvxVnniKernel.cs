using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Four products and their sum a lane with one instruction (VPDPBUSD, without saturation).</summary>
internal sealed class AvxVnniKernel : IntegerKernel
{
    public override string Name => "AVX-VNNI";

    public override bool IsSupported => AvxVnni.IsSupported;

    public override int Group => 4;

    public override RowForm Form => RowForm.UnsignedBytes;

    public override void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        ref byte row1 = ref Unsafe.Add(ref rows, stride);
        ref byte row2 = ref Unsafe.Add(ref row1, stride);
        ref byte row3 = ref Unsafe.Add(ref row2, stride);
        ref byte row4 = ref Unsafe.Add(ref row3, stride);
        ref byte row5 = ref Unsafe.Add(ref row4, stride);
        Vector256<int> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default,
            a4 = default,
            a5 = default;
        Vector256<int> b0 = default,
            b1 = default,
            b2 = default,
            b3 = default,
            b4 = default,
            b5 = default;
        for (nuint place = 0; place < (nuint)depth; place += 4)
        {
            Vector256<sbyte> left = Vector256.LoadUnsafe(ref panel, place * Columns);
            Vector256<sbyte> right = Vector256.LoadUnsafe(ref panel, place * Columns + 32);
            Add(ref a0, ref b0, ref rows, place, left, right);
            Add(ref a1, ref b1, ref row1, place, left, right);
            Add(ref a2, ref b2, ref row2, place, left, right);
            Add(ref a3, ref b3, ref row3, place, left, right);
            Add(ref a4, ref b4, ref row4, place, left, right);
            Add(ref a5, ref b5, ref row5, place, left, right);
        }

        Store(a0, b0, ref sums, 0);
        Store(a1, b1, ref sums, 1);
        Store(a2, b2, ref sums, 2);
        Store(a3, b3, ref sums, 3);
        Store(a4, b4, ref sums, 4);
        Store(a5, b5, ref sums, 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        ref Vector256<int> a,
        ref Vector256<int> b,
        ref byte row,
        nuint place,
        Vector256<sbyte> left,
        Vector256<sbyte> right
    )
    {
        Vector256<byte> four = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, place))).AsByte();
        a = AvxVnni.MultiplyWideningAndAdd(a, four, left);
        b = AvxVnni.MultiplyWideningAndAdd(b, four, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> a, Vector256<int> b, ref int sums, nuint row)
    {
        a.StoreUnsafe(ref sums, row * Columns);
        b.StoreUnsafe(ref sums, row * Columns + 8);
    }
}
