using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>The first sheet: how each criterion stands, with a chart, then every element on a line. Counts of decisions
/// are formulas and follow the reviewers.</summary>
internal sealed class SummarySheet(MappingFile mapping)
{
    public const string Name = "Summary";

    /// <summary>Row of the first table's headings.</summary>
    public const int HeaderRow = 4;

    private const int ChartRows = 18;

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("", 9),
                new SheetColumn("", 62),
                new SheetColumn("", 12),
                new SheetColumn("", 11),
                new SheetColumn("", 11),
                new SheetColumn("", 12),
                new SheetColumn("", 12),
            ]
        )
        {
            IsFirst = true,
            TabColour = "FF12344D",
        };

    /// <summary>The criteria with their elements, in printed order.</summary>
    public IReadOnlyList<CriterionRow> Criteria { get; } =
    [.. mapping.Elements.GroupBy(entry => entry.Criterion).Select(group => new CriterionRow(group.Key, [.. group]))];

    /// <summary>Row above which the chart begins, counted from 0.</summary>
    public int ChartTop => HeaderRow + Criteria.Count + 2;

    /// <summary>Row above which the chart ends, counted from 0.</summary>
    public int ChartBottom => ChartTop + ChartRows;

    public void Write(SheetWriter sheet, EvidenceSheet evidence)
    {
        MappingCounts counts = mapping.Counts;
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, $"{mapping.Standard.Title}: where the evidence stands")], height: 24);
        sheet.Write(
            [
                Cell.Of(
                    CellStyle.Hint,
                    FormattableString.Invariant(
                        $"{counts.Documents:N0} documents: {counts.Read:N0} read, {counts.PartlyRead:N0} partly read, {counts.NotRead:N0} not read. {counts.Passages:N0} passages searched."
                    )
                ),
            ],
            height: 18
        );
        sheet.Skip();
        WriteCriteria(sheet);
        while (sheet.Row < ChartBottom + 1)
            sheet.Skip();
        WriteElements(sheet, evidence);
        sheet.EndData();
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}", hasDrawing: true);
    }

    private void WriteCriteria(SheetWriter sheet)
    {
        Header(sheet, "No.", "Criterion", "Elements", "Strong", "Possible", "None found", "Accepted");
        // The table of elements below begins after the chart, a blank row, a heading, a hint and its column headings.
        int elementRow = ChartBottom + 5;
        foreach (CriterionRow row in Criteria)
        {
            int last = elementRow + row.Entries.Count - 1;
            sheet.Write([
                Cell.Of(CellStyle.Strong, row.Heading.Number),
                Cell.Of(CellStyle.Text, row.Heading.Title),
                Cell.Of(CellStyle.Count, row.Entries.Count),
                Cell.Of(CellStyle.Count, row.In(EvidenceStrength.Strong)),
                Cell.Of(CellStyle.Count, row.In(EvidenceStrength.Possible)),
                Cell.Of(CellStyle.Count, row.In(EvidenceStrength.None)),
                Cell.Computed(
                    CellStyle.Count,
                    FormattableString.Invariant($"COUNTIF(G{elementRow}:G{last},\">0\")"),
                    row.Entries.Count(entry => Accepted(entry) > 0)
                ),
            ]);
            elementRow = last + 1;
        }

        string Sum(char column) =>
            FormattableString.Invariant($"SUM({column}{HeaderRow + 1}:{column}{HeaderRow + Criteria.Count})");
        MappingCounts counts = mapping.Counts;
        sheet.Write([
            Cell.Empty(CellStyle.Total),
            Cell.Of(CellStyle.Strong, "All elements"),
            Cell.Computed(CellStyle.Total, Sum('C'), counts.Elements),
            Cell.Computed(CellStyle.Total, Sum('D'), counts.Strong),
            Cell.Computed(CellStyle.Total, Sum('E'), counts.Possible),
            Cell.Computed(CellStyle.Total, Sum('F'), counts.None),
            Cell.Computed(CellStyle.Total, Sum('G'), mapping.Elements.Count(entry => Accepted(entry) > 0)),
        ]);
    }

    private void WriteElements(SheetWriter sheet, EvidenceSheet evidence)
    {
        sheet.Write([Cell.Of(CellStyle.Section, "Element by element")], height: 20);
        sheet.Write(
            [
                Cell.Of(
                    CellStyle.Hint,
                    "The number leads to the element's evidence. Accepted counts the rows that reviewers have "
                        + "accepted there."
                ),
            ],
            height: 16
        );
        Header(sheet, "Element", "What it asks for", "Best found", "Strong", "Possible", "Documents", "Accepted");
        foreach (MappingEntry entry in Criteria.SelectMany(row => row.Entries))
        {
            string cell = FormattableString.Invariant($"$A{sheet.Row + 1}");
            sheet.Write([
                evidence.PlaceOf(entry.Number) is { } place
                    ? Cell.Of(CellStyle.Jump, entry.Number).To(place)
                    : Cell.Of(CellStyle.Strong, entry.Number),
                Cell.Of(CellStyle.Text, entry.Wording),
                SheetCells.State(entry),
                Cell.Of(
                    CellStyle.Count,
                    entry.Suggestions.Count(suggestion => suggestion.Strength == EvidenceStrength.Strong)
                ),
                Cell.Of(
                    CellStyle.Count,
                    entry.Suggestions.Count(suggestion => suggestion.Strength == EvidenceStrength.Possible)
                ),
                Cell.Of(CellStyle.Count, Documents(entry)),
                Cell.Computed(CellStyle.Count, evidence.CountFormula(cell, "Accept"), Accepted(entry)),
            ]);
        }
    }

    private static int Accepted(MappingEntry entry) =>
        entry.Suggestions.Count(suggestion => RowDecision.Of(entry, suggestion).Decision == "Accept");

    private static int Documents(MappingEntry entry) =>
        entry
            .Suggestions.Where(suggestion => suggestion.Strength >= EvidenceStrength.Possible)
            .Select(suggestion => suggestion.Places[0].Document)
            .Distinct(StringComparer.Ordinal)
            .Count();

    private static void Header(SheetWriter sheet, params string[] headings) =>
        sheet.Write([.. headings.Select(heading => Cell.Of(CellStyle.Header, heading))], height: 22);
}

/// <summary>A criterion with its elements.</summary>
/// <param name="Heading">Its number and title.</param>
/// <param name="Entries">Its elements.</param>
internal sealed record CriterionRow(MappedHeading Heading, IReadOnlyList<MappingEntry> Entries)
{
    /// <summary>How many of its elements are in a state.</summary>
    public int In(EvidenceStrength state) => Entries.Count(entry => entry.State == state);
}
