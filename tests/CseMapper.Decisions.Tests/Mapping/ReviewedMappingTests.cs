using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Matching.Criteria;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Workspaces;
using CseMapper.Testing;

namespace CseMapper.Decisions.Tests.Mapping;

public sealed class ReviewedMappingTests
{
    private const string Letters =
        "We answer letters within ten working days of the day on which they reach us and tell the customer who "
        + "deals with them";
    private const string Emails =
        "We answer emails within ten working days of the day on which they reach us and tell the customer who "
        + "deals with them";
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000001";

    [Fact]
    public void ADecisionIsNotShownOnAClauseOfTheSameDocumentThatIsOnlyLikeIt()
    {
        ReviewedMapping reviewed = ReviewedMapping.Join(
            Mapping(Letters, Emails),
            [Reject(Letters)],
            needsApproval: false
        );

        Assert.Equal(Verdict.Rejected, Suggestion(reviewed, 0).Decision!.Verdict);
        Assert.Null(Suggestion(reviewed, 1).Decision);
    }

    [Theory]
    [InlineData("Complaints and letters. ", "")]
    [InlineData("", " and when they will hear from us")]
    [InlineData("Complaints and letters. ", " and when they will hear from us")]
    public void ADecisionIsShownOnASuggestionThatWasCutOtherwise(string before, string after)
    {
        ReviewedMapping reviewed = ReviewedMapping.Join(
            Mapping(before + Letters + after),
            [Reject(Letters)],
            needsApproval: false
        );

        Assert.Equal(
            (Verdict.Rejected, false),
            (Suggestion(reviewed, 0).Decision!.Verdict, Suggestion(reviewed, 0).Decision!.IsCopy)
        );
    }

    [Fact]
    public void ADecisionIsShownOnASuggestionThatBeginsInItsMidst()
    {
        string rest = Letters[Letters.IndexOf("working", StringComparison.Ordinal)..] + " and what they can do";

        ReviewedMapping reviewed = ReviewedMapping.Join(Mapping(rest), [Reject(Letters)], needsApproval: false);

        Assert.False(Suggestion(reviewed, 0).Decision!.IsCopy);
    }

    [Fact]
    public void AnotherRuleKeepsWhatTheRunFound()
    {
        Decision moved = Reject(Letters) with { Action = DecisionAction.Accept };
        MappingFile mapping = Mapping(Letters);
        MappingDecision found = new(moved.Id, Verdict.Accepted, AnchorState.Moved, Letters, [])
        {
            DecidedIn = "old.txt",
            AnchoredBy = moved.Id,
            Place = AnchorPlace.WhereMade(moved.Anchor!),
        };
        mapping = new MappingFile(
            mapping.Generator,
            mapping.Standard,
            [mapping.Elements[0] with { Decisions = [found] }],
            mapping.Documents
        );
        Decision anchored = moved with { Anchor = moved.Anchor! with { Path = "old.txt", ContentHash = "x" } };
        Decision withdraw = new("w", DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Withdraw)
        {
            Target = anchored.Id,
        };
        ReviewedMapping reviewed = ReviewedMapping.Join(mapping, [anchored, withdraw], needsApproval: false);

        Decision redone = new("r", DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Withdraw)
        {
            Target = withdraw.Id,
        };
        ReviewedMapping again = reviewed.Anew([anchored, withdraw, redone], needsApproval: true);

        Assert.Equal(
            (AnchorState.Moved, Verdict.AwaitsApproval),
            (again.Mapping.Elements[0].Decisions[0].State, again.Mapping.Elements[0].Decisions[0].Verdict)
        );
    }

    private static MappingFile Mapping(params string[] quotes)
    {
        Standard standard = new(
            "s",
            "S",
            [
                new Criterion(
                    "1",
                    "One",
                    [new SubCriterion("1.1", "One", [new StandardElement("1.1.1", "We answer.", "One")])]
                ),
            ],
            "00"
        );
        DocumentRecord document = new("policy.txt", FileFormat.PlainText, 10, Hash);
        ElementEvidence evidence = new(
            "1.1.1",
            EvidenceStrength.Strong,
            [.. quotes.Select((quote, at) => SampleMapping.Suggest(Hash, $"k{at}", quote, [], 0.9, []))]
        );
        return MappingBuilder.Build(standard, [document], [evidence], SampleMapping.Generator);
    }

    private static Decision Reject(string quote) =>
        new("d1", DateTimeOffset.UnixEpoch, "ann", "1.1.1", DecisionAction.Reject)
        {
            Anchor = new EvidenceAnchor(quote, "policy.txt", Hash),
        };

    private static MappingSuggestion Suggestion(ReviewedMapping reviewed, int at) =>
        reviewed.Mapping.Elements[0].Suggestions[at];
}
