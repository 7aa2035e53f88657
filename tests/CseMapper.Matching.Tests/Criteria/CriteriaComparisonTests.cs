using CseMapper.Matching.Criteria;

namespace CseMapper.Matching.Tests.Criteria;

public sealed class CriteriaComparisonTests
{
    [Fact]
    public void EqualListsHaveNoDifference() =>
        Assert.Empty(CriteriaComparison.Compare(List("1 A.", "2 B."), List("1 A.", "2 B.")));

    [Fact]
    public void EveryDifferenceIsListed()
    {
        Standard first = List("1 ONE", "1.1 Same.", "1.2 We tell customers.", "1.3 Only here.", "2 TWO", "2.1 Shared.");
        Standard second = List(
            "1 ONE",
            "1.1 Same.",
            "1.2 We tell Customers.",
            "2 ZWEI",
            "2.1 Shared.",
            "2.2 Only there."
        );

        string[] differences =
        [
            .. CriteriaComparison
                .Compare(first, second)
                .Select(difference => $"{difference.Number} {difference.Message.Split('\n')[0]}"),
        ];

        Assert.Equal(
            [
                "2 the heading differs:",
                "1.2 the wording differs:",
                "1.3 only in the first list: Only here.",
                "2.2 only in the second list: Only there.",
            ],
            differences
        );
    }

    [Fact]
    public void OtherOrderIsADifference()
    {
        CriteriaDifference difference = Assert.Single(
            CriteriaComparison.Compare(List("1 A.", "2 B."), List("2 B.", "1 A."))
        );

        Assert.Equal("2", difference.Number);
        Assert.Contains("another order", difference.Message, StringComparison.Ordinal);
    }

    private static Standard List(params string[] lines) => ListImport.Read(lines, "x").Standard;
}
