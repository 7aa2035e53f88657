using System.Globalization;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Reports.Xlsx.Sheets;

/// <summary>Every file of the folder: how reading it ended, what it says about itself, what it supports.</summary>
internal sealed class DocumentsSheet(MappingFile mapping, DocumentLinks links)
{
    public const string Name = "Documents";
    public const int HeaderRow = 3;

    private const int ReviewColumn = 12;

    private readonly bool _isCrossChecked = IsCrossChecked(mapping);

    public SheetLayout Layout { get; } =
        new(
            Name,
            [
                new SheetColumn("Document", 44),
                new SheetColumn("Open", 8),
                new SheetColumn("Status", 16),
                new SheetColumn("Reason", 42),
                new SheetColumn("Kind", 10),
                new SheetColumn("Pages", 8),
                new SheetColumn("Passages", 10),
                new SheetColumn("Elements supported", 11),
                new SheetColumn("Which elements", 34),
                new SheetColumn("Title", 28),
                new SheetColumn("Version", 11),
                new SheetColumn("Approved", 13),
                new SheetColumn("Review due", 13),
                new SheetColumn("Same content as", 28),
                .. IsCrossChecked(mapping) ? [new SheetColumn("Second reader", 42)] : (SheetColumn[])[],
            ]
        )
        {
            HeaderRow = HeaderRow,
            FrozenColumns = 1,
            HasFilter = true,
            IsLandscape = true,
            TabColour = "FF0B57A4",
        };

    /// <summary>The table's cells with its headings.</summary>
    public string Range =>
        FormattableString.Invariant($"$A${HeaderRow}:${SheetLayout.Letters(Layout.Columns.Count - 1)}${LastRow}");

    private int LastRow => HeaderRow + Math.Max(1, mapping.Documents.Count + mapping.LeftOut.Count);

    private string Hint(MappingCounts counts)
    {
        string leftOut =
            mapping.LeftOut.Count == 0
                ? ""
                : $"; {Plural.Count(mapping.LeftOut.Count, "file or folder", "files and folders")} "
                    + "left out by a rule, at the end";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Documents:N0} files: {counts.Read:N0} read, {counts.PartlyRead:N0} partly read, "
                + $"{counts.NotRead:N0} not read{leftOut}. A review date that has passed is marked."
        );
    }

    public void Write(SheetWriter sheet)
    {
        sheet.Begin();
        sheet.Write([Cell.Of(CellStyle.Title, "Documents")], height: 24);
        sheet.Write([Cell.Of(CellStyle.Hint, Hint(mapping.Counts))], height: 18);
        sheet.WriteHeadings();
        foreach (MappingDocument document in mapping.Documents)
            sheet.Write(Cells(document));
        foreach (LeftOutFile left in mapping.LeftOut)
            sheet.Write(Cells(left));
        sheet.EndData();
        sheet.Add(SheetRules.Filter(Range));
        string first = FormattableString.Invariant($"{SheetLayout.Letters(ReviewColumn)}{HeaderRow + 1}");
        sheet.Add(
            SheetRules.Rules(
                SheetRules.Below(ReviewColumn, HeaderRow, LastRow),
                SheetRules.Rule(Highlight.Attention, 1, $"AND(ISNUMBER({first}),{first}<TODAY())")
            )
        );
        sheet.End($"{mapping.Standard.Title} · {mapping.Generator}");
    }

    private Cell[] Cells(MappingDocument document)
    {
        DocumentRecord record = document.Record;
        return
        [
            SheetCells.Document(record.Path),
            SheetCells.Open(links, record.Path, page: null),
            SheetCells.Status(record.Status),
            Cell.Of(CellStyle.Text, ReasonOf(record)),
            Cell.Of(CellStyle.Text, MappingNames.NameOf(record.Format)),
            Cell.Of(CellStyle.Count, record.Pages),
            Cell.Of(CellStyle.Count, record.PassageCount),
            Cell.Of(CellStyle.Count, document.Supports.Count),
            Cell.Of(CellStyle.Text, string.Join(", ", document.Supports.Select(supported => supported.Element))),
            Cell.Of(CellStyle.Text, record.Facts.Title?.Text ?? ""),
            Cell.Of(CellStyle.Text, record.Facts.Version?.Text ?? ""),
            Fact(record.Facts.Approved),
            Fact(record.Facts.Review),
            Cell.Of(CellStyle.Text, string.Join('\n', document.SameContent.Select(DisplayText.OneLine))),
            .. _isCrossChecked ? [Cell.Of(CellStyle.Text, document.Record.CrossCheck?.Summary ?? "")] : (Cell[])[],
        ];
    }

    private static string ReasonOf(DocumentRecord record) =>
        record.KnownTrouble is { } known ? $"{record.Reason}\n{DisplayText.KnownBecause(known)}" : record.Reason;

    private static Cell[] Cells(LeftOutFile left) =>
        [
            SheetCells.Document(left.Path),
            Cell.Of(CellStyle.Text, ""),
            Cell.Of(CellStyle.Text, "left out"),
            Cell.Of(CellStyle.Text, $"{DisplayText.OneLine(left.Rule)} ({DisplayText.OneLine(left.Source)})"),
        ];

    private static bool IsCrossChecked(MappingFile mapping) =>
        mapping.Documents.Any(document => document.Record.CrossCheck is not null);

    private static Cell Fact(DocumentFact? fact) =>
        fact switch
        {
            null => Cell.Of(CellStyle.Text, ""),
            { Date: { } date } => Cell.Of(date),
            _ => Cell.Of(CellStyle.Text, fact.Text),
        };
}
