using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Tests.Scoring;

public sealed class EvidenceRankerTests
{
    private static readonly Standard _smallStandard = new(
        "small",
        "A small standard",
        [
            new Criterion(
                "1",
                "Customers",
                [
                    new SubCriterion(
                        "1.1",
                        "Problems",
                        [
                            new StandardElement(
                                "1.1.1",
                                "We have an easy to use complaints procedure for our customers.",
                                "Problems"
                            ),
                            new StandardElement(
                                "1.1.2",
                                "Where there is a charge for services, we tell our customers how much they will "
                                    + "have to pay.",
                                "Problems"
                            ),
                            new StandardElement(
                                "1.1.3",
                                "Our customers find clean and comfortable premises.",
                                "Problems"
                            ),
                        ]
                    ),
                ]
            ),
        ],
        ""
    );

    private static readonly Dictionary<string, Passage[]> _folder = new(StringComparer.Ordinal)
    {
        ["complaints"] =
        [
            new(
                "p",
                0,
                "Anyone may complain by telephone, letter or in person. The procedure has two stages and is easy "
                    + "to use.",
                ["Complaints"]
            ),
            new("q", 1, "Our annual report is published in May.", ["Reports"]),
        ],
        ["fees"] =
        [
            new("r", 0, "The charge for a parking permit is £30 a year; you pay when you apply.", ["Fees and charges"]),
        ],
    };

    private static IReadOnlyList<ElementEvidence> Rank(IEnumerable<string> keys) =>
        new EvidenceRanker().Rank(
            _smallStandard,
            keys.Select(key => new IndexedDocument(key, key) { Passages = _folder[key] }),
            key => _folder[key],
            TestContext.Current.CancellationToken
        );

    [Fact]
    public void TheBestPassageOfEachElementComesFirst()
    {
        IReadOnlyList<ElementEvidence> evidence = Rank(_folder.Keys);
        Assert.Equal(["1.1.1", "1.1.2", "1.1.3"], evidence.Select(element => element.Element));
        Assert.Equal("p", evidence[0].Suggestions[0].Passage.Key);
        Assert.Equal("r", evidence[1].Suggestions[0].Passage.Key);
    }

    [Fact]
    public void AnElementThatNothingSpeaksOfHasNoSuggestion() =>
        Assert.Equal(EvidenceStrength.None, Rank(_folder.Keys)[2].Strength);

    [Fact]
    public void TheOrderOfTheDocumentsDoesNotMatter() =>
        Assert.Equal(Flatten(Rank(_folder.Keys)), Flatten(Rank(_folder.Keys.Reverse())));

    [Fact]
    public void TheExplanationAddsUpToTheScore()
    {
        foreach (Suggestion suggestion in Rank(_folder.Keys).SelectMany(element => element.Suggestions))
        {
            Assert.Equal(suggestion.Score, suggestion.Why.Value, 6);
            Check(suggestion.Why);
        }

        static void Check(ScoreExplanation node)
        {
            if (node.Details.Count == 0)
                return;
            double value = node.Description.Contains("product", StringComparison.Ordinal)
                ? node.Details.Aggregate(1.0, (product, detail) => product * detail.Value)
                : node.Details.Sum(detail => detail.Value);
            Assert.Equal(value, node.Value, 6);
            foreach (ScoreExplanation detail in node.Details)
                Check(detail);
        }
    }

    [Fact]
    public void MatchedWordsStandWhereTheySay()
    {
        Suggestion best = Rank(_folder.Keys)[0].Suggestions[0];
        Assert.NotEmpty(best.Matches);
        Assert.Contains(
            best.Matches,
            match =>
                best.Passage.Text.Substring(match.Span.Start, match.Span.Length) == "complain"
                && match.Kind == MatchKind.Related
        );
        Assert.Contains(
            best.Matches,
            match =>
                best.Passage.Text.Substring(match.Span.Start, match.Span.Length) == "procedure"
                && match.Kind == MatchKind.Word
        );
    }

    [Fact]
    public void NearlyTheSameWordsAreOneSuggestionWithAllPlaces()
    {
        const string text =
            "Anyone may complain by telephone, letter or in person. The procedure has two stages, is easy to "
            + "use, and is printed in every leaflet.";
        Dictionary<string, Passage[]> folder = new(StringComparer.Ordinal)
        {
            ["old"] = [new("p", 0, text, ["Complaints"])],
            ["new"] =
            [
                new("p", 0, text.Replace("two stages", "three stages", StringComparison.Ordinal), ["Complaints"]),
            ],
            ["fees"] = _folder["fees"],
        };
        Suggestion[] found =
        [
            .. new EvidenceRanker()
                .Rank(
                    _smallStandard,
                    folder.Select(one => new IndexedDocument(one.Key, one.Key) { Passages = one.Value }),
                    key => folder[key],
                    TestContext.Current.CancellationToken
                )[0]
                .Suggestions,
        ];

        Suggestion only = Assert.Single(found, suggestion => suggestion.Document != "fees");
        Assert.Equal(
            ["new", "old"],
            only.Copies.Select(copy => copy.Document).Append(only.Document).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AWeakSuggestionSaysWhyItIsNoBetter()
    {
        foreach (Suggestion suggestion in Rank(_folder.Keys).SelectMany(element => element.Suggestions))
            Assert.Equal(suggestion.Strength == EvidenceStrength.Weak, suggestion.Rejected.Count > 0);
        Suggestion report = Rank(_folder.Keys)
            .SelectMany(element => element.Suggestions)
            .First(suggestion => suggestion.Strength == EvidenceStrength.Weak);
        Assert.Contains(report.Rejected, reason => reason.StartsWith("By weight, ", StringComparison.Ordinal));
    }

    [Fact]
    public void TheHeaviestWordsAreNamedWithThePassagesThatHoldThem()
    {
        IReadOnlyList<SearchedWord> words = Rank(_folder.Keys)[0].SearchedFor;
        Assert.Contains(words, word => word.Words == "procedure" && word.Passages == 1);
        Assert.Contains(words, word => word.Words == "complaints");
    }

    [Fact]
    public void APassedReviewDateIsSaidAndWeighed()
    {
        Suggestion Best(bool isOverdue) =>
            new EvidenceRanker()
                .Rank(
                    _smallStandard,
                    [
                        new IndexedDocument("complaints", "")
                        {
                            Passages = _folder["complaints"],
                            IsReviewOverdue = isOverdue,
                        },
                    ],
                    key => _folder[key],
                    TestContext.Current.CancellationToken
                )[0]
                .Suggestions[0];

        Assert.Contains(EvidenceRemark.ReviewOverdue, Best(true).Remarks);
        Assert.DoesNotContain(EvidenceRemark.ReviewOverdue, Best(false).Remarks);
        Assert.True(Best(true).Score < Best(false).Score);
    }

    private static IEnumerable<(string, string, double)> Flatten(IEnumerable<ElementEvidence> evidence) =>
        evidence.SelectMany(element =>
            element.Suggestions.Select(suggestion => (element.Element, suggestion.Passage.Key, suggestion.Score))
        );

    [Fact]
    public void APassageWithoutAMatchOfItsOwnIsNoSuggestion()
    {
        Passage[] passages =
        [
            new("a", 0, "The procedure for complaints has two stages. Customers find it easy to use.", ["Complaints"]),
            new("b", 1, "Approved on 3 May 2024.", ["Complaints procedure for customers"]),
        ];

        IReadOnlyList<Suggestion> found = new EvidenceRanker()
            .Rank(
                _smallStandard,
                [new IndexedDocument("one", "one") { Passages = passages }],
                _ => passages,
                TestContext.Current.CancellationToken
            )[0]
            .Suggestions;

        Assert.Equal(["a"], found.Select(suggestion => suggestion.Passage.Key));
    }

    [Fact]
    public void OneLongDocumentDoesNotHideTheOthers()
    {
        Dictionary<string, Passage[]> folder = new(StringComparer.Ordinal)
        {
            ["long"] = OnComplaints(28, 0),
            ["other"] = OnComplaints(8, 40),
            ["third"] = OnComplaints(8, 80),
        };

        IReadOnlyList<Suggestion> found = new EvidenceRanker()
            .Rank(
                _smallStandard,
                folder.Select(one => new IndexedDocument(one.Key, one.Key) { Passages = one.Value }),
                key => folder[key],
                TestContext.Current.CancellationToken
            )[0]
            .Suggestions;

        Assert.Equal(10, found.Count);
        Assert.InRange(found.Count(suggestion => suggestion.Document == "long"), 4, 6);
        Assert.Equal(found.OrderByDescending(suggestion => suggestion.Score), found);
    }

    /// <summary>Every second passage is evidence, in words that no other has.</summary>
    private static Passage[] OnComplaints(int count, int first)
    {
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Passage(
                    $"{first + i}",
                    i,
                    i % 2 == 0
                        ? $"The complaints procedure for customers is easy to use in {Name(i)} and {Name(i + 130)}."
                        : $"In {Name(i)} we cut the grass and sweep the streets of {Name(i + 130)}.",
                    [i % 2 == 0 ? "Complaints" : "Streets"]
                )),
        ];

        string Name(int i) =>
            new(["bcdfghjklm"[(first + i) % 10], 'a', "npqrstvwxz"[(first + i) / 10 % 10], "aeiou"[i / 100]]);
    }

    [Fact]
    public void APassageFarDownHasItsPlaceAmongAll()
    {
        using DocumentSource source = DocumentSource.Of(
            _folder.Select(one => new IndexedDocument(one.Key, one.Key) { Passages = one.Value })
        );
        ElementEvidence within = new EvidenceRanker().RankWithin(
            _smallStandard,
            "1.1.1",
            source,
            "fees",
            key => _folder[key],
            TestContext.Current.CancellationToken
        );

        Assert.All(within.Suggestions, suggestion => Assert.Equal("fees", suggestion.Document));
        Assert.All(within.Suggestions, suggestion => Assert.InRange(suggestion.Rank!.Value, 2, 3));
    }
}
