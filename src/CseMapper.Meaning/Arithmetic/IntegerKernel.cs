using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CseMapper.Meaning.Arithmetic;

/// <summary>Multiplies a small block of rows by a panel of columns, whole numbers with exact 32-bit sums.</summary>
/// <remarks>
/// Every product and every sum is exact, so that all kernels yield the same numbers in whatever order they add: the
/// largest sum, 1,536 products of 255 and 127, is below 2^26. Pairs that saturate at 16 bits are never used.
/// A panel holds <see cref="Columns"/> columns; <see cref="Group"/> neighbours of a column stand together, then the
/// same rows of the next column.
/// </remarks>
internal abstract class IntegerKernel
{
    /// <summary>Rows of one block.</summary>
    public const int Rows = 6;

    /// <summary>Columns of one panel.</summary>
    public const int Columns = 16;

    /// <summary>Sums of one block, row by row.</summary>
    public const int Sums = Rows * Columns;

    /// <summary>The fastest that this processor runs.</summary>
    public static IntegerKernel Best { get; } = All().First(kernel => kernel.IsSupported);

    /// <summary>What people are told.</summary>
    public abstract string Name { get; }

    /// <summary>Whether this processor runs it at full speed.</summary>
    public abstract bool IsSupported { get; }

    /// <summary>How many neighbours of a column stand together; divides every depth.</summary>
    public abstract int Group { get; }

    /// <summary>How the rows are to be stored.</summary>
    public abstract RowForm Form { get; }

    /// <summary>Bytes of one number of a row.</summary>
    public int Width => Form == RowForm.Words ? 2 : 1;

    /// <summary>What the form takes away from every number of a row.</summary>
    public int Offset => Form == RowForm.SignedBytes ? 128 : 0;

    /// <summary>Fastest first; the last one runs everywhere.</summary>
    public static IEnumerable<IntegerKernel> All() =>
        [
            new AvxVnniKernel(),
            new Avx512Kernel(),
            new Avx2Kernel(),
            new ArmDotKernel(),
            new Vector128Kernel(),
            new ScalarKernel(),
        ];

    /// <summary>Fills in <see cref="Sums"/> sums of <see cref="Rows"/> rows by one panel.</summary>
    /// <param name="rows">The first number of the first row.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="panel">The panel's first number.</param>
    /// <param name="depth">Numbers of a row, a multiple of 32.</param>
    /// <param name="sums">Where the sums go.</param>
    public abstract void Multiply(ref byte rows, int stride, ref sbyte panel, int depth, ref int sums);
}
