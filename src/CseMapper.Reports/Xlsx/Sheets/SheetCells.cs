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
    /// A link that opens a document at a page: the page's number, or "Open" where there is none. The path itself
    /// carries no link, because LibreOffice does not break linked text into lines, and a click that was to choose a
    /// cell opens no document.
    /// </summary>
    public static Cell Open(DocumentLinks links, string path, int? page) =>
        (page is { } number ? Cell.Of(CellStyle.Link, number) : Cell.Of(CellStyle.Link, "Open")).To(
            links.To(path),
            DocumentLinks.Fragment(path, page)
        );

    /// <summary>Clause number and headings, a line each.</summary>
    public static string Place(MappingPlace place)
    {
        string section = DisplayText.Section(place);
        return string.IsNullOrWhiteSpace(place.Clause) ? section
            : section.Length == 0 ? place.Clause
            : $"{place.Clause}\n{section}";
    }

    /// <summary>What became of decisions, which parts it speaks of, what to mind, why it is weak, and where else the
    /// same words stand; a line each.</summary>
    public static string Notes(MappingEntry entry, MappingSuggestion suggestion)
    {
        IEnumerable<string> elsewhere = suggestion
            .Places.SelectMany(place => place.Paths.Select(path => (path, place.Page, place.IsNearlySame)))
            .Skip(1)
            .Select(also =>
                (also.IsNearlySame ? "Nearly the same words: " : "Same words: ")
                + DisplayText.OneLine(also.path)
                + (also.Page is { } page ? ", page " + page.ToString(CultureInfo.InvariantCulture) : "")
            );
        string parts = DisplayText.Parts(entry, suggestion);
        string[] more =
            suggestion.MorePlaces > 0 ? [FormattableString.Invariant($"And in {suggestion.MorePlaces} more")] : [];
        return string.Join(
            '\n',
            [
                .. DecisionNotes.Of(entry, suggestion),
                .. parts.Length > 0 ? ["Speaks of " + parts] : (string[])[],
                .. DisplayText.Like(suggestion) is { Length: > 0 } like ? [Capital(like)] : (string[])[],
                .. suggestion.Flags.Select(Capital),
                .. suggestion.Rejected,
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
