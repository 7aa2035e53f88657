namespace CseMapper.Matching;

/// <summary>Turns what is known of a suggestion into the probability that a reviewer accepts it.</summary>
/// <remarks>
/// A logistic regression (ridge 1) on the ten best passages of each labelled requirement of seven sets: customer service, security controls and terms of
/// service with full weight, web accessibility and three of system hardening with a quarter or a half. Two inputs of next to no weight were dropped
/// afterwards without a new fit. Before that, each of the three main sets judged by a fit without it, 8,970 suggestions pooled: expected calibration error .014, AUC
/// .756. The bands' limits were chosen by looking at the sample documents; single percentages of another standard need not be honest.
/// </remarks>
internal static class Confidence
{
    private const double StrongFrom = 0.75;
    private const double PossibleFrom = 0.3;

    public static double Of(ConfidenceFeatures features)
    {
        double sum = -2.67
            + (1.832 * Log(features.ToBest, 0.05))
            + (0.467 * Log(features.ToRival, 0.05))
            + (0.716 * features.Deviations)
            + (0.517 * Math.Log(1 + features.Distinct))
            + (1.225 * features.Likeness)
            + (3.311 * features.Neighbours)
            + (0.944 * Log(features.ElementShare, 0.005))
            - (1.908 * Log(features.Rivalry, 0.05));
        return 1 / (1 + Math.Exp(-sum));
    }

    public static EvidenceStrength BandOf(double confidence) =>
        confidence >= StrongFrom ? EvidenceStrength.Strong : confidence >= PossibleFrom ? EvidenceStrength.Possible : EvidenceStrength.Weak;

    private static double Log(double value, double least) => Math.Log(Math.Max(value, least));
}
