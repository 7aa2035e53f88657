using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>Elements with nothing or little, why they are listed, and what to attach.</summary>
internal sealed class GapsSheet(MappingFile mapping, DocumentLinks links)
{
    public const string Name = "Gaps";
    public const int HeaderRow = 3;

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("Element", 10),
                new SheetColumn("What it asks for", 38),
                new SheetColumn("Gap", 12),
                new SheetColumn("Why it is listed", 32),
                new SheetColumn("What to attach", 46),
                new SheetColumn("Looked for (passages that hold it)", 34),
                new SheetColumn("Closest document", 28),
                new SheetColumn("Open at page", 9),
                new SheetColumn("Closest words found (read before relying on them)", 50),
                new SheetColumn("Why they are weak", 40),
            ]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            HasFilter = true,
            IsLandscape = true,
            TabColour = "FFB3261E",
        };

    /// <summary>The table's cells with its headings.</summary>
    public string Range =>
        FormattableString.Invariant($"$A${HeaderRow}:$J${HeaderRow + Math.Max(1, mapping.Gaps.Count)}");

    public void Write(SheetWriter sheet, EvidenceSheet evidence)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Gaps: where evidence is missing or thin")], height: 24);
        sheet.Write([Cell.Of(CellStyle.Hint, Hint())], height: 18);
        sheet.WriteHeadings();
        foreach (MappingEntry entry in mapping.Gaps)
            sheet.Write(Cells(entry, evidence));
        sheet.EndData();
        sheet.Add(SheetRules.Filter(Range));
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private string Hint() =>
        $"Searched: {DisplayText.Searched(mapping)}{(mapping.NotSearched.Count == 0 ? "" : ": see Documents")}. "
        + "None found comes first, then thin elements, then those with nothing strong.";

    private Cell[] Cells(MappingEntry entry, EvidenceSheet evidence)
    {
        MappingSuggestion? best = entry.Suggestions.Count > 0 ? entry.Suggestions[0] : null;
        MappingPlace? place = best?.Places[0];
        Cell number = Cell.Of(CellStyle.Strong, entry.Number);
        return
        [
            evidence.PlaceOf(entry.Number) is { } row ? Cell.Of(CellStyle.Jump, entry.Number).To(row) : number,
            Cell.Of(
                CellStyle.Text,
                entry.Damage is null ? entry.Wording : $"{entry.Wording}\n(Check the standard's text: {entry.Damage})"
            ),
            SheetCells.Gap(entry.Gap!.Kind),
            Cell.Of(CellStyle.Text, entry.Gap.Why),
            Cell.Of(CellStyle.Text, entry.Gap.Attach),
            Cell.Of(CellStyle.Text, DisplayText.SearchedFor(entry.Gap)),
            place is null ? Cell.Empty(CellStyle.Text) : SheetCells.Document(place.Paths[0]),
            place is null
                ? Cell.Empty(CellStyle.Text)
                : SheetCells.Open(links, place.Paths[0], place.Page, place.PageLabel),
            best is null ? Cell.Empty(CellStyle.Text) : Cell.Quote(CellStyle.Text, best.Quote, best.Matches),
            Cell.Of(CellStyle.Text, best is null ? "" : string.Join('\n', best.Rejected)),
        ];
    }
}
