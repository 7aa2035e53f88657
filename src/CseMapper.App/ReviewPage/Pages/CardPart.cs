using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What a card says of a passage, beside its words.</summary>
internal static class CardPart
{
    /// <summary>The buttons that judge a passage: what is sent, what stands on them, what is recorded.</summary>
    public static IReadOnlyList<(string Value, string Name, DecisionAction Action)> Choices { get; } =
    [
        ("accept", "Accept", DecisionAction.Accept),
        ("reject", "Reject", DecisionAction.Reject),
        ("unsure", "Not sure", DecisionAction.Unsure),
    ];

    /// <summary>Where the passage stands in its document, short; empty where it is not known.</summary>
    public static string Where(Card card) =>
        card.Suggestion is { } suggestion ? DisplayText.Where(suggestion.Places[0]) : WhereOf(card.Decision!.Place);

    /// <summary>Where else the same words stand, or nearly.</summary>
    public static (string Path, MappingPlace Place)[] OtherPlaces(Card card) =>
        [.. (card.Suggestion?.Places ?? []).SelectMany(place => place.Paths.Select(path => (path, place))).Skip(1)];

    /// <summary>The class of matched words.</summary>
    public static string? NameOf(TextRun run) => run.Kind is { } kind ? MappingNames.NameOf(kind) : null;

    private static string WhereOf(AnchorPlace? place)
    {
        if (place is null)
            return "";
        string page = PageCitation.Brief(place.Page, place.PageLabel, place.IsPageApproximate);
        string clause = place.Clause is { } label ? "clause " + DisplayText.OneLine(label) : "";
        return page.Length > 0 && clause.Length > 0 ? $"{page}, {clause}" : page + clause;
    }
}
