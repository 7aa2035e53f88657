namespace CseMapper.Documents.Sheets;

/// <summary>What sheets of every format have in common.</summary>
internal static class SheetTable
{
    private const int MostNamed = 20;

    /// <summary>The rows as a table; the first row is the column headings when it holds words in every used
    /// column.</summary>
    public static TableBlock Of(IReadOnlyList<TableRow> rows) =>
        new(new BlockLocation(null), rows, HasHeadings(rows) ? 1 : 0);

    /// <summary>A remark that names sheets which were not read, or null where there are none.</summary>
    public static string? HiddenSheets(IReadOnlyList<string> names) =>
        names.Count == 0
            ? null
            : $"Hidden in the workbook and not read: the {(names.Count == 1 ? "sheet" : "sheets")} "
                + $"{string.Join(", ", names.Take(MostNamed).Select(name => $"\"{name}\""))}. Unhide what is to be read.";

    private static bool HasHeadings(IReadOnlyList<TableRow> rows) =>
        rows.Count > 1
        && rows[0].Cells.Count > 1
        && rows[0].Cells.All(cell => cell.Length is > 0 and < 80 && cell.Any(char.IsLetter));
}
