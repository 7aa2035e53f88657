using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CseMapper.Matching.Queries;

/// <summary>What features are worth to elements, flat: of a feature that few elements look for a list, of a common one
/// a row with a weight for every element, added several at a time.</summary>
internal sealed class ElementWeights
{
    /// <summary>A row costs as much as a list for this share of the elements.</summary>
    private const double RowFrom = 0.1;

    private readonly int _elements;
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly (int Element, float Weight)[] _lists;
    private readonly float[] _weights;

    /// <param name="features">The features.</param>
    /// <param name="elements">How many elements there are.</param>
    /// <param name="factors">By feature: what its weights are multiplied with.</param>
    public ElementWeights(IReadOnlyList<Feature> features, int elements, float[] factors)
    {
        _elements = elements;
        _starts = new int[features.Count + 1];
        _rows = new int[features.Count];
        List<(int, float)> lists = [];
        List<float> weights = [];
        for (int i = 0; i < features.Count; i++)
        {
            (int Element, float Weight)[] uses =
            [
                .. features[i].Uses.Select(use => (use.Element, use.Weight * factors[i])),
            ];
            _rows[i] = -1;
            if (uses.Length < RowFrom * elements)
            {
                lists.AddRange(uses);
            }
            else
            {
                _rows[i] = weights.Count;
                float[] row = new float[elements];
                foreach ((int element, float weight) in uses)
                    row[element] = weight;
                weights.AddRange(row);
            }

            _starts[i + 1] = lists.Count;
        }

        _lists = [.. lists];
        _weights = [.. weights];
    }

    /// <summary>Adds a feature's weights, each times an amount, to the scores of the elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int feature, float amount, Span<float> scores)
    {
        if (_rows[feature] >= 0)
        {
            AddRow(_weights.AsSpan(_rows[feature], _elements), amount, scores);
            return;
        }

        int start = _starts[feature];
        foreach ((int element, float weight) in _lists.AsSpan(start, _starts[feature + 1] - start))
            scores[element] += weight * amount;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ReadOnlySpan<float> row, float amount, Span<float> scores)
    {
        scores = scores[..row.Length];
        ReadOnlySpan<Vector<float>> rowParts = MemoryMarshal.Cast<float, Vector<float>>(row);
        Span<Vector<float>> scoreParts = MemoryMarshal.Cast<float, Vector<float>>(scores)[..rowParts.Length];
        for (int i = 0; i < rowParts.Length; i++)
            scoreParts[i] += rowParts[i] * amount;
        for (int i = rowParts.Length * Vector<float>.Count; i < row.Length; i++)
            scores[i] += row[i] * amount;
    }
}
