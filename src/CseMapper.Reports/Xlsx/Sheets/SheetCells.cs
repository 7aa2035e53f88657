using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>Cells that several sheets show alike.</summary>
internal static class SheetCells
{
    /// <summary>A document's path.</summary>
    public static Cell Document(string path) => Cell.Of(CellStyle.Text, DisplayText.OneLine(path));

    /// <summary>
    /// A link that opens a document at a page: what the page is cited as, or "Open" where there is none. The path itself
    /// carries no link, because LibreOffice does not break linked text into lines, and a click that was to choose a
    /// cell opens no document.
    /// </summary>
    public static Cell Open(DocumentLinks links, string path, int? page, string? label = null) =>
        (page is null ? Cell.Of(CellStyle.Link, "Open") : Page(CellStyle.Link, page, label)).To(
            links.To(path),
            DocumentLinks.Fragment(path, page)
        );

    /// <summary>What a page is cited as; a number where that is its number, so that sheets sort by it.</summary>
    public static Cell Page(CellStyle style, int? page, string? label) =>
        label is null ? Cell.Of(style, page) : Cell.Of(style, label);

    /// <summary>Clause number and headings, a line each.</summary>
    public static string Place(MappingPlace place)
    {
        string section = DisplayText.Section(place);
        return string.IsNullOrWhiteSpace(place.Clause) ? section
            : section.Length == 0 ? place.Clause
            : $"{place.Clause}\n{section}";
    }

    /// <summary>What became of decisions, which parts it speaks of, what it is close to in meaning, what to mind, why it
    /// is weak, and where else the same words stand; a line each.</summary>
    public static string Notes(MappingEntry entry, MappingSuggestion suggestion)
    {
        IEnumerable<string> elsewhere = suggestion
            .Places.SelectMany(place => place.Paths.Select(path => (path, place)))
            .Skip(1)
            .Select(also =>
                (also.place.IsNearlySame ? "Nearly the same words: " : "Same words: ")
                + DisplayText.OneLine(also.path)
                + (also.place.Page is null ? "" : ", " + PageCitation.Brief(also.place.Page, also.place.PageLabel))
            );
        string parts = DisplayText.Parts(entry, suggestion);
        string[] more =
            suggestion.MorePlaces > 0 ? [FormattableString.Invariant($"And in {suggestion.MorePlaces} more")] : [];
        return string.Join(
            '\n',
            [
                .. DecisionNotes.Of(entry, suggestion),
                .. parts.Length > 0 ? ["Speaks of " + parts] : (string[])[],
                .. DisplayText.Meaning(entry, suggestion) is { Length: > 0 } near ? [Capital(near)] : (string[])[],
                .. DisplayText.Like(suggestion) is { Length: > 0 } like ? [Capital(like)] : (string[])[],
                .. suggestion.Flags.Select(Capital),
                .. suggestion.Rejected,
                .. PageCitation.Physical(suggestion.Places[0].Page, suggestion.Places[0].PageLabel)
                    is { Length: > 0 } physical
                    ? [Capital(physical)]
                    : (string[])[],
                .. elsewhere,
                .. more,
            ]
        );
    }

    /// <summary>How little an element has.</summary>
    public static Cell Gap(GapKind kind) =>
        kind switch
        {
            GapKind.Missing => Cell.Of(CellStyle.Missing, "None found"),
            GapKind.Thin => Cell.Of(CellStyle.Fair, "Thin"),
            _ => Cell.Of(CellStyle.Faint, "Nothing strong"),
        };

    /// <summary>The four cells that reviewers fill in, as it stands.</summary>
    public static Cell[] Inputs(RowDecision decision) =>
        [
            Input(CellStyle.InputWord, decision.Decision),
            Input(CellStyle.InputWord, decision.Extent),
            Input(CellStyle.InputText, decision.Comment),
            Input(CellStyle.InputText, decision.Reviewer),
        ];

    /// <summary>A cell that reviewers fill in; really empty where nothing is filled in yet.</summary>
    public static Cell Input(CellStyle style, string text) =>
        text.Length == 0 ? Cell.Empty(style) : Cell.Of(style, text);

    /// <summary>The state of an element.</summary>
    public static Cell State(MappingEntry entry) =>
        entry.State switch
        {
            EvidenceStrength.Strong => Cell.Of(CellStyle.Good, "Strong"),
            EvidenceStrength.Possible => Cell.Of(CellStyle.Fair, "Possible"),
            _ => Cell.Of(CellStyle.Missing, "None found"),
        };

    /// <summary>How reading a document ended.</summary>
    public static Cell Status(ReadStatus status) =>
        Cell.Of(
            status switch
            {
                ReadStatus.Read => CellStyle.Good,
                ReadStatus.PartlyRead => CellStyle.Fair,
                _ => CellStyle.Missing,
            },
            Capital(MappingNames.NameOf(status))
        );

    /// <summary>A word or phrase with a capital in front.</summary>
    public static string Capital(string phrase) =>
        phrase.Length == 0 ? phrase : char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
