namespace CseMapper.Matching;

/// <summary>Turns what is known of a suggestion into the probability that a reviewer accepts it.</summary>
internal static class Confidence
{
    private const double StrongFrom = 0.6;
    private const double PossibleFrom = 0.3;

    private static readonly double[] Weights = [0.6, 0.6, 0.8, 0.5, -0.3, 0.4];
    private const double Intercept = -1;

    public static double Of(ConfidenceFeatures features)
    {
        double sum = Intercept;
        double[] values = features.ToVector();
        for (int i = 0; i < values.Length; i++) sum += Weights[i] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    public static EvidenceStrength BandOf(double confidence) =>
        confidence >= StrongFrom ? EvidenceStrength.Strong : confidence >= PossibleFrom ? EvidenceStrength.Possible : EvidenceStrength.Weak;
}
