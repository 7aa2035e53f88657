using CseMapper.Documents.Containers;
using CseMapper.Documents.Slides;

namespace CseMapper.Documents.Sheets;

/// <summary>Reads workbooks (.xlsx): sheet by sheet, row by row, values as the cells show them, then
/// the text boxes that lie on the sheet. What is hidden is left out.</summary>
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
        SheetValues values = SheetValues.Read(package, marksStruck: true);
        List<Block> blocks = [];
        foreach ((string name, string entry) in Sheets(package))
        {
            List<TableRow> rows = [];
            SheetReader sheet = new(package.Limits, values) { MostColumns = MostColumns, SkipsHiddenColumns = true };
            package.Read(entry, $"the sheet \"{name}\"", reader => sheet.Read(reader, row => Take(row, rows)));
            List<Block> boxes = Boxes(package, entry, name);
            if (rows.Count == 0 && boxes.Count == 0)
                continue;
            blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, name));
            if (rows.Count > 0)
                blocks.Add(SheetTable.Of(rows));
            blocks.AddRange(boxes);
        }

        return package.Conclude(
            new SourceDocument(FileFormat.Spreadsheet, blocks, PageCount: null, DocumentFacts.None)
        );
    }

    /// <summary>Text boxes and shapes with words that lie on a sheet.</summary>
    private static List<Block> Boxes(PackageXml package, string sheet, string name)
    {
        List<Block> boxes = [];
        foreach (string drawing in package.Related(sheet, "drawing"))
        {
            SlideText text = new(package.Limits, page: null, (_, _, _) => null);
            package.Read(drawing, $"the drawings on the sheet \"{name}\"", text.Read);
            boxes.AddRange(text.Blocks.Select(block => block with { Role = BlockRole.Aside }));
        }

        return boxes;
    }

    private static void Take(SheetRow row, List<TableRow> rows)
    {
        if (!row.IsHidden)
            rows.Add(new TableRow(row.Cells));
    }

    /// <summary>Sheets that are shown, in the workbook's order; all there are where its list is lost.</summary>
    private static IEnumerable<(string Name, string Entry)> Sheets(PackageXml package)
    {
        IReadOnlyList<ListedSheet> all = SheetList.Read(package) ?? [];
        if (SheetTable.HiddenSheets([.. all.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name)]) is { } hidden)
            package.AddRemark(hidden);
        (string Name, string Entry)[] shown =
        [
            .. all.Where(sheet => !sheet.IsHidden).Select(sheet => (sheet.Name, sheet.Entry)),
        ];
        return all.Count > 0
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
