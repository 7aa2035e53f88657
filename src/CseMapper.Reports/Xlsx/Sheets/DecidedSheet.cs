using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>Decided passages that no row of Evidence stands for: their words have changed since, or matching no longer
/// suggests them.</summary>
internal sealed class DecidedSheet(MappingFile mapping)
{
    public const string Name = "Decided";
    public const int HeaderRow = 3;

    private readonly (MappingEntry Entry, MappingDecision Decision)[] _rows =
    [
        .. mapping.Elements.SelectMany(entry =>
            entry
                .Decisions.Where(decision =>
                    decision.HasChanged || (decision.Suggestions.Count == 0 && decision.Verdict != Verdict.Open)
                )
                .Select(decision => (entry, decision))
        ),
    ];

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("Element", 10),
                new SheetColumn("What became of the words", 18),
                new SheetColumn("It was", 16),
                new SheetColumn("Words that were decided about", 52),
                new SheetColumn("Words now", 52),
                new SheetColumn("Document", 26),
                new SheetColumn("Page", 7),
                new SheetColumn("Decision", 11) { IsInput = true },
                new SheetColumn("Full or partial", 11) { IsInput = true },
                new SheetColumn("Comment", 24) { IsInput = true },
                new SheetColumn("Reviewer", 13) { IsInput = true },
                new SheetColumn(EvidenceSheet.RowIdHeading, 18) { IsHidden = true },
                new SheetColumn(EvidenceSheet.BaseHeading, 10) { IsHidden = true },
            ]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            HasFilter = true,
            IsLandscape = true,
            TabColour = "FFB7791F",
        };

    public bool IsEmpty => _rows.Length == 0;

    /// <summary>The table's cells with its headings.</summary>
    public string Range => FormattableString.Invariant($"$A${HeaderRow}:$M${HeaderRow + Math.Max(1, _rows.Length)}");

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write(
            [Cell.Of(CellStyle.Title, "Decided passages that changed since, or are no longer suggested")],
            height: 24
        );
        sheet.Write(
            [
                Cell.Of(
                    CellStyle.Hint,
                    "What changed counts for nothing until somebody has decided again, in the pale yellow columns."
                ),
            ],
            height: 18
        );
        sheet.WriteHeadings();
        foreach ((MappingEntry entry, MappingDecision decision) in _rows)
        {
            RowDecision row = RowDecision.Of(decision);
            sheet.Write([
                Cell.Of(CellStyle.Strong, entry.Number),
                Cell.Of(
                    CellStyle.Text,
                    decision.HasChanged ? VerdictWords.State(decision.State) : "Stands, but is no longer suggested"
                ),
                Cell.Of(
                    CellStyle.Text,
                    SheetCells.Capital(VerdictWords.Verb(decision.Verdict))
                        + (decision.Reviewers.Count > 0 ? " by " + string.Join(", ", decision.Reviewers) : "")
                ),
                Cell.Of(CellStyle.Text, decision.Quote),
                Cell.Of(CellStyle.Text, decision.Place?.Text ?? ""),
                SheetCells.Document(decision.Place?.Path ?? decision.DecidedIn),
                SheetCells.Page(CellStyle.Count, decision.Place?.Page, decision.Place?.PageLabel),
                .. SheetCells.Inputs(row),
                Cell.Of(CellStyle.Hidden, decision.Id),
                Cell.Of(CellStyle.Hidden, row.Base),
            ]);
        }

        sheet.EndData();
        sheet.Add(SheetRules.Filter(Range));
        sheet.Add(
            SheetRules.Lists(
                SheetRules.List(
                    SheetRules.Below(7, HeaderRow, HeaderRow + _rows.Length),
                    ["Accept", "Reject", "Unsure"],
                    "Decide about the words as they are now."
                ),
                SheetRules.List(
                    SheetRules.Below(8, HeaderRow, HeaderRow + _rows.Length),
                    ["Full", "Partial"],
                    "Does it prove the whole element, or a part of it?"
                )
            )
        );
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }
}
