using System.Numerics;
using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;

namespace CseMapper.Matching.Scoring;

/// <summary>A score for every passage of the working set and every element.</summary>
/// <param name="rows">Passages.</param>
/// <param name="columns">Elements.</param>
internal sealed class ScoreMatrix(int rows, int columns)
{
    private const int Best = 10;

    /// <summary>Fewer rows than this are not worth another thread.</summary>
    public const int LeastRows = 512;

    private readonly float[] _values = new float[(long)rows * columns];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Span<float> this[int row] => _values.AsSpan(row * Columns, Columns);

    /// <summary>Divides every column by the mean of its ten best values, so that elements can be compared.</summary>
    /// <returns>The divisors; 1 for a column without a value above 0.</returns>
    public float[] Normalize()
    {
        float[] means = MeanOfBest();
        ParallelWork.ForEachRange(Rows, LeastRows, (_, start, end) => Divide(means, start, end));
        return means;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(float[] means, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            Span<float> scores = this[row];
            for (int column = 0; column < scores.Length; column++)
                scores[column] /= means[column];
        }
    }

    /// <summary>The rows with the highest values of a column, best first; of equal values the first row. None of value
    /// 0.</summary>
    public int[] BestRows(int column, int count)
    {
        float[] values = new float[count];
        int[] rows = new int[count];
        int found = 0;
        for (int row = 0; row < Rows; row++)
        {
            float value = _values[((long)row * Columns) + column];
            if (value <= 0 || (found == count && value <= values[^1]))
                continue;
            int place = found < count ? found++ : count - 1;
            for (; place > 0 && values[place - 1] < value; place--)
                (values[place], rows[place]) = (values[place - 1], rows[place - 1]);
            (values[place], rows[place]) = (value, row);
        }

        return rows[..found];
    }

    /// <summary>By column: the mean of its ten best values; 1 for a column without a value above 0.</summary>
    public float[] MeanOfBest()
    {
        int kept = Math.Min(Best, Math.Max(Rows, 1));
        float[][] parts = new float[ParallelWork.RangesOf(Rows, LeastRows)][];
        ParallelWork.ForEachRange(Rows, LeastRows, (part, start, end) => parts[part] = BestOf(start, end, kept));
        float[] means = new float[Columns];
        for (int column = 0; column < Columns; column++)
        {
            Span<float> best = parts[0].AsSpan(column * kept, kept);
            foreach (float[] other in parts.AsSpan(1))
            {
                foreach (float value in other.AsSpan(column * kept, kept))
                    TopValues.Insert(best, value);
            }

            double sum = 0;
            foreach (float value in best)
                sum += value;
            means[column] = (float)sum > 0 ? (float)sum / kept : 1;
        }

        return means;
    }

    /// <returns>The best values of every column, one column after the other.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] BestOf(int start, int end, int kept)
    {
        float[] best = new float[Columns * kept];
        for (int row = start; row < end; row++)
        {
            Span<float> scores = this[row];
            for (int column = 0; column < scores.Length; column++)
            {
                if (scores[column] > best[(column * kept) + kept - 1])
                    TopValues.Insert(best.AsSpan(column * kept, kept), scores[column]);
            }
        }

        return best;
    }
}

/// <summary>The highest values seen so far, highest first.</summary>
internal static class TopValues
{
    public static void Insert<T>(Span<T> best, T value)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        if (value <= best[^1])
            return;
        int place = best.Length - 1;
        while (place > 0 && best[place - 1] < value)
        {
            best[place] = best[place - 1];
            place--;
        }

        best[place] = value;
    }
}
