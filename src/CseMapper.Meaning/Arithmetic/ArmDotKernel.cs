using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Four signed products and their sum a lane with one instruction (SDOT, Arm v8.2 and later).</summary>
internal sealed class ArmDotKernel : IntegerKernel
{
    private const int Half = 3;

    public override string Name => "Arm dot product";

    public override bool IsSupported => Dp.IsSupported;

    public override int Group => 4;

    public override RowForm Form => RowForm.SignedBytes;

    public override void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        Three(ref rows, stride, ref panel, depth, ref sums);
        Three(
            ref Unsafe.Add(ref rows, Half * stride),
            stride,
            ref panel,
            depth,
            ref Unsafe.Add(ref sums, Half * Columns)
        );
    }

    /// <summary>Three rows by four vectors: with the columns and a row that is sixteen registers, which all stay in
    /// the processor.</summary>
    private static void Three(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        ref byte row1 = ref Unsafe.Add(ref rows, stride);
        ref byte row2 = ref Unsafe.Add(ref row1, stride);
        Vector128<int> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default;
        Vector128<int> b0 = default,
            b1 = default,
            b2 = default,
            b3 = default;
        Vector128<int> c0 = default,
            c1 = default,
            c2 = default,
            c3 = default;
        for (nuint place = 0; place < (nuint)depth; place += 4)
        {
            Vector128<sbyte> p0 = Vector128.LoadUnsafe(ref panel, place * Columns);
            Vector128<sbyte> p1 = Vector128.LoadUnsafe(ref panel, place * Columns + 16);
            Vector128<sbyte> p2 = Vector128.LoadUnsafe(ref panel, place * Columns + 32);
            Vector128<sbyte> p3 = Vector128.LoadUnsafe(ref panel, place * Columns + 48);
            Add(ref a0, ref a1, ref a2, ref a3, ref rows, place, p0, p1, p2, p3);
            Add(ref b0, ref b1, ref b2, ref b3, ref row1, place, p0, p1, p2, p3);
            Add(ref c0, ref c1, ref c2, ref c3, ref row2, place, p0, p1, p2, p3);
        }

        Store(ref sums, 0, a0, a1, a2, a3);
        Store(ref sums, Columns, b0, b1, b2, b3);
        Store(ref sums, 2 * Columns, c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        ref Vector128<int> s0,
        ref Vector128<int> s1,
        ref Vector128<int> s2,
        ref Vector128<int> s3,
        ref byte row,
        nuint place,
        Vector128<sbyte> p0,
        Vector128<sbyte> p1,
        Vector128<sbyte> p2,
        Vector128<sbyte> p3
    )
    {
        Vector128<sbyte> four = Vector128.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, place))).AsSByte();
        s0 = Dp.DotProduct(s0, four, p0);
        s1 = Dp.DotProduct(s1, four, p1);
        s2 = Dp.DotProduct(s2, four, p2);
        s3 = Dp.DotProduct(s3, four, p3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        ref int sums,
        nuint place,
        Vector128<int> s0,
        Vector128<int> s1,
        Vector128<int> s2,
        Vector128<int> s3
    )
    {
        s0.StoreUnsafe(ref sums, place);
        s1.StoreUnsafe(ref sums, place + 4);
        s2.StoreUnsafe(ref sums, place + 8);
        s3.StoreUnsafe(ref sums, place + 12);
    }
}
