using System.Globalization;
using System.Text.Json;
using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Reads back what <see cref="DecidedJson"/> wrote; a file from before decisions were joined has
/// none.</summary>
internal static class DecidedJsonReader
{
    public static SuggestionDecision? OfSuggestion(JsonElement suggestion) =>
        suggestion.TryGetProperty("decision", out JsonElement json)
            ? new SuggestionDecision(
                Text(json, "item"),
                MappingNames.VerdictOf(Text(json, "verdict")),
                MappingNames.Anchor(Text(json, "anchor")),
                json.GetProperty("isCopy").GetBoolean()
            )
            : null;

    public static MappingCommentary? Commentary(JsonElement entry) =>
        entry.TryGetProperty("commentary", out JsonElement json)
            ? new MappingCommentary(
                Text(json, "id"),
                Time(json),
                Text(json, "reviewer"),
                Text(json, "text"),
                json.GetProperty("versions").GetInt32()
            )
            : null;

    public static IReadOnlyList<MappingDecision> Decisions(JsonElement entry) =>
        entry.TryGetProperty("decisions", out JsonElement list) ? [.. list.EnumerateArray().Select(Decision)] : [];

    private static MappingDecision Decision(JsonElement json)
    {
        string quote = Text(json, "quote");
        return new MappingDecision(
            Text(json, "id"),
            MappingNames.VerdictOf(Text(json, "verdict")),
            MappingNames.Anchor(Text(json, "anchor")),
            quote,
            [.. json.GetProperty("judgements").EnumerateArray().Select(Judgement)]
        )
        {
            Extent = MappingNames.Extent(Text(json, "extent")),
            Parts = [.. json.GetProperty("parts").EnumerateArray().Select(part => part.GetInt32())],
            DecidedIn = Text(json, "decidedIn"),
            AnchoredBy = Text(json, "anchoredBy"),
            Place = json.TryGetProperty("place", out JsonElement place) ? Place(place, quote) : null,
            Changes = json.TryGetProperty("changes", out JsonElement changes)
                ?
                [
                    .. changes
                        .EnumerateArray()
                        .Select(change => new WordChange(
                            MappingNames.Change(Text(change, "kind")),
                            Text(change, "text")
                        )),
                ]
                : [],
            Suggestions = Texts(json, "suggestions"),
        };
    }

    /// <summary>Most places hold the very words that were judged: they are kept once, since there may be tens of
    /// thousands.</summary>
    private static AnchorPlace Place(JsonElement json, string quote) =>
        new(
            Text(json, "path"),
            Text(json, "document"),
            json.GetProperty("text").ValueEquals(quote) ? quote : Text(json, "text"),
            Texts(json, "headings")
        )
        {
            Clause = Optional(json, "clause"),
            Page = json.TryGetProperty("page", out JsonElement page) ? page.GetInt32() : null,
            PageLabel = Optional(json, "pageLabel"),
            IsPageApproximate =
                json.TryGetProperty("pageIsApproximate", out JsonElement approximate) && approximate.GetBoolean(),
        };

    private static MappingJudgement Judgement(JsonElement json) =>
        new(Text(json, "id"), Time(json), Text(json, "reviewer"), MappingNames.Action(Text(json, "action")))
        {
            Extent = MappingNames.Extent(Text(json, "extent")),
            Reason = Optional(json, "reason"),
            Comment = Optional(json, "comment") ?? "",
        };

    private static DateTimeOffset Time(JsonElement json) =>
        DateTimeOffset.ParseExact(
            Text(json, "time"),
            DecidedJson.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? "")];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
