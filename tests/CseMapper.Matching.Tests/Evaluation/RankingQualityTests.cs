using CseMapper.Matching.Evaluation;

namespace CseMapper.Matching.Tests.Evaluation;

public sealed class RankingQualityTests
{
    [Fact]
    public void MeasuresAreThoseOfTrecEval()
    {
        RankingQuality quality = RankingQuality.Measure(
            ["x", "a", "b"],
            new Dictionary<string, int>
            {
                ["a"] = 2,
                ["b"] = 1,
                ["c"] = 1,
            }
        );
        double ideal = 2 + (1 / Math.Log2(3)) + 0.5;
        Assert.Equal(((2 / Math.Log2(3)) + 0.5) / ideal, quality.Ndcg10, 12);
        Assert.Equal((0.5 + (2 / 3.0)) / 3, quality.MeanAveragePrecision, 12);
        Assert.Equal(2 / 3.0, quality.Recall10, 12);
        Assert.Equal(0.4, quality.Precision5, 12);
    }

    [Fact]
    public void HonestConfidencesHaveNoCalibrationError()
    {
        (double, bool)[] half = [.. Enumerable.Range(0, 10).Select(i => (0.5, i % 2 == 0))];
        Assert.Equal(0, CalibrationQuality.Measure(half).ExpectedError, 12);
        Assert.Equal(0.5, CalibrationQuality.Measure(half).Auc, 12);
    }

    [Fact]
    public void ConfidencesThatTellApartHaveAnAucOfOne() =>
        Assert.Equal(1, CalibrationQuality.Measure([(0.9, true), (0.8, true), (0.2, false)]).Auc, 12);
}
