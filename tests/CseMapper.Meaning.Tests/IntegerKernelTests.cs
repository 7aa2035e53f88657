using CseMapper.Meaning.Arithmetic;
using CseMapper.Meaning.Network;

namespace CseMapper.Meaning.Tests;

public sealed class IntegerKernelTests
{
    public static TheoryData<string> Supported =>
        [.. IntegerKernel.All().Where(kernel => kernel.IsSupported).Select(kernel => kernel.Name)];

    [Theory]
    [MemberData(nameof(Supported))]
    public void SumsAreExact(string name)
    {
        Random random = new(7);
        foreach (int depth in new[] { 32, 160, 384, 1536 })
        {
            byte[] rows = new byte[IntegerKernel.Rows * depth];
            sbyte[] columns = new sbyte[IntegerKernel.Columns * depth];
            random.NextBytes(rows);
            for (int place = 0; place < columns.Length; place++)
                columns[place] = (sbyte)random.Next(-127, 128);
            Check(name, rows, columns, depth);
        }
    }

    [Theory]
    [MemberData(nameof(Supported))]
    public void TheLargestNumbersDoNotOverflow(string name)
    {
        const int Depth = ModelShape.Inner;
        byte[] rows = new byte[IntegerKernel.Rows * Depth];
        sbyte[] columns = new sbyte[IntegerKernel.Columns * Depth];
        rows.AsSpan().Fill(255);
        columns.AsSpan().Fill(-127);
        columns.AsSpan(columns.Length / 2).Fill(127);
        Check(name, rows, columns, Depth);
    }

    private static void Check(string name, byte[] rows, sbyte[] columns, int depth)
    {
        IntegerKernel kernel = IntegerKernel.All().Single(kernel => kernel.Name == name);
        sbyte[] panel = new sbyte[columns.Length];
        int[] totals = new int[IntegerKernel.Columns];
        for (int column = 0; column < IntegerKernel.Columns; column++)
        {
            sbyte[] numbers = columns[(column * depth)..((column + 1) * depth)];
            PanelPacker.Pack(numbers, column, kernel.Group, panel);
            totals[column] = numbers.Sum(number => number);
        }

        byte[] stored = [.. rows.SelectMany(number => Stored(number, kernel.Form))];
        int[] sums = new int[IntegerKernel.Sums];
        kernel.Multiply(ref stored[0], depth * kernel.Width, ref panel[0], depth, ref sums[0]);
        for (int sum = 0; sum < sums.Length; sum++)
        {
            (int row, int column) = Math.DivRem(sum, IntegerKernel.Columns);
            int expected = 0;
            for (int place = 0; place < depth; place++)
                expected += rows[row * depth + place] * columns[column * depth + place];
            Assert.Equal(expected, sums[sum] + kernel.Offset * totals[column]);
        }
    }

    private static byte[] Stored(byte number, RowForm form) =>
        form switch
        {
            RowForm.Words => [number, 0],
            RowForm.SignedBytes => [(byte)(number - 128)],
            _ => [number],
        };
}
