using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Searching;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class ElementRivalryTests
{
    [Fact]
    public void APassageThatAnswersNothingIsNotRaised()
    {
        float least = Divide([0.02f, 0.01f, 0, 0, 0, 0])[0];
        float less = Divide([0.04f, 0.01f, 0, 0, 0, 0])[0];
        Assert.InRange(least, 0.02f, 0.06f);
        Assert.Equal(2, less / least, 0.001);
    }

    [Fact]
    public void AnElementWithRivalsHasLessThanOneWithout() =>
        Assert.True(Divide([1, 1, 1, 1, 1, 0])[0] < Divide([1, 0, 0, 0, 0, 0])[0]);

    [Fact]
    public void TheOrderOfTheElementsOfAPassageStaysAsItIs()
    {
        float[] scores = Divide([0.9f, 0.8f, 0.7f, 0.1f, 0.05f, 0]);
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public void ElementsThatAskForTheSameTakeLessFromEachOther()
    {
        Feature shared = Word("shared", 0, 1);
        float[] scores = Divide([1, 1, 0, 0, 0, 0.9f], [shared, Word("other", 5)]);
        float[] strangers = Divide([1, 1, 0, 0, 0, 0.9f], [Word("one", 0), Word("two", 1), Word("other", 5)]);
        Assert.True(scores[0] > strangers[0]);
        Assert.Equal(strangers[5], scores[5], 0.0001);
    }

    private static Feature Word(string term, params int[] elements)
    {
        Feature feature = new(FeatureKind.Word, [term]);
        foreach (int element in elements)
            feature.Uses.Add((element, 1));
        return feature;
    }

    private static float[] Divide(float[] scores, IReadOnlyList<Feature>? features = null)
    {
        ScoreMatrix matrix = new(1, scores.Length);
        scores.CopyTo(matrix[0]);
        ScoreMatrix divisors = new ElementRivalry(features ?? [], scores.Length).Divide(matrix);
        for (int element = 0; element < scores.Length; element++)
            Assert.Equal(scores[element], matrix[0][element] * divisors[0][element], 0.0001);
        return matrix[0].ToArray();
    }
}
