using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>What reviewers disagree about, and what of an imported workbook could not simply be taken over.</summary>
internal sealed class ConflictsSheet(MappingFile mapping, IReadOnlyList<ImportConflict> imported)
{
    public const string Name = "Conflicts";
    public const int HeaderRow = 3;

    private readonly ImportConflict[] _rows = [.. imported, .. mapping.Elements.SelectMany(Standing)];

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("Element", 10),
                new SheetColumn("Passage", 60),
                new SheetColumn("The workbook said", 32),
                new SheetColumn("The log says", 32),
                new SheetColumn("What was done", 44),
                new SheetColumn("Cell", 26),
            ]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            IsLandscape = true,
            TabColour = "FFB3261E",
        };

    public bool IsEmpty => _rows.Length == 0;

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Conflicts: different answers")], height: 24);
        sheet.Write(
            [
                Cell.Of(
                    CellStyle.Hint,
                    "Nothing is lost: every answer is in the decision log. Talk it over, then decide on the "
                        + "sheet Evidence."
                ),
            ],
            height: 18
        );
        sheet.WriteHeadings();
        foreach (ImportConflict row in _rows)
        {
            sheet.Write([
                Cell.Of(CellStyle.Strong, row.Element),
                Cell.Of(CellStyle.Text, row.Passage),
                Cell.Of(CellStyle.Text, row.Workbook),
                Cell.Of(CellStyle.Text, row.Now),
                Cell.Of(CellStyle.Text, row.Outcome),
                Cell.Of(CellStyle.Text, row.Cell),
            ]);
        }

        sheet.EndData();
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private static IEnumerable<ImportConflict> Standing(MappingEntry entry) =>
        entry
            .Decisions.Where(decision => decision is { Verdict: Verdict.Conflict, HasChanged: false })
            .Select(decision => new ImportConflict(
                "",
                entry.Number,
                decision.Quote,
                "",
                string.Join('\n', decision.Judgements.Select(Said)),
                "Both answers are kept; it counts as evidence once they agree."
            ));

    private static string Said(MappingJudgement judgement) =>
        $"{judgement.Reviewer}: {RowDecision.Of(judgement).Decision}"
        + $"{(judgement.Comment.Length > 0 ? $" ({judgement.Comment})" : "")}";
}
