using System.Runtime.Intrinsics;
using CseMapper.Meaning.Arithmetic;

namespace CseMapper.Meaning.Network;

/// <summary>Brings a row to mean 0 and variance 1, then stretches and shifts each place as learnt.</summary>
/// <remarks>Ba, Kiros and Hinton, "Layer Normalization", 2016.</remarks>
/// <param name="weights">What each place is multiplied by.</param>
/// <param name="biases">What is added to it.</param>
internal sealed class LayerNorm(float[] weights, float[] biases)
{
    private const float Epsilon = 1e-12f;

    /// <summary>Changes rows where they stand.</summary>
    /// <param name="rows">Row by row, each as wide as there are weights.</param>
    /// <param name="count">How many rows.</param>
    public void Apply(float[] rows, int count)
    {
        for (int row = 0; row < count; row++)
            Apply(rows.AsSpan(row * weights.Length, weights.Length));
    }

    private void Apply(Span<float> row)
    {
        ref float first = ref row[0];
        Vector256<float> even = Vector256<float>.Zero,
            odd = even;
        for (nuint place = 0; place < (nuint)row.Length; place += 16)
        {
            even += Vector256.LoadUnsafe(ref first, place);
            odd += Vector256.LoadUnsafe(ref first, place + 8);
        }

        Vector256<float> mean = Vector256.Create(FixedMath.Sum(even + odd) / row.Length);
        even = odd = Vector256<float>.Zero;
        for (nuint place = 0; place < (nuint)row.Length; place += 16)
        {
            Vector256<float> left = Vector256.LoadUnsafe(ref first, place) - mean;
            Vector256<float> right = Vector256.LoadUnsafe(ref first, place + 8) - mean;
            even += left * left;
            odd += right * right;
        }

        float deviation = MathF.Sqrt(FixedMath.Sum(even + odd) / row.Length + Epsilon);
        Vector256<float> factor = Vector256.Create(1f / deviation);
        for (nuint place = 0; place < (nuint)row.Length; place += 8)
        {
            Vector256<float> value = (Vector256.LoadUnsafe(ref first, place) - mean) * factor;
            value = value * Vector256.LoadUnsafe(ref weights[0], place) + Vector256.LoadUnsafe(ref biases[0], place);
            value.StoreUnsafe(ref first, place);
        }
    }
}
