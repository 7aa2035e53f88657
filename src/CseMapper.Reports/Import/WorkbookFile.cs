using System.Globalization;
using System.Text.RegularExpressions;
using CseMapper.Documents;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Sheets;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Import;

/// <summary>Reads the cells of a workbook, hidden ones included, as Excel 2016 and later, LibreOffice and this program
/// save it.</summary>
internal static partial class WorkbookFile
{
    /// <summary>Reads all sheets, in the workbook's order.</summary>
    /// <param name="path">The .xlsx or .csv file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="WorkbookException">It is no workbook, is damaged, or is too large.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IReadOnlyList<WorkbookSheet> Read(string path, CancellationToken cancellation) =>
        Read(path, _ => WorkbookSheet.MostRows, cancellation);

    /// <summary>Reads some sheets, or some of their rows.</summary>
    /// <param name="path">The .xlsx or .csv file.</param>
    /// <param name="rowsOf">How far down a sheet is to be read, by its name; 0 for not at all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="WorkbookException">It is no workbook, is damaged where it is read, or is too large.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IReadOnlyList<WorkbookSheet> Read(
        string path,
        Func<string, int> rowsOf,
        CancellationToken cancellation
    )
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > ReadOptions.Default.MaxFileBytes)
            throw new WorkbookException($"{path} is too large.");
        if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            return [CsvFile.Read(path, stream)];
        try
        {
            return Read(new PackageXml(stream, ReadOptions.Default, cancellation), path, rowsOf);
        }
        catch (InvalidDataException fault)
        {
            throw new WorkbookException(
                $"{path} is no workbook that can be read ({fault.Message}). Save it as .xlsx or .csv."
            );
        }
    }

    private static List<WorkbookSheet> Read(PackageXml package, string path, Func<string, int> rowsOf)
    {
        SheetValues values = SheetValues.Read(package);
        List<WorkbookSheet> sheets = [];
        foreach (ListedSheet listed in SheetList.Read(package) ?? [])
        {
            List<WorkbookRow> rows = [];
            int last = Math.Min(rowsOf(listed.Name), WorkbookSheet.MostRows);
            if (last > 0)
            {
                SheetReader sheet = new(package.Limits, values)
                {
                    MostColumns = SheetLayout.MostColumns,
                    LastRow = last,
                    ShowsErrors = true,
                };
                package.Read(
                    listed.Entry,
                    $"the sheet \"{listed.Name}\"",
                    reader => sheet.Read(reader, row => Take(row, rows))
                );
            }

            sheets.Add(new WorkbookSheet(listed.Name, rows));
        }

        if (package.Problems.Count > 0)
            throw new WorkbookException($"{path}: {package.Problems[0].Message}");
        return sheets.Count > 0
            ? sheets
            : throw new WorkbookException($"{path} is no workbook. Save it as .xlsx or .csv.");
    }

    private static void Take(SheetRow row, List<WorkbookRow> rows)
    {
        string[] cells = [.. row.Cells.Select(Unescape)];
        int used = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
        if (used > 0)
            rows.Add(new WorkbookRow(row.Number, cells[..used]));
    }

    /// <summary>What XML cannot hold stands as _xHHHH_ (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19).</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    match =>
                        (
                            (char)
                                int.Parse(
                                    match.Groups[1].ValueSpan,
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                )
                .Trim()
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
