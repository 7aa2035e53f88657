using CseMapper.Decisions.Mapping;
using CseMapper.Documents;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>One row an element, for what the applicant writes for the assessor.</summary>
internal sealed class CommentarySheet(MappingFile mapping)
{
    public const string Name = "Commentary";
    public const string TextHeading = "Commentary for the assessor";
    public const int HeaderRow = 3;

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("Element", 10),
                new SheetColumn("What it asks for", 44),
                new SheetColumn("Accepted evidence", 40),
                new SheetColumn(TextHeading, 70) { IsInput = true },
                new SheetColumn("Reviewer", 16) { IsInput = true },
                new SheetColumn(EvidenceSheet.BaseHeading, 10) { IsHidden = true },
            ]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            HasFilter = true,
            IsLandscape = true,
            TabColour = "FF6B5200",
        };

    /// <summary>The table's cells with its headings.</summary>
    public string Range =>
        FormattableString.Invariant($"$A${HeaderRow}:$F${HeaderRow + Math.Max(1, mapping.Elements.Count)}");

    /// <summary>The cells that are printed.</summary>
    public string PrintRange =>
        FormattableString.Invariant($"$A$1:$E${HeaderRow + Math.Max(1, mapping.Elements.Count)}");

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Commentary: what the assessor reads, element by element")], height: 24);
        sheet.Write(
            [
                Cell.Of(
                    CellStyle.Hint,
                    "Write into the pale yellow cells. Earlier versions are kept in the decision log."
                ),
            ],
            height: 18
        );
        sheet.WriteHeadings();
        foreach (MappingEntry entry in mapping.Elements)
        {
            RowDecision text = RowCommentary.Of(entry);
            sheet.Write([
                Cell.Of(CellStyle.Strong, entry.Number),
                Cell.Of(CellStyle.Text, entry.Wording),
                Cell.Of(
                    CellStyle.Text,
                    string.Join(
                        '\n',
                        entry
                            .Decisions.Where(decision => decision.Counts)
                            .Select(Cited)
                            .Distinct(StringComparer.Ordinal)
                    )
                ),
                SheetCells.Input(CellStyle.InputText, text.Comment),
                SheetCells.Input(CellStyle.InputText, text.Reviewer),
                Cell.Of(CellStyle.Hidden, text.Base),
            ]);
        }

        sheet.EndData();
        sheet.Add(SheetRules.Filter(Range));
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private static string Cited(MappingDecision decision) =>
        decision.Place is { } place
            ? DisplayText.OneLine(place.Path)
                + (place.Page is null ? "" : ", " + PageCitation.Brief(place.Page, place.PageLabel))
                + (place.Clause is { } clause ? $", clause {DisplayText.OneLine(clause)}" : "")
            : DisplayText.OneLine(decision.DecidedIn);
}
