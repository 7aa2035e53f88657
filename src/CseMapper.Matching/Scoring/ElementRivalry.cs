using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Searching;

namespace CseMapper.Matching.Scoring;

/// <summary>Elements compete for a passage: one that other elements explain better is worth less here.</summary>
/// <remarks>
/// The score of passage p for element e is divided by max(.3, m)^.75, where m is the mean over the passage's five best
/// elements q of its score for q, times 1 - .5 cos(e, q) for q other than e; cos compares the words that two elements
/// look for. Elements that ask for nearly the same take less from each other than strangers do. The floor keeps a
/// passage that answers nothing from being raised because it answers all else even less.
/// </remarks>
internal sealed class ElementRivalry
{
    private const int Rivals = 5;
    private const float LikenessShare = 0.5f;
    private const float Floor = 0.3f;

    private readonly int _elements;

    /// <summary>By two elements: what the score for the first counts for as a rival of the second.</summary>
    private readonly float[] _shares;

    /// <param name="features">What the elements look for.</param>
    /// <param name="elements">How many elements there are.</param>
    public ElementRivalry(IReadOnlyList<Feature> features, int elements)
    {
        _elements = elements;
        double[] products = new double[elements * elements];
        foreach (Feature feature in features)
        {
            if (feature.Kind != FeatureKind.Word)
                continue;
            foreach ((int element, float weight) in feature.Uses)
            {
                foreach ((int other, float otherWeight) in feature.Uses)
                    products[(element * elements) + other] += (double)weight * otherWeight;
            }
        }

        double[] lengths = new double[elements];
        for (int element = 0; element < elements; element++)
            lengths[element] = Math.Sqrt(Math.Max(1e-9, products[(element * elements) + element]));
        _shares = new float[products.Length];
        for (int i = 0; i < products.Length; i++)
        {
            (int element, int other) = (i / elements, i % elements);
            _shares[i] =
                element == other ? 1 : 1 - (LikenessShare * (float)(products[i] / (lengths[element] * lengths[other])));
        }
    }

    /// <summary>Divides all scores, and notes by what.</summary>
    public ScoreMatrix Divide(ScoreMatrix scores)
    {
        ScoreMatrix divisors = new(scores.Rows, scores.Columns);
        ParallelWork.ForEachRange(
            scores.Rows,
            ScoreMatrix.LeastRows,
            (_, start, end) => Divide(scores, divisors, start, end)
        );
        return divisors;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(ScoreMatrix scores, ScoreMatrix divisors, int start, int end)
    {
        int count = Math.Min(Rivals, _elements);
        float[] highest = new float[count];
        int[] rivals = new int[count];
        for (int row = start; row < end; row++)
        {
            Span<float> values = scores[row];
            Span<float> means = divisors[row];
            FindHighest(values, highest, rivals);
            means.Clear();
            for (int rival = 0; rival < count && highest[rival] > 0; rival++)
            {
                ReadOnlySpan<float> shares = _shares.AsSpan(rivals[rival] * _elements, _elements);
                for (int element = 0; element < means.Length; element++)
                    means[element] += highest[rival] * shares[element];
            }

            for (int element = 0; element < means.Length; element++)
            {
                // Square roots are the same on every processor, powers are not.
                float mean = Math.Max(Floor, means[element] / count);
                means[element] = MathF.Sqrt(mean * MathF.Sqrt(mean));
                values[element] /= means[element];
            }
        }
    }

    private static void FindHighest(ReadOnlySpan<float> values, float[] highest, int[] elements)
    {
        Array.Clear(highest);
        for (int element = 0; element < values.Length; element++)
        {
            if (values[element] <= highest[^1])
                continue;
            int place = highest.Length - 1;
            for (; place > 0 && highest[place - 1] < values[element]; place--)
                (highest[place], elements[place]) = (highest[place - 1], elements[place - 1]);
            (highest[place], elements[place]) = (values[element], element);
        }
    }
}
