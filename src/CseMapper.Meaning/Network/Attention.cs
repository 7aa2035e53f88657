using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>Lets every word piece look at all others, head by head.</summary>
/// <remarks>
/// Vaswani et al., "Attention Is All You Need", 2017: softmax(Q K^T / sqrt(32)) V. Both products are of whole numbers:
/// queries are quantised by row, keys by word piece, values by place, and the softmax's weights in steps of 1/255 of
/// each row's largest. Their sum is exact, so that weights that were rounded still add up to one.
/// Not for two threads at a time.
/// </remarks>
internal sealed class Attention
{
    private const int Width = ModelShape.HeadWidth;

    private const int Pitch = 3 * ModelShape.Hidden;

    /// <summary>Below every score, and far enough from 0 that its weight is 0.</summary>
    private const float Nothing = -1e9f;

    /// <summary>1 / (sqrt(32) ln 2): powers of two take the place of the exponential.</summary>
    private const float ScoreScale = 0.255034864f;

    private readonly IntegerKernel _kernel;

    private readonly RowForm _form;

    private readonly int _bytes;

    private readonly QuantizedRows _queries;

    private readonly HeadColumns _keys;

    private readonly HeadColumns _values;

    private readonly float[] _scores = new float[IntegerKernel.Rows * ModelShape.MaxPieces];

    private readonly byte[] _weights;

    private readonly int[] _totals = new int[IntegerKernel.Rows];

    private readonly int[] _sums = new int[IntegerKernel.Sums];

    public Attention(IntegerKernel kernel)
    {
        _kernel = kernel;
        _form = kernel.Form;
        _bytes = kernel.Width;
        _queries = new QuantizedRows(kernel, ModelShape.MaxPieces, ModelShape.Hidden);
        _keys = new HeadColumns(kernel);
        _values = new HeadColumns(kernel);
        _weights = new byte[IntegerKernel.Rows * ModelShape.MaxPieces * kernel.Width];
    }

    /// <summary>Mixes the values of all word pieces.</summary>
    /// <param name="source">A row a word piece: its queries, keys and values, 384 numbers each.</param>
    /// <param name="pieces">How many word pieces.</param>
    /// <param name="target">A row a word piece, 384 numbers.</param>
    public void Apply(float[] source, int pieces, float[] target)
    {
        int padded = (pieces + RowQuantizer.Step - 1) / RowQuantizer.Step * RowQuantizer.Step;
        _queries.Fill(source, 0, Pitch, pieces, ModelShape.Hidden);
        for (int head = 0; head < ModelShape.Heads; head++)
        {
            int first = head * Width;
            _keys.FillKeys(source, first + ModelShape.Hidden, Pitch, pieces, padded);
            _values.FillValues(source, first + 2 * ModelShape.Hidden, Pitch, pieces, padded);
            for (int row = 0; row < pieces; row += IntegerKernel.Rows)
            {
                int count = Math.Min(IntegerKernel.Rows, pieces - row);
                Score(row, count, padded, first);
                for (int index = 0; index < count; index++)
                    Weigh(index, pieces, padded);
                Mix(row, count, padded, first, target);
            }
        }
    }

    private void Score(int row, int count, int padded, int first)
    {
        ref int sums = ref _sums[0];
        for (int column = 0; column < padded; column += IntegerKernel.Columns)
        {
            ref sbyte panel = ref _keys.Panel(column, Width);
            _kernel.Multiply(ref _queries.Row(row, first), _queries.Stride, ref panel, Width, ref sums);
            Vector256<int> leftSums = Vector256.LoadUnsafe(ref _keys.Sums[column]);
            Vector256<int> rightSums = Vector256.LoadUnsafe(ref _keys.Sums[column + 8]);
            Vector256<float> leftScales = Vector256.LoadUnsafe(ref _keys.Scales[column]);
            Vector256<float> rightScales = Vector256.LoadUnsafe(ref _keys.Scales[column + 8]);
            for (int index = 0; index < count; index++)
            {
                (float scale, int zero) = _queries.Scale(row + index);
                scale *= ScoreScale;
                nuint place = (nuint)(index * IntegerKernel.Columns);
                Vector256<int> left = Vector256.LoadUnsafe(ref sums, place) - leftSums * zero;
                Vector256<int> right = Vector256.LoadUnsafe(ref sums, place + 8) - rightSums * zero;
                ref float target = ref _scores[index * padded + column];
                (Vector256.ConvertToSingle(left) * (leftScales * scale)).StoreUnsafe(ref target);
                (Vector256.ConvertToSingle(right) * (rightScales * scale)).StoreUnsafe(ref target, 8);
            }
        }
    }

    private void Weigh(int index, int pieces, int padded)
    {
        Span<float> scores = _scores.AsSpan(index * padded, padded);
        scores[pieces..].Fill(Nothing);
        ref float first = ref scores[0];
        Vector256<float> largest = Vector256.Create(Nothing);
        for (nuint place = 0; place < (nuint)padded; place += 8)
            largest = FixedMath.Larger(Vector256.LoadUnsafe(ref first, place), largest);
        Vector256<float> top = Vector256.Create(FixedMath.Largest(largest));

        RowForm form = _form;
        ref byte target = ref _weights.AsSpan(index * padded * _bytes, padded * _bytes)[0];
        Vector256<int> total = Vector256<int>.Zero;
        for (nuint place = 0; place < (nuint)padded; place += RowQuantizer.Step)
        {
            Vector256<int> a = Weight(Vector256.LoadUnsafe(ref first, place) - top);
            Vector256<int> b = Weight(Vector256.LoadUnsafe(ref first, place + 8) - top);
            Vector256<int> c = Weight(Vector256.LoadUnsafe(ref first, place + 16) - top);
            Vector256<int> d = Weight(Vector256.LoadUnsafe(ref first, place + 24) - top);
            total += a + b + c + d;
            RowQuantizer.Store(form, ref target, place, a, b, c, d);
        }

        _totals[index] = Vector256.Sum(total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Weight(Vector256<float> score) => FixedMath.Round(FixedMath.PowerOfTwo(score, 255f));

    private void Mix(int row, int count, int padded, int first, float[] target)
    {
        ref int sums = ref _sums[0];
        for (int column = 0; column < Width; column += IntegerKernel.Columns)
        {
            ref sbyte panel = ref _values.Panel(column, padded);
            _kernel.Multiply(ref _weights[0], padded * _bytes, ref panel, padded, ref sums);
            Vector256<int> leftShift = Vector256.LoadUnsafe(ref _values.Sums[column]) * _kernel.Offset;
            Vector256<int> rightShift = Vector256.LoadUnsafe(ref _values.Sums[column + 8]) * _kernel.Offset;
            Vector256<float> leftScales = Vector256.LoadUnsafe(ref _values.Scales[column]);
            Vector256<float> rightScales = Vector256.LoadUnsafe(ref _values.Scales[column + 8]);
            for (int index = 0; index < count; index++)
            {
                nuint place = (nuint)(index * IntegerKernel.Columns);
                float share = 1f / _totals[index];
                Vector256<int> left = Vector256.LoadUnsafe(ref sums, place) + leftShift;
                Vector256<int> right = Vector256.LoadUnsafe(ref sums, place + 8) + rightShift;
                ref float mixed = ref target[(row + index) * ModelShape.Hidden + first + column];
                (Vector256.ConvertToSingle(left) * (leftScales * share)).StoreUnsafe(ref mixed);
                (Vector256.ConvertToSingle(right) * (rightScales * share)).StoreUnsafe(ref mixed, 8);
            }
        }
    }
}
