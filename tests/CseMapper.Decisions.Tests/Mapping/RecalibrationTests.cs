using System.Text.Json;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Mapping;

public sealed class RecalibrationTests
{
    [Fact]
    public void FewDecisionsChangeNothing() =>
        Assert.Null(
            Recalibration.Learn(Decided(Enumerable.Range(0, Recalibration.LeastDecided - 1).Select(_ => (0.9, false))))
        );

    [Fact]
    public void HonestConfidencesAreLeftNearlyAsTheyAre()
    {
        Recalibration learnt = Recalibration.Learn(
            Decided(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? (0.8, i % 10 != 0) : (0.2, i % 10 == 1)))
        )!;

        Assert.Equal(0.8, learnt.Apply(0.8), 0.02);
        Assert.Equal(0.2, learnt.Apply(0.2), 0.02);
    }

    [Fact]
    public void ManyDecisionsMoveConfidencesFurtherThanFew()
    {
        Recalibration few = Recalibration.Learn(Decided(Enumerable.Range(0, 10).Select(i => (0.8, i % 2 == 0))))!;
        Recalibration many = Recalibration.Learn(Decided(Enumerable.Range(0, 1000).Select(i => (0.8, i % 2 == 0))))!;

        Assert.Equal(0.5, many.Apply(0.8), 0.02);
        Assert.InRange(few.Apply(0.8), 0.55, 0.78);
    }

    [Fact]
    public void TheBestDecidedFirstDoNotLiftTheRest()
    {
        Recalibration learnt = Recalibration.Learn(Decided(Enumerable.Range(0, 11).Select(i => (0.75, i < 10))))!;

        Assert.Equal(0.75, learnt.Apply(0.75), 0.04);
        Assert.Equal(0.4, learnt.Apply(0.4), 0.03);
        Assert.Equal(0.1, learnt.Apply(0.1), 0.03);
    }

    [Fact]
    public void AFewRejectionsOfTheBestDoNotSinkTheRest()
    {
        Recalibration learnt = Recalibration.Learn(Decided(Enumerable.Range(0, 28).Select(i => (0.7, i < 8))))!;

        Assert.InRange(learnt.Apply(0.7), 0.45, 0.6);
        Assert.InRange(learnt.Apply(0.4), 0.25, 0.4);
    }

    [Fact]
    public void TheOrderOfConfidencesNeverChanges() =>
        PropertyTest.Holds<(byte[] Confidences, bool[] Accepted)>(made =>
        {
            if (made.Confidences is null || made.Accepted is null)
                return true;
            (double, bool)[] judged =
            [
                .. Enumerable
                    .Repeat(made.Confidences.Zip(made.Accepted, (one, isAccepted) => (one / 255.0, isAccepted)), 3)
                    .SelectMany(all => all),
            ];
            if (Recalibration.Learn(Decided(judged)) is not { } learnt)
                return true;
            double[] values = [.. Enumerable.Range(0, 101).Select(i => learnt.Apply(i / 100.0))];
            return values.Order().SequenceEqual(values) && values.All(value => value is >= 0 and <= 1);
        });

    [Fact]
    public void TheMappingShowsWhatBecameOfSuggestionsLikeEach()
    {
        Suggestion[] found =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    SampleMapping.Suggest(
                        SampleMapping.Hash(i),
                        $"k{i}",
                        $"Words of passage number {i} about customers and their many needs {i * 7}.",
                        [],
                        0.6,
                        ["customers"]
                    )
                ),
        ];
        EvidenceAnchor Anchor(int i) =>
            new(found[i].Passage.Text, SampleMapping.HostilePaths[i], SampleMapping.Hash(i));
        Decision[] decisions =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i => new Decision(
                    $"d{i}",
                    DateTimeOffset.UnixEpoch,
                    "Ann",
                    "1.1.1",
                    i < 3 ? DecisionAction.Accept : DecisionAction.Reject
                )
                {
                    Anchor = Anchor(i),
                }),
        ];
        ReviewLedger ledger = ReviewLedger.Derive(decisions, needsApproval: false);
        DecidedEvidence decided = new(
            [
                .. ledger.Items.Select(item => new DecidedItem(
                    item,
                    item.Id,
                    new AnchorMatch(AnchorState.Unchanged, AnchorPlace.WhereMade(item.Anchor), 1, [])
                )),
            ],
            ledger.Commentaries
        );

        MappingFile mapping = MappingBuilder.Build(
            SampleMapping.Standard,
            SampleMapping.Documents(),
            [new ElementEvidence("1.1.1", EvidenceStrength.Possible, found)],
            "x",
            decided
        );

        Assert.Equal((12, 3), (mapping.Recalibration!.Decided, mapping.Recalibration.Accepted));
        Assert.All(mapping.Elements[0].Suggestions, suggestion => Assert.InRange(suggestion.Confidence, 0.25, 0.55));
        Assert.Equal(new SimilarDecisions(11, 2), mapping.Elements[0].Suggestions[0].Like);
        byte[] Json(MappingFile file)
        {
            using MemoryStream stream = new();
            MappingJsonWriter.Write(file, stream);
            return stream.ToArray();
        }

        using Stream schema = typeof(MappingFile).Assembly.GetManifestResourceStream("mapping.schema.json")!;
        using JsonDocument rules = JsonDocument.Parse(schema);
        using JsonDocument written = JsonDocument.Parse(Json(mapping));
        Assert.Empty(new JsonSchema(rules.RootElement).Check(written.RootElement));
        Assert.Equal(Json(mapping), Json(MappingJsonReader.Read(new MemoryStream(Json(mapping)))));
    }

    private static MappingEntry[] Decided(IEnumerable<(double Confidence, bool IsAccepted)> judged) =>
        [
            new MappingEntry(
                "1.1.1",
                "",
                new MappedHeading("1", ""),
                new MappedHeading("1.1", ""),
                [
                    .. judged.Select(
                        (one, i) =>
                            new MappingSuggestion(
                                $"{i}",
                                EvidenceStrength.Possible,
                                one.Confidence,
                                1,
                                "",
                                [],
                                [],
                                new ScoreExplanation(1, "", [])
                            )
                            {
                                Decision = new SuggestionDecision(
                                    $"{i}",
                                    one.IsAccepted ? Verdict.Accepted : Verdict.Rejected,
                                    AnchorState.Unchanged,
                                    IsCopy: false
                                ),
                            }
                    ),
                ]
            ),
        ];
}
