using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>Rows of whole numbers, and what they stand for.</summary>
/// <remarks>Kernels read whole blocks: behind the last row there is room for the rest of one, whose content does not
/// matter.</remarks>
internal sealed class QuantizedRows
{
    private readonly IntegerKernel _kernel;

    private readonly int _bytes;

    private readonly byte[] _numbers;

    private readonly RowScale[] _scales;

    public QuantizedRows(IntegerKernel kernel, int rows, int width)
    {
        _kernel = kernel;
        _bytes = kernel.Width;
        int blocks = (rows + IntegerKernel.Rows - 1) / IntegerKernel.Rows * IntegerKernel.Rows;
        _numbers = new byte[blocks * width * _bytes];
        _scales = new RowScale[blocks];
    }

    /// <summary>Rows that are filled.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>Numbers of a row.</summary>
    public int Width { get; private set; }

    /// <summary>The first byte of a row, or of a number within it.</summary>
    public ref byte Row(int row, int place = 0) => ref _numbers[row * Stride + place * _bytes];

    /// <summary>What a row's numbers stand for.</summary>
    public RowScale Scale(int row) => _scales[row];

    /// <summary>Quantises rows.</summary>
    /// <param name="source">Where they stand.</param>
    /// <param name="first">The first number of the first row.</param>
    /// <param name="pitch">Numbers from one row to the next.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="width">Numbers of a row, a multiple of 32.</param>
    public void Fill(float[] source, int first, int pitch, int count, int width)
    {
        Count = count;
        Width = width;
        Stride = width * _bytes;
        for (int row = 0; row < count; row++)
            Fill(row, ref source.AsSpan(first + row * pitch, width)[0]);
    }

    /// <summary>Quantises rows after <see cref="FixedMath.Gelu"/>, while each is at hand.</summary>
    /// <param name="source">Row by row; changed.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="width">Numbers of a row, a multiple of 32.</param>
    public void FillGelu(float[] source, int count, int width)
    {
        Count = count;
        Width = width;
        Stride = width * _bytes;
        for (int row = 0; row < count; row++)
        {
            ref float numbers = ref source.AsSpan(row * width, width)[0];
            FixedMath.GeluRow(ref numbers, width);
            Fill(row, ref numbers);
        }
    }

    private void Fill(int row, ref float numbers)
    {
        ref byte target = ref _numbers.AsSpan(row * Stride, Stride)[0];
        _scales[row] = RowQuantizer.Quantize(ref numbers, Width, _kernel.Form, ref target);
    }
}
