using System.Globalization;
using System.Text.Json.Serialization;
using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>A decided passage as mapping.json holds it.</summary>
internal sealed record DecidedJson
{
    public required string Id { get; init; }
    public required string Verdict { get; init; }
    public required string Anchor { get; init; }
    public required string Quote { get; init; }
    public required string Extent { get; init; }
    public required int[] Parts { get; init; }
    public required string DecidedIn { get; init; }
    public required string AnchoredBy { get; init; }

    /// <summary>Null for a passage that is gone.</summary>
    public AnchorPlaceJson? Place { get; init; }

    /// <summary>Null where nothing changed.</summary>
    public WordChangeJson[]? Changes { get; init; }

    public required string[] Suggestions { get; init; }
    public required JudgementJson[] Judgements { get; init; }

    public static DecidedJson Of(MappingDecision decision) =>
        new()
        {
            Id = decision.Id,
            Verdict = MappingNames.NameOf(decision.Verdict),
            Anchor = MappingNames.NameOf(decision.State),
            Quote = decision.Quote,
            Extent = MappingNames.NameOf(decision.Extent),
            Parts = [.. decision.Parts],
            DecidedIn = decision.DecidedIn,
            AnchoredBy = decision.AnchoredBy,
            Place = decision.Place is { } place ? AnchorPlaceJson.Of(place) : null,
            Changes = decision.Changes.Count > 0 ? [.. decision.Changes.Select(WordChangeJson.Of)] : null,
            Suggestions = [.. decision.Suggestions],
            Judgements = [.. decision.Judgements.Select(JudgementJson.Of)],
        };

    public MappingDecision ToDecision() =>
        new(
            Id,
            MappingNames.VerdictOf(Verdict),
            MappingNames.Anchor(Anchor),
            Quote,
            Judgements.Read(one => one.ToJudgement())
        )
        {
            Extent = MappingNames.Extent(Extent),
            Parts = Parts,
            DecidedIn = DecidedIn,
            AnchoredBy = AnchoredBy,
            Place = Place?.ToPlace(Quote),
            Changes = Changes?.Read(one => one.ToChange()) ?? [],
            Suggestions = Suggestions.Whole(),
        };
}

/// <summary>Where a decided passage stands now, as mapping.json holds it.</summary>
internal sealed record AnchorPlaceJson
{
    public required string Path { get; init; }
    public required string Document { get; init; }
    public required string Text { get; init; }
    public required string[] Headings { get; init; }
    public string? Clause { get; init; }
    public int? Page { get; init; }
    public string? PageLabel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PageIsApproximate { get; init; }

    public static AnchorPlaceJson Of(AnchorPlace place) =>
        new()
        {
            Path = place.Path,
            Document = place.ContentHash,
            Text = place.Text,
            Headings = [.. place.Headings],
            Clause = place.Clause,
            Page = place.Page,
            PageLabel = place.PageLabel,
            PageIsApproximate = place.IsPageApproximate,
        };

    /// <summary>Most places hold the very words that were judged: they are kept once, since there may be tens of
    /// thousands.</summary>
    public AnchorPlace ToPlace(string quote) =>
        new(Path, Document, Text == quote ? quote : Text, Headings.Whole())
        {
            Clause = Clause,
            Page = Page,
            PageLabel = PageLabel,
            IsPageApproximate = PageIsApproximate,
        };
}

/// <summary>A changed word as mapping.json holds it.</summary>
internal sealed record WordChangeJson(string Kind, string Text)
{
    public static WordChangeJson Of(WordChange change) => new(MappingNames.NameOf(change.Kind), change.Text);

    public WordChange ToChange() => new(MappingNames.Change(Kind), Text);
}

/// <summary>A reviewer's judgement as mapping.json holds it.</summary>
internal sealed record JudgementJson(
    string Id,
    string Time,
    string Reviewer,
    string Action,
    string Extent,
    string? Reason = null,
    string? Comment = null
)
{
    public static JudgementJson Of(MappingJudgement judgement) =>
        new(
            judgement.Id,
            JsonTime.Text(judgement.Time),
            judgement.Reviewer,
            MappingNames.NameOf(judgement.Action),
            MappingNames.NameOf(judgement.Extent),
            judgement.Reason,
            judgement.Comment.Length > 0 ? judgement.Comment : null
        );

    public MappingJudgement ToJudgement() =>
        new(Id, JsonTime.Read(Time), Reviewer, MappingNames.Action(Action))
        {
            Extent = MappingNames.Extent(Extent),
            Reason = Reason,
            Comment = Comment ?? "",
        };
}

/// <summary>A commentary as mapping.json holds it.</summary>
internal sealed record CommentaryJson(string Id, string Time, string Reviewer, string Text, int Versions)
{
    public static CommentaryJson Of(MappingCommentary commentary) =>
        new(commentary.Id, JsonTime.Text(commentary.Time), commentary.Reviewer, commentary.Text, commentary.Versions);

    public MappingCommentary ToCommentary() => new(Id, JsonTime.Read(Time), Reviewer, Text, Versions);
}

/// <summary>What was decided about a suggestion, as mapping.json holds it.</summary>
internal sealed record SuggestionDecisionJson(string Item, string Verdict, string Anchor, bool IsCopy)
{
    public static SuggestionDecisionJson Of(SuggestionDecision decision) =>
        new(decision.Item, MappingNames.NameOf(decision.Verdict), MappingNames.NameOf(decision.State), decision.IsCopy);

    public SuggestionDecision ToDecision() =>
        new(Item, MappingNames.VerdictOf(Verdict), MappingNames.Anchor(Anchor), IsCopy);
}

/// <summary>Times as mapping.json writes them: UTC, to the millisecond.</summary>
internal static class JsonTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
