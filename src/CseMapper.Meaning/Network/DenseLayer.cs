using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>What becomes of a dense layer's result.</summary>
internal enum DenseEnd
{
    /// <summary>It replaces what stood there.</summary>
    Replace,

    /// <summary>It is added to what stood there.</summary>
    Add,
}

/// <summary>A matrix of 8-bit weights, a scale an output, and a bias.</summary>
/// <remarks>Panels are taken one after the other, and all rows go past each: a panel stays in the innermost cache,
/// and while rows go past one, the next is asked for bit by bit.
/// </remarks>
internal sealed class DenseLayer
{
    private readonly IntegerKernel _kernel;

    private readonly int _inputs;

    private readonly int _outputs;

    private readonly sbyte[] _panels;

    private readonly float[] _scales;

    private readonly float[] _biases;

    private readonly int[] _columnSums;

    /// <param name="kernel">What multiplies.</param>
    /// <param name="weights">Output by output; as many each as there are inputs.</param>
    /// <param name="scales">What one step of an output's weights is worth.</param>
    /// <param name="biases">Added to each output.</param>
    public DenseLayer(IntegerKernel kernel, ReadOnlySpan<sbyte> weights, float[] scales, float[] biases)
    {
        _kernel = kernel;
        _outputs = scales.Length;
        _inputs = weights.Length / _outputs;
        _scales = scales;
        _biases = biases;
        _panels = new sbyte[weights.Length];
        _columnSums = new int[_outputs];
        for (int output = 0; output < _outputs; output++)
        {
            ReadOnlySpan<sbyte> column = weights.Slice(output * _inputs, _inputs);
            PanelPacker.Pack(column, output, kernel.Group, _panels);
            foreach (sbyte weight in column)
                _columnSums[output] += weight;
        }
    }

    /// <summary>Multiplies all rows.</summary>
    /// <param name="rows">As wide as there are inputs.</param>
    /// <param name="end">What becomes of the result.</param>
    /// <param name="target">Row by row, one number an output.</param>
    public void Apply(QuantizedRows rows, DenseEnd end, float[] target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Width, _inputs);
        Span<int> sums = stackalloc int[IntegerKernel.Sums];
        int blocks = (rows.Count + IntegerKernel.Rows - 1) / IntegerKernel.Rows;
        int share = Cache.WholeLines(IntegerKernel.Columns * _inputs / blocks);
        for (int column = 0; column < _outputs; column += IntegerKernel.Columns)
        {
            ref sbyte panel = ref _panels[column * _inputs];
            int ahead = Math.Min(column + IntegerKernel.Columns, _outputs) * _inputs;
            for (int row = 0; row < rows.Count; row += IntegerKernel.Rows)
            {
                _kernel.Multiply(ref rows.Row(row), rows.Stride, ref panel, _inputs, ref sums[0]);
                ahead += Cache.Fetch(_panels.AsSpan(ahead, Math.Min(share, _panels.Length - ahead)));
                int count = Math.Min(IntegerKernel.Rows, rows.Count - row);
                Finish(ref sums[0], rows, row, count, column, end, target);
            }
        }
    }

    private void Finish(ref int sums, QuantizedRows rows, int row, int count, int column, DenseEnd end, float[] target)
    {
        Vector256<int> leftSums = Vector256.LoadUnsafe(ref _columnSums[column]);
        Vector256<int> rightSums = Vector256.LoadUnsafe(ref _columnSums[column + 8]);
        Vector256<float> leftScales = Vector256.LoadUnsafe(ref _scales[column]);
        Vector256<float> rightScales = Vector256.LoadUnsafe(ref _scales[column + 8]);
        Vector256<float> leftBiases = Vector256.LoadUnsafe(ref _biases[column]);
        Vector256<float> rightBiases = Vector256.LoadUnsafe(ref _biases[column + 8]);
        for (int index = 0; index < count; index++)
        {
            (float scale, int zero) = rows.Scale(row + index);
            nuint place = (nuint)(index * IntegerKernel.Columns);
            Vector256<int> left = Vector256.LoadUnsafe(ref sums, place) - leftSums * zero;
            Vector256<int> right = Vector256.LoadUnsafe(ref sums, place + 8) - rightSums * zero;
            Vector256<float> leftValues = Vector256.ConvertToSingle(left) * (leftScales * scale) + leftBiases;
            Vector256<float> rightValues = Vector256.ConvertToSingle(right) * (rightScales * scale) + rightBiases;
            ref float first = ref target[(row + index) * _outputs + column];
            if (end == DenseEnd.Add)
            {
                leftValues += Vector256.LoadUnsafe(ref first);
                rightValues += Vector256.LoadUnsafe(ref first, 8);
            }

            leftValues.StoreUnsafe(ref first);
            rightValues.StoreUnsafe(ref first, 8);
        }
    }
}
