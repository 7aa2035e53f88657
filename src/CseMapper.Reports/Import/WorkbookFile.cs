using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using CseMapper.Documents;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Sheets;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Import;

/// <summary>Reads the cells of a workbook, hidden ones included, as Excel 2016 and later, LibreOffice and this program
/// save it.</summary>
internal static partial class WorkbookFile
{
    private const string Workbook = "xl/workbook.xml";

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
        Dictionary<string, string> targets = package.Relations(Workbook);
        List<WorkbookSheet> sheets = [];
        foreach ((string name, string relation) in Sheets(package))
        {
            if (!targets.TryGetValue(relation, out string? entry))
                continue;
            List<WorkbookRow> rows = [];
            int last = Math.Min(rowsOf(name), WorkbookSheet.MostRows);
            if (last > 0)
            {
                package.Read(
                    entry,
                    $"the sheet \"{name}\"",
                    reader => ReadRows(reader, package.Limits, values, last, rows)
                );
            }

            sheets.Add(new WorkbookSheet(name, rows));
        }

        if (package.Problems.Count > 0)
            throw new WorkbookException($"{path}: {package.Problems[0].Message}");
        return sheets.Count > 0
            ? sheets
            : throw new WorkbookException($"{path} is no workbook. Save it as .xlsx or .csv.");
    }

    private static List<(string Name, string Relation)> Sheets(PackageXml package)
    {
        List<(string, string)> sheets = [];
        package.Read(
            Workbook,
            "the list of sheets",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (reader is not { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                        continue;
                    string name = reader.GetAttribute("name") ?? "";
                    if (PackageXml.RelationId(reader) is { } id)
                        sheets.Add((name, id));
                }
            }
        );
        return sheets;
    }

    private static void ReadRows(
        XmlReader reader,
        WordLimits limits,
        SheetValues values,
        int last,
        List<WorkbookRow> rows
    )
    {
        LimitedText text = new(limits);
        List<string> cells = [];
        (int row, int column, string type, int style, bool isValue) = (0, 0, "n", 0, false);
        while (limits.MayGoOn() && reader.Read())
        {
            if (
                isValue
                && reader.NodeType
                    is XmlNodeType.Text
                        or XmlNodeType.Whitespace
                        or XmlNodeType.SignificantWhitespace
                        or XmlNodeType.CDATA
            )
            {
                text.Append(reader.Value);
            }

            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    row = WordXml.Number(reader.GetAttribute("r")) ?? row + 1;
                    // Rows stand in their order in every workbook that Excel opens.
                    if (row > last && last < WorkbookSheet.MostRows)
                        return;
                    column = -1;
                    break;
                case (XmlNodeType.Element, "c"):
                    column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                    (type, style) = (reader.GetAttribute("t") ?? "n", WordXml.Number(reader.GetAttribute("s")) ?? 0);
                    break;
                case (XmlNodeType.Element, "v" or "t"):
                    isValue = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.Element, "f" or "rPh"):
                    WordXml.SkipInside(reader);
                    break;
                case (XmlNodeType.EndElement, "v" or "t"):
                    isValue = false;
                    break;
                case (XmlNodeType.EndElement, "c"):
                    Put(cells, column, Shown(text.Take(), type, style, values));
                    break;
                case (XmlNodeType.EndElement, "row"):
                    limits.TakePiece();
                    if (cells.Exists(cell => cell.Length > 0) && row <= WorkbookSheet.MostRows)
                        rows.Add(new WorkbookRow(row, [.. cells]));
                    cells.Clear();
                    break;
                default:
                    break;
            }
        }
    }

    private static string Shown(string raw, string type, int style, SheetValues values) =>
        type switch
        {
            "s" => Unescape(values.Shared(raw)),
            "b" => raw == "1" ? "TRUE" : "FALSE",
            "n" => raw.Length == 0 ? "" : values.Number(raw, style),
            _ => Unescape(raw),
        };

    private static void Put(List<string> cells, int column, string text)
    {
        if (text.Length == 0 || column is < 0 or >= SheetLayout.MostColumns)
            return;
        while (cells.Count <= column)
            cells.Add("");
        cells[column] = text;
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

    private static int? ColumnOf(string? reference)
    {
        int column = 0;
        foreach (char c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > SheetLayout.MostColumns)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
