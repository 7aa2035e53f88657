using CseMapper.Documents.Containers;
using CseMapper.Documents.Sheets;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Xls;

/// <summary>Reads workbooks of 97 to 2003 (.xls): sheet by sheet, row by row, values as the cells show them, then text
/// boxes. What is hidden is left out.</summary>
/// <remarks>Source: MS-XLS. Formulas are not worked out: the value that was saved is taken.</remarks>
public sealed class XlsReader : IDocumentReader
{
    private const string Damaged =
        "The workbook is damaged: no cells could be read from it. Open it in Excel and save it as .xlsx, or ask for "
        + "another copy.";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.SpreadsheetBinary];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
            return IngestResult.Failed(ReadStatus.Unreadable, "The workbook is larger than is read. Split it.");
        cancellation.ThrowIfCancellationRequested();
        CompoundFile file = CompoundFile.Open(stream);
        if (file.Find("Workbook") is not { } entry)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        DocumentLimits limits = new(options, cancellation);
        XlsRecords records = new(file.Read(entry));
        XlsBook book = XlsBook.Read(records, limits);
        if (book.IsEncrypted)
        {
            return IngestResult.Failed(
                ReadStatus.NeedsPassword,
                "This is an Excel workbook of 97 to 2003 protected by a password. Save a copy without the password and put "
                    + "it in the folder."
            );
        }

        return book.Sheets.Count == 0
            ? IngestResult.Failed(ReadStatus.Unreadable, Damaged)
            : Read(book, records, limits);
    }

    private static IngestResult Read(XlsBook book, XlsRecords records, DocumentLimits limits)
    {
        List<Block> blocks = [];
        int comments = 0;
        foreach (XlsListedSheet listed in book.Sheets.Where(sheet => !sheet.IsHidden))
        {
            XlsSheet sheet = new(records, book, limits);
            sheet.Read(listed.Start);
            comments += sheet.Comments;
            List<TableRow> rows = sheet.Rows();
            if (rows.Count == 0 && sheet.Boxes.Count == 0)
                continue;
            blocks.Add(new HeadingBlock(new BlockLocation(null), 1, null, listed.Name));
            if (rows.Count > 0)
                blocks.Add(SheetTable.Of(rows));
            blocks.AddRange(
                sheet.Boxes.Select(box => new TextBlock(new BlockLocation(null), null, box) { Role = BlockRole.Aside })
            );
        }

        SourceDocument document = new(FileFormat.SpreadsheetBinary, blocks, PageCount: null, DocumentFacts.None)
        {
            CommentCount = comments,
        };
        return limits.Conclude(
            document,
            SheetTable.HiddenSheets([.. book.Sheets.Where(sheet => sheet.IsHidden).Select(sheet => sheet.Name)])
        );
    }
}
