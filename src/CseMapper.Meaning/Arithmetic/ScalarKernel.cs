using System.Runtime.CompilerServices;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>One product after the other: what all other kernels are measured against.</summary>
internal sealed class ScalarKernel : IntegerKernel
{
    public override string Name => "one by one";

    public override bool IsSupported => true;

    public override int Group => 1;

    public override RowForm Form => RowForm.UnsignedBytes;

    public override void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums)
    {
        for (int row = 0; row < Rows; row++)
        {
            ref byte numbers = ref Unsafe.Add(ref rows, row * stride);
            ref int sum = ref Unsafe.Add(ref sums, row * Columns);
            for (int column = 0; column < Columns; column += 4)
                Four(ref numbers, ref Unsafe.Add(ref panel, column), depth, ref Unsafe.Add(ref sum, column));
        }
    }

    private static void Four(ref byte numbers, ref sbyte panel, int depth, ref int sums)
    {
        int s0 = 0,
            s1 = 0,
            s2 = 0,
            s3 = 0;
        for (int place = 0; place < depth; place++)
        {
            int number = Unsafe.Add(ref numbers, place);
            ref sbyte columns = ref Unsafe.Add(ref panel, place * Columns);
            s0 += number * columns;
            s1 += number * Unsafe.Add(ref columns, 1);
            s2 += number * Unsafe.Add(ref columns, 2);
            s3 += number * Unsafe.Add(ref columns, 3);
        }

        sums = s0;
        Unsafe.Add(ref sums, 1) = s1;
        Unsafe.Add(ref sums, 2) = s2;
        Unsafe.Add(ref sums, 3) = s3;
    }
}
