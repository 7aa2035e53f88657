using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Sheets;

/// <summary>Reads workbooks (.xlsx): sheet by sheet, row by row, values as the cells show them in the usual
/// formats.</summary>
/// <remarks>Source: ECMA-376 part 1, 18. Formulas are not worked out: the value that was saved is taken.</remarks>
public sealed class XlsxReader : IDocumentReader
{
    /// <summary>Cells further right are strays of formatting.</summary>
    private const int MostColumns = 512;

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Spreadsheet];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        SheetValues values = SheetValues.Read(package);
        List<Block> blocks = [];
        foreach ((string name, string entry) in Sheets(package))
        {
            List<TableRow> rows = [];
            SheetReader sheet = new(package.Limits, values) { MostColumns = MostColumns };
            package.Read(entry, $"the sheet \"{name}\"", reader => sheet.Read(reader, row => Take(row, rows)));
            if (rows.Count == 0)
                continue;
            blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, name));
            blocks.Add(new TableBlock(new BlockLocation(null), rows, HasHeadings(rows) ? 1 : 0));
        }

        return package.Conclude(
            new SourceDocument(FileFormat.Spreadsheet, blocks, PageCount: null, DocumentFacts.None)
        );
    }

    private static void Take(SheetRow row, List<TableRow> rows)
    {
        if (!row.IsHidden)
            rows.Add(new TableRow(row.Cells));
    }

    /// <summary>The first row is the column headings when it holds words in every used column.</summary>
    private static bool HasHeadings(List<TableRow> rows) =>
        rows.Count > 1
        && rows[0].Cells.Count > 1
        && rows[0].Cells.All(cell => cell.Length is > 0 and < 80 && cell.Any(char.IsLetter));

    /// <summary>Sheets that are shown, in the workbook's order; all there are where its list is lost.</summary>
    private static IEnumerable<(string Name, string Entry)> Sheets(PackageXml package)
    {
        (string Name, string Entry)[] shown =
        [
            .. (SheetList.Read(package) ?? [])
                .Where(sheet => !sheet.IsHidden)
                .Select(sheet => (sheet.Name, sheet.Entry)),
        ];
        return shown.Length > 0
            ? shown
            : package
                .Entries.Where(entry =>
                    entry.Name.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(entry => entry.Name.Length)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => (Path.GetFileNameWithoutExtension(entry.Name), entry.Name));
    }
}
