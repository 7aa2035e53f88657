using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>As <see cref="Avx2Kernel"/>, a whole panel wide.</summary>
internal sealed class Avx512Kernel : IntegerKernel
{
    public override string Name => "AVX-512BW";

    public override bool IsSupported => Avx512BW.IsSupported;

    public override int Group => 2;

    public override RowForm Form => RowForm.Words;

    public override void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        ref byte row1 = ref Unsafe.Add(ref rows, stride);
        ref byte row2 = ref Unsafe.Add(ref row1, stride);
        ref byte row3 = ref Unsafe.Add(ref row2, stride);
        ref byte row4 = ref Unsafe.Add(ref row3, stride);
        ref byte row5 = ref Unsafe.Add(ref row4, stride);
        Vector512<int> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default,
            a4 = default,
            a5 = default;
        for (nuint place = 0; place < (nuint)depth; place += 2)
        {
            Vector256<sbyte> bytes = Vector256.LoadUnsafe(ref panel, place * Columns);
            Vector512<short> columns = Avx512BW.ConvertToVector512Int16(bytes);
            a0 += Avx512BW.MultiplyAddAdjacent(Pair(ref rows, place), columns);
            a1 += Avx512BW.MultiplyAddAdjacent(Pair(ref row1, place), columns);
            a2 += Avx512BW.MultiplyAddAdjacent(Pair(ref row2, place), columns);
            a3 += Avx512BW.MultiplyAddAdjacent(Pair(ref row3, place), columns);
            a4 += Avx512BW.MultiplyAddAdjacent(Pair(ref row4, place), columns);
            a5 += Avx512BW.MultiplyAddAdjacent(Pair(ref row5, place), columns);
        }

        a0.StoreUnsafe(ref sums);
        a1.StoreUnsafe(ref sums, Columns);
        a2.StoreUnsafe(ref sums, 2 * Columns);
        a3.StoreUnsafe(ref sums, 3 * Columns);
        a4.StoreUnsafe(ref sums, 4 * Columns);
        a5.StoreUnsafe(ref sums, 5 * Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair(ref byte row, nuint place) =>
        Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref row, place * 2))).AsInt16();
}
