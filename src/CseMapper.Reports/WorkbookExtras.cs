using CseMapper.Reports.Import;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports;

/// <summary>A column that people have added to the sheet Evidence.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">Its width in characters.</param>
/// <param name="ByRow">Its texts by row id.</param>
internal sealed record ExtraColumn(string Heading, double Width, IReadOnlyDictionary<string, string> ByRow);

/// <summary>A sheet that people have added.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The texts of its cells, row by row from the first.</param>
internal sealed record ExtraSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// What people have added to the workbook beside its own columns and sheets: it goes into the next one. Texts and
/// values are kept, formulas as the values they had, colours and pictures not.
/// </summary>
/// <param name="Columns">Columns of the sheet Evidence.</param>
/// <param name="Sheets">Whole sheets.</param>
internal sealed record WorkbookExtras(IReadOnlyList<ExtraColumn> Columns, IReadOnlyList<ExtraSheet> Sheets)
{
    private const int MostSheets = 50;
    private const double Width = 20;

    public static WorkbookExtras None { get; } = new([], []);

    /// <summary>Reads them; none where there is no workbook or it cannot be read.</summary>
    public static WorkbookExtras Collect(string path)
    {
        try
        {
            return File.Exists(path) ? Read(path) : None;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or WorkbookException)
        {
            return None;
        }
    }

    /// <summary>Our own sheets hold a row for every document and passage: they are read only where something was added
    /// to them.</summary>
    private static WorkbookExtras Read(string path)
    {
        HashSet<string> own = new(XlsxReport.OwnSheets, StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<WorkbookSheet> sheets = WorkbookFile.Read(
            path,
            name =>
                IsEvidence(name) ? WorkbookSheet.DeepestHeadings
                : own.Contains(name) ? 0
                : WorkbookSheet.MostRows,
            CancellationToken.None
        );
        WorkbookSheet? evidence = sheets.FirstOrDefault(sheet => IsEvidence(sheet.Name));
        if (evidence is not null && ColumnsOf(evidence).Any())
        {
            evidence = WorkbookFile
                .Read(path, name => IsEvidence(name) ? WorkbookSheet.MostRows : 0, CancellationToken.None)
                .First(sheet => IsEvidence(sheet.Name));
        }
        // A renamed sheet is still ours, and a copy of one would bring its old decisions in with every import.
        WorkbookSheet[] added =
        [
            .. sheets.Where(sheet =>
                !own.Contains(sheet.Name) && sheet.Headings()?.Find(EvidenceSheet.BaseHeading) is null
            ),
        ];
        evidence ??= sheets.FirstOrDefault(sheet =>
            sheet.Headings() is { } headings
            && headings.Find(EvidenceSheet.RowIdHeading) is not null
            && headings.Find("Revision") is not null
        );
        return new WorkbookExtras(
            evidence is null ? [] : [.. ColumnsOf(evidence)],
            [.. added.Take(MostSheets).Select(SheetOf)]
        );
    }

    private static bool IsEvidence(string sheet) =>
        sheet.Equals(EvidenceSheet.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ExtraColumn> ColumnsOf(WorkbookSheet sheet)
    {
        if (sheet.Headings() is not { } headings || headings.Find(EvidenceSheet.RowIdHeading) is not { } id)
            return [];
        HashSet<string> own = new(EvidenceSheet.OwnHeadings, StringComparer.OrdinalIgnoreCase);
        return headings
            .Names.Where(heading => !own.Contains(heading.Key))
            .OrderBy(heading => heading.Value)
            .Select(heading => new ExtraColumn(
                heading.Key,
                Width,
                sheet
                    .Rows.Where(row => row.Number > headings.Row && row[id].Length > 0 && row[heading.Value].Length > 0)
                    .DistinctBy(row => row[id])
                    .ToDictionary(row => row[id], row => row[heading.Value], StringComparer.Ordinal)
            ));
    }

    private static ExtraSheet SheetOf(WorkbookSheet sheet)
    {
        List<IReadOnlyList<string>> rows = [];
        foreach (WorkbookRow row in sheet.Rows)
        {
            while (rows.Count < row.Number - 1 && rows.Count < WorkbookSheet.MostRows)
                rows.Add([]);
            rows.Add(row.Cells);
        }

        return new ExtraSheet(sheet.Name, rows);
    }
}
