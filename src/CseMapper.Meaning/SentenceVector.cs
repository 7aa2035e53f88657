using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning;

/// <summary>A text's vector as <see cref="SentenceModel.Dimensions"/> whole numbers, to be kept and compared.</summary>
/// <remarks>Steps of 1/384: what lies beyond plus or minus 127 steps is brought there; no sentence comes near.
/// Products are exact, so that a comparison yields the same number on every machine.</remarks>
public sealed class SentenceVector
{
    /// <summary>Steps to one.</summary>
    public const int Scale = 384;

    private readonly sbyte[] _values;

    private readonly int _square;

    private SentenceVector(sbyte[] values)
    {
        _values = values;
        _square = Dot(this);
    }

    /// <summary>The numbers, as they are kept on disk.</summary>
    public ReadOnlySpan<sbyte> Values => _values;

    /// <summary>Takes numbers that were kept.</summary>
    /// <param name="values">As <see cref="Values"/> gave them.</param>
    /// <exception cref="ArgumentException">There are more or fewer than <see cref="SentenceModel.Dimensions"/>.
    /// </exception>
    public static SentenceVector FromValues(ReadOnlySpan<sbyte> values) =>
        values.Length == SentenceModel.Dimensions
            ? new SentenceVector(values.ToArray())
            : throw new ArgumentException($"A vector has {SentenceModel.Dimensions} numbers.", nameof(values));

    /// <summary>Rounds a vector of length one.</summary>
    internal static SentenceVector From(ReadOnlySpan<float> vector)
    {
        sbyte[] values = new sbyte[vector.Length];
        for (int place = 0; place < values.Length; place++)
            values[place] = (sbyte)Math.Clamp(FixedMath.Round(vector[place] * Scale), -127, 127);
        return new SentenceVector(values);
    }

    /// <summary>The sum of the products of both vectors' numbers; exact.</summary>
    /// <param name="other">Another text's vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Dot(SentenceVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Vector256<int> sum = Vector256<int>.Zero;
        if (Avx2.IsSupported)
        {
            for (int place = 0; place < _values.Length; place += 16)
                sum += Avx2.MultiplyAddAdjacent(Widened(_values, place), Widened(other._values, place));
            return Vector256.Sum(sum);
        }

        for (int place = 0; place < _values.Length; place += 16)
        {
            Vector256<short> products = Wide(_values, place) * Wide(other._values, place);
            sum += Vector256.WidenLower(products) + Vector256.WidenUpper(products);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>How close both are in meaning: 1 the same, 0 nothing in common, below 0 further still.</summary>
    /// <param name="other">Another text's vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Cosine(SentenceVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double squares = (double)_square * other._square;
        return squares > 0 ? (float)(Dot(other) / Math.Sqrt(squares)) : 0;
    }

    private static Vector256<short> Widened(sbyte[] values, int place) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref values[place]));

    private static Vector256<short> Wide(sbyte[] values, int place)
    {
        Vector128<sbyte> bytes = Vector128.LoadUnsafe(ref values[place]);
        return Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }
}
