using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class MeaningScoresTests
{
    private static readonly Standard _standard = new(
        "small",
        "A small standard",
        [
            new Criterion(
                "1",
                "Customers",
                [
                    new SubCriterion(
                        "1.1",
                        "Listening",
                        [
                            new StandardElement("1.1.1", "We change services because of what customers tell us.", "")
                            {
                                Vocabulary = [new("you said, we did"), new("improved after feedback", 0.8)],
                            },
                            new StandardElement("1.1.2", "Our premises are clean and comfortable for customers.", "")
                            {
                                Vocabulary = [new("cleaning rota"), new("waiting area")],
                            },
                            new StandardElement("1.1.3", "We tell customers what services will cost them.", ""),
                        ]
                    ),
                ]
            ),
        ],
        ""
    );

    private static readonly Passage[] _passages =
    [
        new("a", 0, "Residents asked for later closing, and since May the office stays open for them until eight.", []),
        new("b", 1, "Customers' data on services, staff and change requests are stored for customers' services.", []),
        new("c", 2, "The waiting area is swept twice a day and has seats for customers of any age.", []),
        new("d", 3, "Services cost customers what the list of charges says: a permit is thirty pounds.", ["Fees"]),
        new("e", 4, "The boiler is inspected in June; services of the boiler are logged.", ["Plant"]),
    ];

    [Fact]
    public void EverySuggestionTellsWhatMeaningAdded()
    {
        foreach (Suggestion suggestion in Rank(Vectors()).SelectMany(element => element.Suggestions))
        {
            Assert.Equal("product of", suggestion.Why.Description);
            Assert.Equal(suggestion.Score, suggestion.Why.Value, 1e-9);
            Assert.Equal(
                suggestion.Why.Details[0].Value,
                suggestion.Why.Details[0].Details.Sum(part => part.Value),
                1e-6
            );
            Assert.StartsWith("meaning: ", suggestion.Why.Details[0].Details[1].Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheNearestPhraseIsNamed()
    {
        Suggestion best = Rank(Vectors())[1].Suggestions[0];

        Assert.Equal("c", best.Passage.Key);
        Assert.Equal("waiting area", best.CloseTo);
    }

    [Fact]
    public void WithoutVocabularyTheWordingIsNamed()
    {
        Suggestion best = Rank(Vectors())[2].Suggestions[0];

        Assert.Equal("d", best.Passage.Key);
        Assert.Equal("We tell customers what services will cost them.", best.CloseTo);
    }

    [Fact]
    public void WithoutVectorsNothingIsSaidOfMeaning() =>
        Assert.All(
            Rank(null).SelectMany(element => element.Suggestions),
            suggestion => Assert.Null(suggestion.CloseTo)
        );

    private static SentenceVectors Vectors()
    {
        SentenceVectors? vectors = SentenceVectors.With(SentenceModel.DefaultPath, null);
        Assert.SkipWhen(vectors is null, "This build has no weights: their package could not be restored.");
        return vectors!;
    }

    private static IReadOnlyList<ElementEvidence> Rank(SentenceVectors? vectors) =>
        new EvidenceRanker(vectors).Rank(
            _standard,
            [new IndexedDocument("document", "") { Passages = _passages }],
            _ => _passages,
            TestContext.Current.CancellationToken
        );
}
