using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>The keys or the values of one attention head, as columns that rows are multiplied by.</summary>
/// <remarks>Whole numbers from -127 to 127: keys with a scale a word piece, values with a scale a place.</remarks>
internal sealed class HeadColumns(IntegerKernel kernel)
{
    private const int Width = ModelShape.HeadWidth;

    private readonly sbyte[] _numbers = new sbyte[ModelShape.MaxPieces * Width];

    private readonly sbyte[] _turned = new sbyte[ModelShape.MaxPieces * Width];

    private readonly sbyte[] _panels = new sbyte[ModelShape.MaxPieces * Width];

    /// <summary>What one step of each column is worth.</summary>
    public float[] Scales { get; } = new float[ModelShape.MaxPieces];

    /// <summary>The sum of each column's numbers; of values only where the kernel has an offset.</summary>
    public int[] Sums { get; } = new int[ModelShape.MaxPieces];

    /// <summary>The first number of a column's panel.</summary>
    /// <param name="column">The panel's first column.</param>
    /// <param name="depth">Numbers of a column.</param>
    public ref sbyte Panel(int column, int depth) => ref _panels[column * depth];

    /// <summary>A column a word piece, 32 deep.</summary>
    /// <param name="source">All rows of the layer.</param>
    /// <param name="first">The first key's first number.</param>
    /// <param name="pitch">Numbers from one row to the next.</param>
    /// <param name="pieces">How many word pieces.</param>
    /// <param name="padded">The next multiple of 32; the columns between are 0.</param>
    public void FillKeys(float[] source, int first, int pitch, int pieces, int padded)
    {
        for (int piece = 0; piece < pieces; piece++)
        {
            ref float key = ref source.AsSpan(first + piece * pitch, Width)[0];
            Vector256<float> largest = Largest(Vector256<float>.Zero, ref key, 0);
            for (int place = 8; place < Width; place += 8)
                largest = Largest(largest, ref key, place);
            float scale = Positive(FixedMath.Largest(largest)) / 127f;
            Scales[piece] = scale;
            Vector256<float> steps = Vector256.Create(1f / scale);
            Sums[piece] = Store(ref key, steps, steps, steps, steps, ref _numbers[piece * Width]);
        }

        Array.Clear(_numbers, pieces * Width, (padded - pieces) * Width);
        Array.Clear(Sums, pieces, padded - pieces);
        for (int piece = 0; piece < padded; piece++)
            PanelPacker.Pack(_numbers.AsSpan(piece * Width, Width), piece, kernel.Group, _panels);
    }

    /// <summary>A column a place, as deep as there are word pieces; the parameters as for the keys.</summary>
    public void FillValues(float[] source, int first, int pitch, int pieces, int padded)
    {
        Span<float> steps = stackalloc float[Width];
        for (int place = 0; place < Width; place += 8)
        {
            Vector256<float> largest = Vector256<float>.Zero;
            for (int piece = 0; piece < pieces; piece++)
                largest = Largest(largest, ref source[first + piece * pitch], place);
            for (int lane = 0; lane < 8; lane++)
            {
                Scales[place + lane] = Positive(largest[lane]) / 127f;
                steps[place + lane] = 1f / Scales[place + lane];
            }
        }

        Turn(source, first, pitch, pieces, padded, steps);
        for (int place = 0; place < Width; place++)
        {
            ReadOnlySpan<sbyte> column = _turned.AsSpan(place * padded, padded);
            Sums[place] = kernel.Offset == 0 ? 0 : Sum(column);
            PanelPacker.Pack(column, place, kernel.Group, _panels);
        }
    }

    private void Turn(float[] source, int first, int pitch, int pieces, int padded, ReadOnlySpan<float> steps)
    {
        Vector256<float> a = Vector256.Create(steps);
        Vector256<float> b = Vector256.Create(steps[8..]);
        Vector256<float> c = Vector256.Create(steps[16..]);
        Vector256<float> d = Vector256.Create(steps[24..]);
        for (int piece = 0; piece < padded; piece++)
        {
            Span<sbyte> numbers = _numbers.AsSpan(piece * Width, Width);
            if (piece < pieces)
                Store(ref source.AsSpan(first + piece * pitch, Width)[0], a, b, c, d, ref numbers[0]);
            else
                numbers.Clear();
            ref sbyte number = ref numbers[0];
            ref sbyte turned = ref _turned.AsSpan(piece, (Width - 1) * padded + 1)[0];
            for (int place = 0; place < Width; place++)
                Unsafe.Add(ref turned, place * padded) = Unsafe.Add(ref number, place);
        }
    }

    private static int Sum(ReadOnlySpan<sbyte> numbers)
    {
        int sum = 0;
        foreach (sbyte number in numbers)
            sum += number;
        return sum;
    }

    private static float Positive(float largest) => largest > 0 ? largest : 1f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Largest(Vector256<float> largest, ref float values, int place) =>
        FixedMath.Larger(Vector256.Abs(Vector256.LoadUnsafe(ref values, (nuint)place)), largest);

    private static int Store(
        ref float values,
        Vector256<float> a,
        Vector256<float> b,
        Vector256<float> c,
        Vector256<float> d,
        ref sbyte target
    )
    {
        Vector256<int> wholeA = FixedMath.Round(Vector256.LoadUnsafe(ref values) * a);
        Vector256<int> wholeB = FixedMath.Round(Vector256.LoadUnsafe(ref values, 8) * b);
        Vector256<int> wholeC = FixedMath.Round(Vector256.LoadUnsafe(ref values, 16) * c);
        Vector256<int> wholeD = FixedMath.Round(Vector256.LoadUnsafe(ref values, 24) * d);
        Vector256.Narrow(Vector256.Narrow(wholeA, wholeB), Vector256.Narrow(wholeC, wholeD)).StoreUnsafe(ref target);
        return Vector256.Sum(wholeA + wholeB + wholeC + wholeD);
    }
}
