namespace CseMapper.Matching.Evaluation;

/// <summary>How honest confidences are.</summary>
/// <param name="Suggestions">How many were judged.</param>
/// <param name="ExpectedError">Expected calibration error: mean distance of confidence and share of labelled
/// suggestions, over ten bins of equal width, weighted by their size.</param>
/// <param name="Auc">Probability that a labelled suggestion has a higher confidence than one that is not.</param>
public sealed record CalibrationQuality(int Suggestions, double ExpectedError, double Auc)
{
    private const int Bins = 10;

    /// <summary>Judges confidences, pooled over queries.</summary>
    /// <param name="suggestions">What was suggested, with what the labels say of it; any order.</param>
    public static CalibrationQuality Measure(IReadOnlyCollection<(double Confidence, bool IsLabelled)> suggestions)
    {
        double error = suggestions
            .GroupBy(one => Math.Min(Bins - 1, (int)(one.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(one => one.Confidence) - bin.Count(one => one.IsLabelled)));
        return new CalibrationQuality(suggestions.Count, error / Math.Max(1, suggestions.Count), AucOf(suggestions));
    }

    /// <summary>By ranks, equal confidences sharing theirs (Mann and Whitney).</summary>
    private static double AucOf(IReadOnlyCollection<(double Confidence, bool IsLabelled)> suggestions)
    {
        double labelled = suggestions.Count(one => one.IsLabelled);
        double others = suggestions.Count - labelled;
        if (labelled == 0 || others == 0)
            return 0.5;
        double below = 0;
        double wins = 0;
        foreach (
            IGrouping<double, (double Confidence, bool IsLabelled)> equal in suggestions
                .GroupBy(one => one.Confidence)
                .OrderBy(group => group.Key)
        )
        {
            int yes = equal.Count(one => one.IsLabelled);
            int no = equal.Count() - yes;
            wins += yes * (below + (no / 2.0));
            below += no;
        }

        return wins / (labelled * others);
    }
}
