using System.Globalization;
using System.Text.Json;
using CseMapper.Decisions.Anchors;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>Writes what was decided into mapping.json.</summary>
internal static class DecidedJson
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static void WriteCounts(Utf8JsonWriter json, DecisionCounts counts)
    {
        json.WriteNumber("accepted"u8, counts.Accepted);
        json.WriteNumber("rejected"u8, counts.Rejected);
        json.WriteNumber("unsure"u8, counts.Unsure);
        json.WriteNumber("awaitApproval"u8, counts.AwaitApproval);
        json.WriteNumber("conflicts"u8, counts.Conflicts);
        json.WriteNumber("changed"u8, counts.Changed);
        json.WriteNumber("acceptedChanged"u8, counts.AcceptedChanged);
        json.WriteNumber("elementsAccepted"u8, counts.ElementsAccepted);
    }

    public static void Write(Utf8JsonWriter json, SuggestionDecision? decision)
    {
        if (decision is null)
            return;
        json.WriteStartObject("decision"u8);
        json.WriteString("item"u8, decision.Item);
        json.WriteString("verdict"u8, MappingNames.NameOf(decision.Verdict));
        json.WriteString("anchor"u8, MappingNames.NameOf(decision.State));
        json.WriteBoolean("isCopy"u8, decision.IsCopy);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, MappingCommentary? commentary)
    {
        if (commentary is null)
            return;
        json.WriteStartObject("commentary"u8);
        json.WriteString("id"u8, commentary.Id);
        json.WriteString("time"u8, Time(commentary.Time));
        json.WriteString("reviewer"u8, commentary.Reviewer);
        json.WriteString("text"u8, commentary.Text);
        json.WriteNumber("versions"u8, commentary.Versions);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<MappingDecision> decisions)
    {
        json.WriteStartArray("decisions"u8);
        foreach (MappingDecision decision in decisions)
            Write(json, decision);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MappingDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, decision.Id);
        json.WriteString("verdict"u8, MappingNames.NameOf(decision.Verdict));
        json.WriteString("anchor"u8, MappingNames.NameOf(decision.State));
        json.WriteString("quote"u8, decision.Quote);
        json.WriteString("extent"u8, MappingNames.NameOf(decision.Extent));
        json.WriteStartArray("parts"u8);
        foreach (int part in decision.Parts)
            json.WriteNumberValue(part);
        json.WriteEndArray();
        json.WriteString("decidedIn"u8, decision.DecidedIn);
        json.WriteString("anchoredBy"u8, decision.AnchoredBy);
        if (decision.Place is { } place)
            Write(json, place);
        if (decision.Changes.Count > 0)
            Write(json, decision.Changes);
        json.WriteStrings("suggestions"u8, decision.Suggestions);
        json.WriteStartArray("judgements"u8);
        foreach (MappingJudgement judgement in decision.Judgements)
            Write(json, judgement);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AnchorPlace place)
    {
        json.WriteStartObject("place"u8);
        json.WriteString("path"u8, place.Path);
        json.WriteString("document"u8, place.ContentHash);
        json.WriteString("text"u8, place.Text);
        json.WriteStrings("headings"u8, place.Headings);
        json.WriteOptional("clause"u8, place.Clause);
        json.WriteOptional("page"u8, place.Page);
        json.WriteOptional("pageLabel"u8, place.PageLabel);
        if (place.IsPageApproximate)
            json.WriteBoolean("pageIsApproximate"u8, true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<WordChange> changes)
    {
        json.WriteStartArray("changes"u8);
        foreach (WordChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, MappingNames.NameOf(change.Kind));
            json.WriteString("text"u8, change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, MappingJudgement judgement)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, judgement.Id);
        json.WriteString("time"u8, Time(judgement.Time));
        json.WriteString("reviewer"u8, judgement.Reviewer);
        json.WriteString("action"u8, MappingNames.NameOf(judgement.Action));
        json.WriteString("extent"u8, MappingNames.NameOf(judgement.Extent));
        json.WriteOptional("reason"u8, judgement.Reason);
        json.WriteOptional("comment"u8, judgement.Comment.Length > 0 ? judgement.Comment : null);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
