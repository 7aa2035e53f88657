using CseMapper.Matching.Suggestions;
using CseMapper.Testing;

namespace CseMapper.Matching.Tests.Suggestions;

public sealed class ConfidenceTests
{
    private static readonly ConfidenceFeatures _middling = new(1.1, 0.2, 0.25, 0.9, 0.1, null);

    [Fact]
    public void StandingOutFromAWorseFolderAddsNothing() =>
        Assert.Equal(
            Confidence.Estimate(_middling with { ToBest = 1.3 }),
            Confidence.Estimate(_middling with { ToBest = 8 })
        );

    [Fact]
    public void SayingMoreOfWhatIsAskedForAdds() =>
        Assert.True(
            Confidence.Estimate(_middling with { Share = 0.5 }) > Confidence.Estimate(_middling with { Share = 0.1 })
        );

    [Fact]
    public void ASubjectThatOccursNowhereLowersAll() =>
        Assert.True(Confidence.Estimate(_middling with { ElementShare = 0.05 }) < Confidence.Estimate(_middling));

    [Fact]
    public void BetterRivalsLower() =>
        Assert.True(Confidence.Estimate(_middling with { Rivalry = 1.4 }) < Confidence.Estimate(_middling));

    [Fact]
    public void ClosenessInMeaningAdds() =>
        Assert.True(
            Confidence.Estimate(_middling with { Meaning = 1 }) > Confidence.Estimate(_middling with { Meaning = 0 })
        );

    [Fact]
    public void AlmostNothingIsNeverStrong() =>
        Assert.InRange(
            Confidence.Of(Confidence.Estimate(new ConfidenceFeatures(9, 0.02, 0.02, 0.4, 0.3, Meaning: 2)), 1),
            0,
            0.3
        );

    [Fact]
    public void WhatStandsAgainstItLowersAndNeverRaises() =>
        PropertyTest.Holds<(byte Estimate, byte Caution)>(made =>
            Confidence.Of(made.Estimate / 255.0, made.Caution / 255.0) <= Confidence.Of(made.Estimate / 255.0, 1)
        );

    [Fact]
    public void WhereNotEvenTheBestIsLikelyAllAreWeak()
    {
        Assert.Equal(EvidenceStrength.Weak, Confidence.BandOf(0.5, best: 0.5));
        Assert.Equal(EvidenceStrength.Possible, Confidence.BandOf(0.5, best: 0.6));
    }
}
