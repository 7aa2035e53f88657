namespace CseMapper.Matching.Suggestions;

/// <summary>Turns what is known of a suggestion into the probability that a reviewer accepts it.</summary>
/// <remarks>
/// A logistic regression (ridge 1) on the ten best passages of each labelled requirement of eight sets: customer
/// service with weight 1.5, security controls and terms of service with full weight, web accessibility with half, four
/// of system hardening with a quarter. Each of the three main sets judged by a fit without it, 8,970 suggestions
/// pooled: expected calibration error .029, AUC .776. Three more inputs (score against the best rival, words matched,
/// likeness to the best passages) were dropped because other sets are judged better without them: .746 with all eight.
/// The bands' limits were chosen by looking at the sample documents; single percentages of another standard need not be
/// honest.
/// </remarks>
public static class Confidence
{
    private const double StrongFrom = 0.7;
    private const double PossibleFrom = 0.3;
    private const double BestFrom = 0.45;

    /// <summary>The probability, from 0 to 1, that a reviewer accepts the suggestion.</summary>
    /// <param name="features">What is known of it.</param>
    public static double Of(ConfidenceFeatures features)
    {
        double sum =
            -1.766
            + (4.109 * Log(features.ToBest, 0.05))
            + (0.896 * features.Deviations)
            + (4.791 * features.Neighbours)
            + (0.996 * Log(features.ElementShare, 0.005))
            - (1.706 * Log(features.Rivalry, 0.05));
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The band of a suggestion.</summary>
    /// <param name="confidence">Its own.</param>
    /// <param name="best">That of the element's best suggestion. Of thousands of passages some come near any
    /// requirement by chance; where not even the best reaches .45, all are weak. Tried by taking the evidence of every
    /// seventh requirement out of labelled sets: of those that have none left this tells about half in two sets (a
    /// fifth in a third, whose statements have near twins), at the price of 12 to 18 in 100 of those that have
    /// some.</param>
    public static EvidenceStrength BandOf(double confidence, double best) =>
        best < BestFrom ? EvidenceStrength.Weak
        : confidence >= StrongFrom ? EvidenceStrength.Strong
        : confidence >= PossibleFrom ? EvidenceStrength.Possible
        : EvidenceStrength.Weak;

    private static double Log(double value, double least) => Math.Log(Math.Max(value, least));
}
