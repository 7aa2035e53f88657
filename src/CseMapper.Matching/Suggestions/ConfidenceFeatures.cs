namespace CseMapper.Matching.Suggestions;

/// <summary>What tells how likely a suggestion is to be accepted; see <see cref="Confidence"/>.</summary>
/// <param name="ToBest">Final score over the mean of the element's ten best.</param>
/// <param name="Share">Own-word score over that of an ideal passage: how much of what the element asks for is said,
/// whatever other documents say.</param>
/// <param name="ElementShare">The same as the mean of the element's three best: whether the subject occurs at
/// all.</param>
/// <param name="Rivalry">What the score was divided by because other elements answer better.</param>
/// <param name="Neighbours">What the passages around give, before rivals take their share.</param>
/// <param name="Meaning">How close it is in meaning against other passages and elements, 0 as the mean and 1 as the
/// element's best; null where words alone were compared, or this passage was not.</param>
public readonly record struct ConfidenceFeatures(
    double ToBest,
    double Share,
    double ElementShare,
    double Rivalry,
    double Neighbours,
    double? Meaning
);
