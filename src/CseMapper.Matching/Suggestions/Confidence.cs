namespace CseMapper.Matching.Suggestions;

/// <summary>Turns what is known of a suggestion into the probability that a reviewer accepts it.</summary>
/// <remarks>
/// Two logistic regressions (ridge 1), one for words alone and one for words and meaning, on the ten best passages of
/// each labelled requirement of three sets: customer service, security controls, terms of service. Absence is part of
/// what is fitted: requirements of each set over the documents of the others, and over their own documents without all
/// that is labelled for them, all of them negatives. With so much absence in it the estimate is right in its order and too low
/// where evidence exists, so that it is scaled (Platt 1999) to what is labelled in the three sets themselves, once what
/// stands against a passage is counted in. The bands are cut so that absence still keeps out of them. docs/confidence.md
/// tells how honest it is.
/// </remarks>
public static class Confidence
{
    private const double StrongFrom = 0.78;
    private const double PossibleFrom = 0.35;
    private const double BestFrom = 0.55;

    /// <summary>To stand out further from an element's best than this proves nothing: where little was found, the
    /// best of it stands out by being alone.</summary>
    private const double MostToBest = 1.3;

    private const double LeastMeaning = -1.5;
    private const double MostMeaning = 1.2;

    private static readonly Weights _words = new(0.269, 4.578, 0.724, 1.015, 2.975, 2.121, 0);
    private static readonly Weights _wordsAndMeaning = new(-1.519, 3.278, 1.132, 0.680, 2.960, 2.508, 2.171);

    private const double Intercept = 0.35;
    private const double Slope = 0.81;
    private const double Extreme = 0.001;

    /// <summary>The probability, from 0 to 1, that a reviewer accepts the suggestion.</summary>
    /// <param name="estimate">What the scores tell; see <see cref="Estimate"/>.</param>
    /// <param name="caution">The factor for what stands against it, from 0 to 1.</param>
    public static double Of(double estimate, double caution)
    {
        double known = Math.Clamp(estimate * caution, Extreme, 1 - Extreme);
        return Logistic(Intercept + (Slope * Math.Log(known / (1 - known))));
    }

    /// <summary>How likely evidence is as far as the scores tell, from 0 to 1, absence of evidence counted in.</summary>
    /// <param name="features">What is known of the suggestion.</param>
    public static double Estimate(ConfidenceFeatures features)
    {
        Weights weights = features.Meaning is null ? _words : _wordsAndMeaning;
        double sum =
            weights.Constant
            + (weights.ToBest * Log(Math.Min(features.ToBest, MostToBest), 0.05))
            + (weights.Share * Log(features.Share, 0.005))
            + (weights.ElementShare * Log(features.ElementShare, 0.005))
            - (weights.Rivalry * Log(features.Rivalry, 0.05))
            + (weights.Neighbours * features.Neighbours)
            + (weights.Meaning * Math.Clamp(features.Meaning ?? 0, LeastMeaning, MostMeaning));
        return Logistic(sum);
    }

    /// <summary>The band of a suggestion.</summary>
    /// <param name="confidence">Its own.</param>
    /// <param name="best">That of the element's best suggestion. Of thousands of passages some come near any
    /// requirement by chance; where not even the best reaches .55, all are weak.</param>
    public static EvidenceStrength BandOf(double confidence, double best) =>
        best < BestFrom ? EvidenceStrength.Weak
        : confidence >= StrongFrom ? EvidenceStrength.Strong
        : confidence >= PossibleFrom ? EvidenceStrength.Possible
        : EvidenceStrength.Weak;

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    private static double Log(double value, double least) => Math.Log(Math.Max(value, least));

    /// <summary>What each input counts for.</summary>
    private sealed record Weights(
        double Constant,
        double ToBest,
        double Share,
        double ElementShare,
        double Rivalry,
        double Neighbours,
        double Meaning
    );
}
