using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Sheets;

/// <summary>Reads workbooks (.xlsx): sheet by sheet, row by row, values as the cells show them in the usual
/// formats.</summary>
/// <remarks>Source: ECMA-376 part 1, 18. Formulas are not worked out: the value that was saved is taken.</remarks>
public sealed class XlsxReader : IDocumentReader
{
    private const string Workbook = "xl/workbook.xml";

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
            SheetRows rows = new(package.Limits, values);
            package.Read(entry, $"the sheet \"{name}\"", rows.Read);
            if (rows.Table is not { } table)
                continue;
            blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, name));
            blocks.Add(table);
        }

        return package.Conclude(
            new SourceDocument(FileFormat.Spreadsheet, blocks, PageCount: null, DocumentFacts.None)
        );
    }

    /// <summary>Sheets that are shown, in the workbook's order; all there are where its list is lost.</summary>
    private static List<(string Name, string Entry)> Sheets(PackageXml package)
    {
        Dictionary<string, string> targets = package.Relations(Workbook);
        List<(string Name, string Entry)> sheets = [];
        bool isListed = package.Read(
            Workbook,
            "the list of sheets",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                        || reader.GetAttribute("state") is "hidden" or "veryHidden"
                    )
                    {
                        continue;
                    }

                    string name = reader.GetAttribute("name") ?? "Sheet";
                    if (PackageXml.RelationId(reader) is { } id && targets.TryGetValue(id, out string? entry))
                        sheets.Add((name, entry));
                }
            }
        );
        return isListed && sheets.Count > 0
            ? sheets
            :
            [
                .. package
                    .Entries.Where(entry =>
                        entry.Name.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase)
                    )
                    .OrderBy(entry => entry.Name.Length)
                    .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                    .Select(entry => (Path.GetFileNameWithoutExtension(entry.Name), entry.Name)),
            ];
    }
}
