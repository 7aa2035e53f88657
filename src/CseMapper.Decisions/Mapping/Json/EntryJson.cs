namespace CseMapper.Decisions.Mapping.Json;

/// <summary>An element as mapping.json holds it.</summary>
internal sealed record EntryJson
{
    public required string Number { get; init; }
    public required string Wording { get; init; }
    public required MappedHeading Criterion { get; init; }
    public required MappedHeading SubCriterion { get; init; }
    public required string Kind { get; init; }
    public required string[] Parts { get; init; }
    public string? Damage { get; init; }

    /// <summary>Follows from the suggestions; not read back.</summary>
    public string? State { get; init; }

    public GapJson? Gap { get; init; }
    public required SuggestionJson[] Suggestions { get; init; }

    /// <summary>Null in a file from before decisions were joined.</summary>
    public DecidedJson[]? Decisions { get; init; }

    public CommentaryJson? Commentary { get; init; }

    public static EntryJson Of(MappingEntry entry) =>
        new()
        {
            Number = entry.Number,
            Wording = entry.Wording,
            Criterion = entry.Criterion,
            SubCriterion = entry.SubCriterion,
            Kind = MappingNames.NameOf(entry.Kind),
            Parts = [.. entry.Parts],
            Damage = entry.Damage,
            State = MappingNames.NameOf(entry.State),
            Gap = entry.Gap is { } gap ? GapJson.Of(gap) : null,
            Suggestions = [.. entry.Suggestions.Select(SuggestionJson.Of)],
            Decisions = [.. entry.Decisions.Select(DecidedJson.Of)],
            Commentary = entry.Commentary is { } commentary ? CommentaryJson.Of(commentary) : null,
        };

    public MappingEntry ToEntry() =>
        new(Number, Wording, Criterion, SubCriterion, Suggestions.Read(one => one.ToSuggestion()))
        {
            Kind = MappingNames.Kind(Kind),
            Parts = Parts.Whole(),
            Damage = Damage,
            Gap = Gap?.ToGap(),
            Decisions = Decisions?.Read(one => one.ToDecision()) ?? [],
            Commentary = Commentary?.ToCommentary(),
        };
}

/// <summary>An element's gap as mapping.json holds it.</summary>
internal sealed record GapJson(
    string Kind,
    string Why,
    string Attach,
    int[] UncoveredParts,
    SearchedPhrase[] SearchedFor,
    string[] Closest
)
{
    public static GapJson Of(MappingGap gap) =>
        new(
            MappingNames.NameOf(gap.Kind),
            gap.Why,
            gap.Attach,
            [.. gap.UncoveredParts],
            [.. gap.SearchedFor],
            [.. gap.Closest]
        );

    public MappingGap ToGap() =>
        new(MappingNames.Gap(Kind), Why, Attach)
        {
            UncoveredParts = UncoveredParts,
            SearchedFor = SearchedFor.Whole(),
            Closest = Closest.Whole(),
        };
}
