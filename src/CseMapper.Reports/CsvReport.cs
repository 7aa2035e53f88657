using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CsvHelper;

namespace CseMapper.Reports;

/// <summary>
/// Writes mapping.csv: RFC 4180 with a heading row, CR LF between records, UTF-8 with a byte order mark so that Excel
/// reads it as such. One row a suggestion, one row for an element without any.
/// </summary>
/// <remarks>
/// Texts that a spreadsheet would take for a formula, those beginning with = + - @ (also in full width), are given an
/// apostrophe in front, as OWASP advises ("CSV Injection"). Line breaks and tabs inside texts become blanks, so that a
/// record is a line.
/// </remarks>
public static class CsvReport
{
    private static readonly string[] _columns =
    [
        "element",
        "wording",
        "state",
        "strength",
        "confidence",
        "score",
        "document",
        "page",
        "page label",
        "clause",
        "section",
        "quote",
        "matched words",
        "parts covered",
        "notes",
        "weak because",
        "also in",
        "gap",
        "gap because",
        "id",
        "decision",
        "full or partial",
        "comment",
        "reviewer",
        "row id",
        "as exported",
        "commentary",
        "commentary by",
        "commentary as exported",
    ];

    /// <summary>From the decision to the name of what was exported.</summary>
    private const int DecisionColumns = 6;

    /// <summary>Gap, its reason and the id; the decision; the commentary, which stands in an element's first row
    /// only.</summary>
    private const int ColumnsAfterGap = 3 + DecisionColumns + 3;

    private static readonly CsvWriterOptions _options = new()
    {
        WriteByteOrderMark = true,
        // Readers that trim texts without quotation marks keep what stands in them.
        ShouldQuote = (field, _, _, _) => field.ContainsAny(' ', '\''),
    };

    /// <summary>Keeps spreadsheets from taking an id of figures for a number.</summary>
    internal const string IdMark = "id:";

    /// <summary>Writes the mapping.</summary>
    /// <param name="mapping">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(MappingFile mapping, Stream stream)
    {
        using CsvWriter writer = CsvWriter.Create(stream, _options, leaveOpen: true);
        WriteRecord(writer, _columns);
        CrossCheckNotes notes = CrossCheckNotes.Of(mapping);
        foreach (MappingEntry entry in mapping.Elements)
        {
            string[] commentary = Commentary(entry);
            if (entry.Suggestions.Count == 0)
            {
                (string gap, string because) = GapOf(entry);
                WriteRecord(
                    writer,
                    [
                        entry.Number,
                        entry.Wording,
                        MappingNames.NameOf(entry.State),
                        .. Enumerable.Repeat("", _columns.Length - 3 - ColumnsAfterGap),
                        gap,
                        because,
                        "",
                        .. Enumerable.Repeat("", DecisionColumns),
                        .. commentary,
                    ]
                );
            }

            for (int i = 0; i < entry.Suggestions.Count; i++)
            {
                string[] fields = Fields(entry, entry.Suggestions[i], notes);
                WriteRecord(writer, [.. fields, .. i == 0 ? commentary : ["", "", ""]]);
            }
        }
    }

    private static string[] Commentary(MappingEntry entry)
    {
        RowDecision text = RowCommentary.Of(entry);
        return [text.Comment, text.Reviewer, text.Base];
    }

    private static string[] Fields(MappingEntry entry, MappingSuggestion suggestion, CrossCheckNotes notes)
    {
        MappingPlace place = suggestion.Places[0];
        (string gap, string because) = GapOf(entry);
        RowDecision decision = RowDecision.Of(entry, suggestion);
        return
        [
            entry.Number,
            entry.Wording,
            MappingNames.NameOf(entry.State),
            MappingNames.NameOf(suggestion.Strength),
            suggestion.Confidence.ToString(CultureInfo.InvariantCulture),
            suggestion.Score.ToString(CultureInfo.InvariantCulture),
            place.Paths[0],
            place.Page?.ToString(CultureInfo.InvariantCulture) ?? "",
            place is { IsPageApproximate: true, Page: { } page }
                ? "about " + PageCitation.Name(page, place.PageLabel)
                : place.PageLabel ?? "",
            place.Clause ?? "",
            DisplayText.Section(place),
            suggestion.Quote,
            string.Join(
                "; ",
                suggestion.Matches.Select(match => Words(suggestion, match)).Distinct(StringComparer.OrdinalIgnoreCase)
            ),
            DisplayText.Parts(entry, suggestion),
            string.Join("; ", NotesOf(entry, suggestion).Concat(notes.On(place))),
            string.Join(" ", suggestion.Rejected),
            string.Join("; ", suggestion.Places.SelectMany(also => also.Paths).Skip(1)),
            gap,
            because,
            suggestion.Id,
            decision.Decision,
            decision.Extent,
            decision.Comment,
            decision.Reviewer,
            IdMark + suggestion.Id,
            decision.Base,
        ];
    }

    private static IEnumerable<string> NotesOf(MappingEntry entry, MappingSuggestion suggestion)
    {
        string near = DisplayText.Meaning(entry, suggestion);
        return DecisionNotes.Of(entry, suggestion).Concat(near.Length > 0 ? [near] : []).Concat(suggestion.Flags);
    }

    private static (string Gap, string Because) GapOf(MappingEntry entry) =>
        entry.Gap is { } gap ? (MappingNames.NameOf(gap.Kind), gap.Why) : ("", "");

    private static string Words(MappingSuggestion suggestion, MatchedWord match) =>
        suggestion.Quote.Substring(match.Span.Start, match.Span.Length);

    private static void WriteRecord(CsvWriter writer, ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
            writer.WriteField(Defuse(DisplayText.OneLine(field)));
        writer.EndRecord();
    }

    /// <summary>A leading blank does not help an attacker in a known spreadsheet, but costs nothing to see
    /// through.</summary>
    private static string Defuse(string text)
    {
        ReadOnlySpan<char> visible = text.AsSpan().TrimStart();
        return visible.Length > 0 && "=+-@＝＋－＠".Contains(visible[0], StringComparison.Ordinal) ? "'" + text : text;
    }
}
