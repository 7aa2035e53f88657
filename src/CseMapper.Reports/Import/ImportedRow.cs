using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Import;

/// <summary>A row that says something of a passage, or of an element's commentary.</summary>
/// <param name="Cell">Where its decision or commentary stands: "Evidence!J12".</param>
/// <param name="Key">Row id of a passage, or the number of an element.</param>
/// <param name="Said">What its cells say.</param>
/// <param name="Base">What they said when the workbook was written, by its name; null where that is not known.</param>
/// <param name="IsCommentary">True for a commentary.</param>
internal sealed record ImportedRow(string Cell, string Key, RowDecision Said, string? Base, bool IsCommentary)
{
    /// <summary>True where nobody has touched it.</summary>
    public bool IsUntouched => Base is null ? Said.Says(RowDecision.None) : Said.Base == Base;
}

/// <summary>The rows of a workbook or csv file that can be imported, and the cells that cannot be understood.</summary>
internal sealed class ImportedRows
{
    private readonly List<ImportedRow> _rows = [];
    private readonly List<string> _faults = [];

    public ImportedRows(IReadOnlyList<WorkbookSheet> sheets)
    {
        bool isOurs = false;
        foreach (WorkbookSheet sheet in sheets)
        {
            if (sheet.Headings() is not { } headings)
                continue;
            isOurs |= Take(sheet, headings);
        }

        if (!isOurs)
        {
            _faults.Add(
                "There is no sheet with the columns \"Row id\" and \"Decision\". The row ids stand in hidden "
                    + "columns: take the workbook that csemapper wrote, and do not delete them."
            );
        }
    }

    public IReadOnlyList<ImportedRow> Rows => _rows;

    /// <summary>A sentence for each cell that cannot be understood, with its address.</summary>
    public IReadOnlyList<string> Faults => _faults;

    private bool Take(WorkbookSheet sheet, SheetHeadings headings)
    {
        int? id = headings.Find(EvidenceSheet.RowIdHeading);
        int? element = headings.Find("Element");
        bool hasDecisions = id is not null && headings.Find("Decision") is not null;
        bool hasCommentary =
            element is not null && headings.Find(CommentarySheet.TextHeading, "Commentary") is not null;
        foreach (WorkbookRow row in sheet.Rows.Where(row => row.Number > headings.Row))
        {
            if (hasDecisions)
                TakeDecision(sheet, headings, row, id!.Value);
            if (hasCommentary)
                TakeCommentary(sheet, headings, row, element!.Value);
        }

        return hasDecisions || hasCommentary;
    }

    private void TakeDecision(WorkbookSheet sheet, SheetHeadings headings, WorkbookRow row, int id)
    {
        string Text(params ReadOnlySpan<string> names) => headings.Find(names) is { } column ? row[column] : "";
        string Address(params ReadOnlySpan<string> names) => AddressOf(sheet, headings.Find(names) ?? id, row);
        string key = row[id].StartsWith(CsvReport.IdMark, StringComparison.Ordinal)
            ? row[id][CsvReport.IdMark.Length..]
            : row[id];
        string typed = Text("Decision");
        string typedExtent = Text("Full or partial", "Strength (full or partial)");
        string? decision = DecisionWords.Decision(typed);
        string? extent = DecisionWords.Extent(typedExtent);
        // Totals and notes that people write below the table are theirs.
        if (key.Length == 0 && (decision is null || extent is null))
            return;
        if (decision is null)
        {
            _faults.Add(
                $"{Address("Decision")}: \"{DisplayText.OneLine(typed)}\" is neither Accept, Reject nor Unsure."
            );
        }

        if (extent is null)
        {
            _faults.Add(
                $"{Address("Full or partial", "Strength (full or partial)")}: \"{DisplayText.OneLine(typedExtent)}"
                    + "\" is neither Full nor Partial."
            );
        }

        if (decision is null || extent is null)
            return;
        RowDecision said = new(decision, extent, Text("Comment"), Text("Reviewer"));
        if (key.Length > 0)
        {
            _rows.Add(
                new ImportedRow(
                    Address("Decision"),
                    key,
                    said,
                    Known(Text(EvidenceSheet.BaseHeading)),
                    IsCommentary: false
                )
            );
        }
        else if (decision.Length > 0)
        {
            _faults.Add(
                $"{Address("Decision")}: the row has lost its row id (a hidden column), so it is not known which "
                    + "passage it is about. Clear the decision or take the row from the original workbook."
            );
        }
    }

    private void TakeCommentary(WorkbookSheet sheet, SheetHeadings headings, WorkbookRow row, int element)
    {
        int column = headings.Find(CommentarySheet.TextHeading, "Commentary")!.Value;
        string Text(params ReadOnlySpan<string> names) => headings.Find(names) is { } at ? row[at] : "";
        bool isCsv = headings.Find("Commentary as exported") is not null;
        string? known = Known(isCsv ? Text("Commentary as exported") : Text(EvidenceSheet.BaseHeading));
        // In a csv file only an element's first row carries it.
        if (known is null && row[column].Length == 0)
            return;
        RowDecision said = RowCommentary.Of(row[column], isCsv ? Text("Commentary by") : Text("Reviewer"));
        if (row[element].Length > 0)
            _rows.Add(new ImportedRow(AddressOf(sheet, column, row), row[element], said, known, IsCommentary: true));
    }

    private static string? Known(string text) => text.Length > 0 ? text : null;

    private static string AddressOf(WorkbookSheet sheet, int column, WorkbookRow row) =>
        FormattableString.Invariant($"{sheet.Name}!{SheetLayout.Letters(column)}{row.Number}");
}
