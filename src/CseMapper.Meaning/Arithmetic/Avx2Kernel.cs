using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Two products and their sum a lane from 16-bit numbers (VPMADDWD), which cannot overflow; the shorter way
/// by bytes (VPMADDUBSW) saturates.</summary>
internal sealed class Avx2Kernel : IntegerKernel
{
    public override string Name => "AVX2";

    public override bool IsSupported => Avx2.IsSupported;

    public override int Group => 2;

    public override RowForm Form => RowForm.Words;

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
        for (nuint place = 0; place < (nuint)depth; place += 2)
        {
            Vector256<short> left = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref panel, place * Columns));
            Vector256<short> right = Avx2.ConvertToVector256Int16(
                Vector128.LoadUnsafe(ref panel, place * Columns + 16)
            );
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
        Vector256<short> left,
        Vector256<short> right
    )
    {
        int pair = Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, place * 2));
        Vector256<short> two = Vector256.Create(pair).AsInt16();
        a += Avx2.MultiplyAddAdjacent(two, left);
        b += Avx2.MultiplyAddAdjacent(two, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> a, Vector256<int> b, ref int sums, nuint row)
    {
        a.StoreUnsafe(ref sums, row * Columns);
        b.StoreUnsafe(ref sums, row * Columns + 8);
    }
}
