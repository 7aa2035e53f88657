namespace CseMapper.Matching;

/// <summary>Turns what is known of a suggestion into the probability that a reviewer accepts it.</summary>
/// <remarks>
/// A logistic regression (ridge 1, sets weighted alike) on the ten best passages of 1,250 labelled requirements of eight sets: customer service, security
/// controls, terms of service, web accessibility, system hardening. Fitted on all but one of the three main sets and tested on that one, pooled over 8,970
/// suggestions: expected calibration error .014, AUC .756; fitted on all: .031 and .786. The bands are honest within some points of a hundred; single
/// percentages of another standard need not be.
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
