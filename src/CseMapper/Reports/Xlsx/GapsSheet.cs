using CseMapper.Mapping;

namespace CseMapper.Reports.Xlsx;

/// <summary>Elements with nothing or little, why they are listed, and what to attach.</summary>
internal sealed class GapsSheet(MappingFile mapping, DocumentLinks links)
{
    public const string Name = "Gaps";
    public const int HeaderRow = 3;

    public SheetLayout Layout { get; } = new(Name,
    [
        new SheetColumn("Element", 10),
        new SheetColumn("What it asks for", 38),
        new SheetColumn("Found", 12),
        new SheetColumn("Why it is listed", 32),
        new SheetColumn("What to attach", 46),
        new SheetColumn("Closest document", 28),
        new SheetColumn("Open at page", 9),
        new SheetColumn("Closest words found (read before relying on them)", 50),
    ])
    {
        HeaderRow = HeaderRow,
        FrozenColumns = 1,
        HasFilter = true,
        IsLandscape = true,
        TabColour = "FFB3261E",
    };

    /// <summary>The table's cells with its headings.</summary>
    public string Range => FormattableString.Invariant($"$A${HeaderRow}:$H${HeaderRow + Math.Max(1, mapping.Gaps.Count)}");

    public void Write(SheetWriter sheet, EvidenceSheet evidence)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Gaps: where evidence is missing or thin")], height: 24);
        sheet.Write([Cell.Of(CellStyle.Hint, Hint())], height: 18);
        sheet.WriteHeadings();
        foreach (MappingEntry entry in mapping.Gaps)
            sheet.Write(Cells(entry, evidence));
        sheet.EndData();
        sheet.Element("autoFilter", ("ref", Range.Replace("$", "", StringComparison.Ordinal)));
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private string Hint()
    {
        MappingCounts counts = mapping.Counts;
        string searched = FormattableString.Invariant($"Searched: {counts.Passages:N0} passages in {counts.Read + counts.PartlyRead:N0} documents.");
        int missed = counts.NotRead + counts.PartlyRead;
        return missed == 0
            ? searched
            : FormattableString.Invariant($"{searched} {missed:N0} could not be read, or not whole, and may hold what is missing: see Documents.");
    }

    private Cell[] Cells(MappingEntry entry, EvidenceSheet evidence)
    {
        MappingSuggestion? best = entry.Suggestions.Count > 0 ? entry.Suggestions[0] : null;
        MappingPlace? place = best?.Places[0];
        Cell number = Cell.Of(CellStyle.Strong, entry.Number);
        return
        [
            evidence.PlaceOf(entry.Number) is { } row ? Cell.Of(CellStyle.Jump, entry.Number).To(row) : number,
            Cell.Of(CellStyle.Text, entry.Damage is null ? entry.Wording : $"{entry.Wording}\n(Check the standard's text: {entry.Damage})"),
            SheetCells.State(entry),
            Cell.Of(CellStyle.Text, entry.Gap!.Why),
            Cell.Of(CellStyle.Text, entry.Gap.Attach),
            place is null ? Cell.Empty(CellStyle.Text) : SheetCells.Document(place.Paths[0]),
            place is null ? Cell.Empty(CellStyle.Text) : SheetCells.Open(links, place.Paths[0], place.Page),
            best is null ? Cell.Empty(CellStyle.Text) : Cell.Quote(CellStyle.Text, best.Quote, best.Matches),
        ];
    }
}
