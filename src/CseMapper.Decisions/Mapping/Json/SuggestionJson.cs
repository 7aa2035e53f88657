using System.Text.Json.Serialization;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>A suggestion as mapping.json holds it.</summary>
internal sealed record SuggestionJson
{
    public required string Id { get; init; }
    public required string Revision { get; init; }
    public required string Strength { get; init; }
    public required double Confidence { get; init; }
    public SimilarDecisions? Like { get; init; }
    public required double Score { get; init; }
    public required string Quote { get; init; }
    public required MatchJson[] Matches { get; init; }
    public required PlaceJson[] Places { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MorePlaces { get; init; }

    public required int[] Parts { get; init; }
    public required string[] Flags { get; init; }
    public string? CloseTo { get; init; }

    /// <summary>Null unless it is weak.</summary>
    public string[]? Rejected { get; init; }

    public SuggestionDecisionJson? Decision { get; init; }
    public required WhyJson Why { get; init; }

    public static SuggestionJson Of(MappingSuggestion suggestion) =>
        new()
        {
            Id = suggestion.Id,
            Revision = suggestion.Revision,
            Strength = MappingNames.NameOf(suggestion.Strength),
            Confidence = suggestion.Confidence,
            Like = suggestion.Like,
            Score = suggestion.Score,
            Quote = suggestion.Quote,
            Matches = [.. suggestion.Matches.Select(MatchJson.Of)],
            Places = [.. suggestion.Places.Select(PlaceJson.Of)],
            MorePlaces = suggestion.MorePlaces,
            Parts = [.. suggestion.Parts],
            Flags = [.. suggestion.Flags],
            CloseTo = suggestion.CloseTo,
            Rejected = suggestion.Rejected.Count > 0 ? [.. suggestion.Rejected] : null,
            Decision = suggestion.Decision is { } decision ? SuggestionDecisionJson.Of(decision) : null,
            Why = WhyJson.Of(suggestion.Why),
        };

    public MappingSuggestion ToSuggestion() =>
        new(
            Id,
            MappingNames.Strength(Strength),
            Confidence,
            Score,
            Quote,
            Matches.Read(one => one.ToMatch()),
            Places.Read(one => one.ToPlace()),
            Why.ToExplanation()
        )
        {
            Flags = Flags.Whole(),
            Parts = Parts,
            Like = Like,
            CloseTo = CloseTo,
            Rejected = Rejected?.Whole() ?? [],
            MorePlaces = MorePlaces,
            Revision = Revision,
            Decision = Decision?.ToDecision(),
        };
}

/// <summary>A matched word as mapping.json holds it.</summary>
internal sealed record MatchJson(int Start, int Length, string Kind, string Term)
{
    public static MatchJson Of(MatchedWord match) =>
        new(match.Span.Start, match.Span.Length, MappingNames.NameOf(match.Kind), match.Term);

    public MatchedWord ToMatch() => new(new TextSpan(Start, Length), MappingNames.Match(Kind), Term);
}

/// <summary>Where a suggestion stands, as mapping.json holds it.</summary>
internal sealed record PlaceJson
{
    public required string Document { get; init; }
    public required string[] Paths { get; init; }
    public required string Passage { get; init; }
    public int? Page { get; init; }
    public string? PageLabel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PageIsApproximate { get; init; }

    public string? Clause { get; init; }
    public required string[] Headings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NearlySame { get; init; }

    public static PlaceJson Of(MappingPlace place) =>
        new()
        {
            Document = place.Document,
            Paths = [.. place.Paths],
            Passage = place.Passage,
            Page = place.Page,
            PageLabel = place.PageLabel,
            PageIsApproximate = place.IsPageApproximate,
            Clause = place.Clause,
            Headings = [.. place.Headings],
            NearlySame = place.IsNearlySame,
        };

    public MappingPlace ToPlace() =>
        new(Document, Paths.Whole(), Passage, Headings.Whole())
        {
            Page = Page,
            PageLabel = PageLabel,
            IsPageApproximate = PageIsApproximate,
            Clause = Clause,
            IsNearlySame = NearlySame,
        };
}

/// <summary>A score's explanation as mapping.json holds it: a leaf has no list of details.</summary>
internal sealed record WhyJson(double Value, string Description, WhyJson[]? Details = null)
{
    public static WhyJson Of(ScoreExplanation why) =>
        new(why.Value, why.Description, why.Details.Count > 0 ? [.. why.Details.Select(Of)] : null);

    public ScoreExplanation ToExplanation() => new(Value, Description, Details?.Read(one => one.ToExplanation()) ?? []);
}
