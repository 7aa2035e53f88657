using System.Globalization;
using CseMapper.Ingest;
using CseMapper.Mapping;
using CseMapper.Matching;

namespace CseMapper.Reports.Xlsx;

/// <summary>Cells that several sheets show alike.</summary>
internal static class SheetCells
{
    /// <summary>A document's path.</summary>
    public static Cell Document(string path) => Cell.Of(CellStyle.Text, DisplayText.OneLine(path));

    /// <summary>
    /// A link that opens a document at a page: the page's number, or "Open" where there is none. The path itself carries no link,
    /// because LibreOffice does not break linked text into lines, and a click that was to choose a cell opens no document.
    /// </summary>
    public static Cell Open(DocumentLinks links, string path, int? page) =>
        (page is { } number ? Cell.Of(CellStyle.Link, number) : Cell.Of(CellStyle.Link, "Open")).To(links.To(path), DocumentLinks.Fragment(path, page));

    /// <summary>Clause number and headings, a line each.</summary>
    public static string Place(MappingPlace place)
    {
        string section = DisplayText.Section(place);
        return string.IsNullOrWhiteSpace(place.Clause) ? section : section.Length == 0 ? place.Clause : $"{place.Clause}\n{section}";
    }

    /// <summary>What to mind, and where else the same words stand; a line each.</summary>
    public static string Notes(MappingSuggestion suggestion)
    {
        IEnumerable<string> elsewhere = suggestion.Places
            .SelectMany(place => place.Paths.Select(path => (path, place.Page)))
            .Skip(1)
            .Select(also => "Same words: " + DisplayText.OneLine(also.path)
                + (also.Page is { } page ? ", page " + page.ToString(CultureInfo.InvariantCulture) : ""));
        return string.Join('\n', suggestion.Flags.Select(Capital).Concat(elsewhere));
    }

    /// <summary>The state of an element.</summary>
    public static Cell State(MappingEntry entry) => entry.State switch
    {
        EvidenceStrength.Strong => Cell.Of(CellStyle.Good, "Strong"),
        EvidenceStrength.Possible => Cell.Of(CellStyle.Fair, "Possible"),
        _ => Cell.Of(CellStyle.Missing, "None found"),
    };

    /// <summary>How reading a document ended.</summary>
    public static Cell Status(ReadStatus status) =>
        Cell.Of(status switch { ReadStatus.Read => CellStyle.Good, ReadStatus.PartlyRead => CellStyle.Fair, _ => CellStyle.Missing }, Capital(MappingNames.Of(status)));

    /// <summary>A word or phrase with a capital in front.</summary>
    public static string Capital(string phrase) => phrase.Length == 0 ? phrase : char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
