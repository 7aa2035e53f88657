using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;

namespace CseMapper.Matching.Tests.Queries;

public sealed class StandardQueryTests
{
    private static readonly string[] _wordings =
    [
        "We have a complaints procedure for our customers.",
        "We tell customers about charges.",
        "We train staff who meet customers.",
        "We ask customers how satisfied they are.",
    ];

    private static StandardQuery Of(params VocabularyEntry[] vocabulary) =>
        StandardQuery.Build(
            new Standard(
                "s",
                "S",
                [
                    new Criterion(
                        "1",
                        "",
                        [
                            new SubCriterion(
                                "1",
                                "",
                                [
                                    .. _wordings.Select(
                                        (wording, i) =>
                                            new StandardElement($"{i}", wording, "")
                                            {
                                                Vocabulary = i == 0 ? vocabulary : [],
                                            }
                                    ),
                                ]
                            ),
                        ]
                    ),
                ],
                ""
            ),
            RelatedWords.Load()
        );

    private static float Weight(StandardQuery query, string label, int element) =>
        query.Features.FirstOrDefault(feature => feature.Label == label)?.WeightFor(element) ?? 0;

    [Fact]
    public void AWordOfMostElementsIsWorthLessThanAWordOfOne() =>
        Assert.True(Weight(Of(), "custom", 0) < Weight(Of(), "complaint", 0));

    [Fact]
    public void StopWordsAreNotLookedFor() =>
        Assert.DoesNotContain(Of().Features, feature => feature.Label is "we" or "for");

    [Fact]
    public void APhraseOfTheVocabularyIsLookedForAsItIsAndByItsWords()
    {
        StandardQuery query = Of(new VocabularyEntry("You said, we did", 2), new VocabularyEntry("ombudsman"));
        Assert.Equal(2, Weight(query, "you said we did", 0));
        Assert.True(Weight(query, "ombudsman", 0) > 0);
        Assert.Equal(0, Weight(query, "ombudsman", 1));
    }
}
