namespace CseMapper.Matching.Suggestions;

/// <summary>What tells how likely a suggestion is to be accepted; see <see cref="Confidence"/>.</summary>
/// <param name="ToBest">Final score over the mean of the element's ten best.</param>
/// <param name="Deviations">ln(1+x), where the own-word score is x standard deviations above the mean of the passages
/// looked at closely: all of a small folder, the candidates of a large one.</param>
/// <param name="Neighbours">What the passages around give, before rivals take their share.</param>
/// <param name="ElementShare">Own-word score over that of an ideal passage, as the mean of the element's three best:
/// whether the subject occurs at all.</param>
/// <param name="Rivalry">What the scores of the passage were divided by.</param>
public readonly record struct ConfidenceFeatures(
    double ToBest,
    double Deviations,
    double Neighbours,
    double ElementShare,
    double Rivalry
);
