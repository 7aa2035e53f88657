using CseMapper.Matching.Scoring;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class PrintedOrderTests
{
    private const int Elements = 40;

    [Fact]
    public void DocumentsThatGoElementByElementShowIt() => Assert.Equal(1, ShownBy(Enumerable.Range(0, Elements)));

    [Fact]
    public void DocumentsThatJumpAboutShowNothing() =>
        Assert.Equal(0, ShownBy(Enumerable.Range(0, Elements * 5).Select(i => i * 17 % Elements)));

    [Fact]
    public void AHandfulOfPassagesShowsLittle() => Assert.InRange(ShownBy([3, 4]), 0, 0.95);

    [Fact]
    public void PassagesAboutNothingInParticularAreNotCounted() =>
        Assert.Equal(0, ShownBy(Enumerable.Range(0, Elements), score: 0.4f));

    [Fact]
    public void WhatStandsInTwoDocumentsDoesNotFollowOneAnother()
    {
        int[] passages = [.. Enumerable.Range(0, Elements)];
        Assert.Equal(0, PrintedOrder.ShownIn(Scores(passages, 1), passages, passages));
    }

    private static float ShownBy(IEnumerable<int> elements, float score = 1)
    {
        int[] best = [.. elements];
        return PrintedOrder.ShownIn(Scores(best, score), [.. Enumerable.Range(0, best.Length)], new int[best.Length]);
    }

    private static ScoreMatrix Scores(int[] best, float score)
    {
        ScoreMatrix scores = new(best.Length, Elements);
        for (int row = 0; row < best.Length; row++)
            scores[row][best[row]] = score;
        return scores;
    }
}
