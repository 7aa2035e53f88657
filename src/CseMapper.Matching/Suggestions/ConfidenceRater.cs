using CseMapper.Matching.Scoring;

namespace CseMapper.Matching.Suggestions;

/// <summary>Says of the best passages of an element how likely it is that a reviewer accepts them, as far as the scores
/// tell.</summary>
/// <param name="ranking">The scores.</param>
/// <param name="reasons">What the scores are made of.</param>
internal sealed class ConfidenceRater(PassageRanking ranking, ScoreReasons reasons)
{
    /// <summary>How many of an element's best are looked at; those further down have the confidence of the last.</summary>
    public const int MostRated = 30;

    /// <summary>The best of an element, by which its scores are normalised.</summary>
    public const int Best = 10;

    private const int Top = 3;

    /// <summary>The confidence of the best passages of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="rows">Their rows, best first.</param>
    public double[] Rate(int element, int[] rows)
    {
        ConfidenceFeatures[] features = FeaturesOf(element, rows);
        double[] confidences = new double[rows.Length];
        for (int rank = 0; rank < rows.Length; rank++)
            confidences[rank] = Confidence.Estimate(features[Math.Min(rank, MostRated - 1)]);
        return confidences;
    }

    /// <summary>The confidence of other passages of an element than its best.</summary>
    /// <param name="element">The element.</param>
    /// <param name="best">The rows of its best, best first.</param>
    /// <param name="rows">The rows that are asked about.</param>
    public double[] Rate(int element, int[] best, int[] rows) =>
        [.. FeaturesOf(element, best, rows).Select(Confidence.Estimate)];

    /// <summary>What is known of the best passages of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="rows">Their rows, best first.</param>
    internal ConfidenceFeatures[] FeaturesOf(int element, int[] rows) =>
        FeaturesOf(element, rows, rows.AsSpan(0, Math.Min(rows.Length, MostRated)));

    private ConfidenceFeatures[] FeaturesOf(int element, int[] first, ReadOnlySpan<int> rows)
    {
        if (rows.Length == 0)
            return [];
        double best = MeanOf(ranking.Scores.Final, first.AsSpan(0, Math.Min(Best, first.Length)), element);
        double own = MeanOf(ranking.Scores.Own, first.AsSpan(0, Math.Min(Top, first.Length)), element);
        double elementShare = own / reasons.IdealOf(element);
        ConfidenceFeatures[] features = new ConfidenceFeatures[rows.Length];
        for (int rank = 0; rank < features.Length; rank++)
        {
            int row = rows[rank];
            features[rank] = new ConfidenceFeatures(
                ranking.Scores.Final[row][element] / Math.Max(best, 1e-6),
                ranking.Scores.Own[row][element] / reasons.IdealOf(element),
                elementShare,
                ranking.Scores.Rivalry[row][element],
                ranking.Scores.Neighbours[row][element],
                ranking.Meaning?.ValueOf(row, element)
            );
        }

        return features;
    }

    private static double MeanOf(ScoreMatrix scores, ReadOnlySpan<int> rows, int element)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += scores[row][element];
        return (float)(sum / rows.Length);
    }
}
