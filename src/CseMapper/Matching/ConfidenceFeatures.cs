namespace CseMapper.Matching;

/// <summary>What tells how likely a suggestion is to be accepted; see <see cref="Confidence"/>.</summary>
/// <param name="OwnShare">Score by the passage's own words over that of the ideal passage, which holds the element's twelve heaviest words.</param>
/// <param name="ToBest">Final score over the mean of the element's ten best.</param>
/// <param name="ToRival">Final score over the passage's best final score for any element.</param>
/// <param name="Deviations">Own-word score in standard deviations above the mean of all passages, ln(1+x).</param>
/// <param name="Rank">From 0.</param>
/// <param name="Distinct">Different words and phrases matched.</param>
internal readonly record struct ConfidenceFeatures(double OwnShare, double ToBest, double ToRival, double Deviations, int Rank, int Distinct)
{
    /// <summary>The numbers the logistic model takes.</summary>
    public double[] ToVector() => [Math.Log(Math.Max(OwnShare, 0.005)), Math.Log(Math.Max(ToBest, 0.05)), Math.Log(Math.Max(ToRival, 0.05)), Deviations, Math.Log(1 + Rank), Math.Log(1 + Distinct)];
}
