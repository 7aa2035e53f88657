using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Suggestions;

public sealed class PartCoverageTests
{
    private static readonly Standard _measuring = new(
        "small",
        "A small standard",
        [
            new Criterion(
                "1",
                "Customers",
                [
                    new SubCriterion(
                        "1.1",
                        "Satisfaction",
                        [
                            new StandardElement(
                                "1.1.1",
                                "We use reliable methods to measure satisfaction on a regular basis.",
                                "Satisfaction"
                            )
                            {
                                Parts =
                                [
                                    new ElementPart("We use reliable methods to measure satisfaction")
                                    {
                                        Vocabulary = [new VocabularyEntry("questionnaire")],
                                    },
                                    new ElementPart("on a regular basis.")
                                    {
                                        Vocabulary = [new VocabularyEntry("every quarter")],
                                    },
                                ],
                                Vocabulary = [new VocabularyEntry("survey")],
                            },
                            new StandardElement("1.1.2", "Our premises are clean.", "Satisfaction")
                            {
                                Parts = [new ElementPart("Our premises are clean.")],
                            },
                        ]
                    ),
                ]
            ),
        ],
        ""
    );

    [Theory]
    [InlineData("The questionnaire measures how satisfied people are; its methods are reliable.", new[] { 1 })]
    [InlineData("Figures are drawn up every quarter.", new[] { 2 })]
    [InlineData("Satisfaction is measured by a questionnaire every quarter.", new[] { 1, 2 })]
    public void APassageCoversThePartsWhoseWordsItHas(string text, int[] expected) =>
        Assert.Equal(expected, Best("1.1.1", text).Parts);

    [Fact]
    public void HeadingsCountToo() =>
        Assert.Equal([1, 2], Best("1.1.1", "Satisfaction is measured by a questionnaire.", "Every quarter").Parts);

    [Fact]
    public void AnElementWithoutHalvesHasNoneToCover() => Assert.Empty(Best("1.1.2", "All premises are clean.").Parts);

    private static Suggestion Best(string element, string text, params string[] headings)
    {
        Passage[] passages = [new("p", 0, text, headings), new("q", 1, "The parking permit costs thirty pounds.", [])];
        return new EvidenceRanker()
            .Rank(
                _measuring,
                [new IndexedDocument("d", "") { Passages = passages }],
                _ => passages,
                TestContext.Current.CancellationToken
            )
            .Single(one => one.Element == element)
            .Suggestions[0];
    }
}
