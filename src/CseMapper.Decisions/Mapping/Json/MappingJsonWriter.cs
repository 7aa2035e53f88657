using System.Text.Encodings.Web;
using System.Text.Json;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Storage;

namespace CseMapper.Decisions.Mapping.Json;

/// <summary>
/// Writes mapping.json (schema: mapping.schema.json): UTF-8, LF, one property a line, no times but those of decisions,
/// no paths outside the policy folder, so that two runs can be compared line by line.
/// </summary>
public static class MappingJsonWriter
{
    /// <summary>The value of <c>format</c>, by which the file is recognised.</summary>
    public const string Format = "csemapper-mapping";

    internal const int MaxDepth = 1000;

    internal const string DateFormat = "yyyy-MM-dd";

    private const int FlushAt = 64 * 1024;

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file stands alone and is read by people: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(MappingFile mapping, Stream stream)
    {
        using Utf8JsonWriter json = new(stream, _options);
        json.WriteStartObject();
        json.WriteString("format"u8, Format);
        json.WriteNumber("version"u8, MappingFile.FormatVersion);
        json.WriteString("generator"u8, mapping.Generator);
        WriteStandard(json, mapping.Standard);
        WriteCounts(json, mapping.Counts, mapping.Review);
        if (mapping.Recalibration is { } learnt)
            RecalibrationJson.Write(json, learnt);
        json.WriteStartArray("elements"u8);
        foreach (MappingEntry entry in mapping.Elements)
        {
            WriteEntry(json, entry);
            FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("documents"u8);
        foreach (MappingDocument document in mapping.Documents)
        {
            DocumentJson.Write(json, document);
            FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }

    private static void WriteStandard(Utf8JsonWriter json, MappedStandard standard)
    {
        json.WriteStartObject("standard"u8);
        json.WriteString("id"u8, standard.Id);
        json.WriteString("title"u8, standard.Title);
        json.WriteString("fingerprint"u8, standard.Fingerprint);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, MappingCounts counts, DecisionCounts review)
    {
        json.WriteStartObject("counts"u8);
        json.WriteNumber("elements"u8, counts.Elements);
        json.WriteNumber("strong"u8, counts.Strong);
        json.WriteNumber("possible"u8, counts.Possible);
        json.WriteNumber("none"u8, counts.None);
        json.WriteNumber("suggestions"u8, counts.Suggestions);
        json.WriteNumber("weakSuggestions"u8, counts.WeakSuggestions);
        json.WriteNumber("documents"u8, counts.Documents);
        json.WriteNumber("read"u8, counts.Read);
        json.WriteNumber("partlyRead"u8, counts.PartlyRead);
        json.WriteNumber("notRead"u8, counts.NotRead);
        json.WriteNumber("pages"u8, counts.Pages);
        json.WriteNumber("passages"u8, counts.Passages);
        DecidedJson.WriteCounts(json, review);
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, MappingEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("number"u8, entry.Number);
        json.WriteString("wording"u8, entry.Wording);
        WriteHeading(json, "criterion"u8, entry.Criterion);
        WriteHeading(json, "subCriterion"u8, entry.SubCriterion);
        json.WriteString("kind"u8, MappingNames.NameOf(entry.Kind));
        json.WriteStrings("parts"u8, entry.Parts);
        json.WriteOptional("damage"u8, entry.Damage);
        json.WriteString("state"u8, MappingNames.NameOf(entry.State));
        if (entry.Gap is { } gap)
        {
            GapJson.Write(json, gap);
        }

        json.WriteStartArray("suggestions"u8);
        foreach (MappingSuggestion suggestion in entry.Suggestions)
            WriteSuggestion(json, suggestion);
        json.WriteEndArray();
        DecidedJson.Write(json, entry.Decisions);
        DecidedJson.Write(json, entry.Commentary);
        json.WriteEndObject();
    }

    private static void WriteHeading(Utf8JsonWriter json, ReadOnlySpan<byte> name, MappedHeading heading)
    {
        json.WriteStartObject(name);
        json.WriteString("number"u8, heading.Number);
        json.WriteString("title"u8, heading.Title);
        json.WriteEndObject();
    }

    private static void WriteSuggestion(Utf8JsonWriter json, MappingSuggestion suggestion)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, suggestion.Id);
        json.WriteString("revision"u8, suggestion.Revision);
        json.WriteString("strength"u8, MappingNames.NameOf(suggestion.Strength));
        json.WriteNumber("confidence"u8, suggestion.Confidence);
        if (suggestion.Like is { } like)
            RecalibrationJson.Write(json, like);
        json.WriteNumber("score"u8, suggestion.Score);
        json.WriteString("quote"u8, suggestion.Quote);
        json.WriteStartArray("matches"u8);
        foreach (MatchedWord match in suggestion.Matches)
            WriteMatch(json, match);
        json.WriteEndArray();
        json.WriteStartArray("places"u8);
        foreach (MappingPlace place in suggestion.Places)
            WritePlace(json, place);
        json.WriteEndArray();
        if (suggestion.MorePlaces > 0)
            json.WriteNumber("morePlaces"u8, suggestion.MorePlaces);
        json.WriteNumbers("parts"u8, suggestion.Parts);
        json.WriteStrings("flags"u8, suggestion.Flags);
        json.WriteOptional("closeTo"u8, suggestion.CloseTo);
        if (suggestion.Rejected.Count > 0)
            json.WriteStrings("rejected"u8, suggestion.Rejected);
        DecidedJson.Write(json, suggestion.Decision);
        json.WritePropertyName("why"u8);
        WriteWhy(json, suggestion.Why);
        json.WriteEndObject();
    }

    private static void WriteMatch(Utf8JsonWriter json, MatchedWord match)
    {
        json.WriteStartObject();
        json.WriteNumber("start"u8, match.Span.Start);
        json.WriteNumber("length"u8, match.Span.Length);
        json.WriteString("kind"u8, MappingNames.NameOf(match.Kind));
        json.WriteString("term"u8, match.Term);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, MappingPlace place)
    {
        json.WriteStartObject();
        json.WriteString("document"u8, place.Document);
        json.WriteStrings("paths"u8, place.Paths);
        json.WriteString("passage"u8, place.Passage);
        json.WriteOptional("page"u8, place.Page);
        json.WriteOptional("pageLabel"u8, place.PageLabel);
        if (place.IsPageApproximate)
            json.WriteBoolean("pageIsApproximate"u8, true);
        json.WriteOptional("clause"u8, place.Clause);
        json.WriteStrings("headings"u8, place.Headings);
        if (place.IsNearlySame)
            json.WriteBoolean("nearlySame"u8, true);
        json.WriteEndObject();
    }

    private static void WriteWhy(Utf8JsonWriter json, ScoreExplanation why)
    {
        json.WriteStartObject();
        json.WriteNumber("value"u8, why.Value);
        json.WriteString("description"u8, why.Description);
        if (why.Details.Count > 0)
        {
            json.WriteStartArray("details"u8);
            foreach (ScoreExplanation detail in why.Details)
                WriteWhy(json, detail);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
