namespace CseMapper.Matching;

/// <summary>A score for every passage of the working set and every element.</summary>
/// <param name="rows">Passages.</param>
/// <param name="columns">Elements.</param>
internal sealed class ScoreMatrix(int rows, int columns)
{
    private const int Best = 10;
    private readonly float[] _values = new float[(long)rows * columns];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Span<float> this[int row] => _values.AsSpan(row * Columns, Columns);

    /// <summary>Divides every column by the mean of its ten best values, so that elements can be compared.</summary>
    /// <returns>The divisors; 1 for a column without a value above 0.</returns>
    public float[] Normalize()
    {
        float[] means = MeanOfBest();
        for (int row = 0; row < Rows; row++)
        {
            Span<float> scores = this[row];
            for (int column = 0; column < scores.Length; column++) scores[column] /= means[column];
        }

        return means;
    }

    /// <summary>The rows with the highest values of a column, best first; of equal values the first row. None of value 0.</summary>
    public int[] BestRows(int column, int count)
    {
        List<(float Value, int Row)> best = [];
        for (int row = 0; row < Rows; row++)
        {
            float value = _values[(row * Columns) + column];
            if (value <= 0 || (best.Count == count && value <= best[^1].Value)) continue;
            int place = best.Count;
            while (place > 0 && best[place - 1].Value < value) place--;
            if (best.Count == count) best.RemoveAt(count - 1);
            best.Insert(place, (value, row));
        }

        return [.. best.Select(item => item.Row)];
    }

    private float[] MeanOfBest()
    {
        int kept = Math.Min(Best, Math.Max(Rows, 1));
        float[][] best = [.. Enumerable.Range(0, Columns).Select(_ => new float[kept])];
        for (int row = 0; row < Rows; row++)
        {
            Span<float> scores = this[row];
            for (int column = 0; column < scores.Length; column++) TopValues.Insert(best[column], scores[column]);
        }

        return [.. best.Select(values => values.Sum() is > 0 and float sum ? sum / kept : 1)];
    }
}

/// <summary>The highest values seen so far, highest first.</summary>
internal static class TopValues
{
    public static void Insert(Span<float> best, float value)
    {
        if (value <= best[^1]) return;
        int place = best.Length - 1;
        while (place > 0 && best[place - 1] < value)
        {
            best[place] = best[place - 1];
            place--;
        }

        best[place] = value;
    }
}
