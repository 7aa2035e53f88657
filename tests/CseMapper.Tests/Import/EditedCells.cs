using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Tests.Import;

/// <summary>Does to a workbook what people do to it.</summary>
internal static class EditedCells
{
    /// <summary>The workbook with other texts in some cells, "Evidence!J4".</summary>
    public static byte[] Set(byte[] workbook, params ReadOnlySpan<(string Cell, string Text)> cells)
    {
        (string Cell, string Text)[] all = cells.ToArray();
        return Edit(
            workbook,
            document =>
            {
                foreach ((string cell, string text) in all)
                {
                    Cell found = CellOf(
                        RowsOf(document, cell[..cell.IndexOf('!', StringComparison.Ordinal)]),
                        cell[(cell.IndexOf('!', StringComparison.Ordinal) + 1)..]
                    );
                    found.CellValue = null;
                    found.DataType = CellValues.InlineString;
                    found.InlineString = new InlineString(
                        new Text(text) { Space = SpaceProcessingModeValues.Preserve }
                    );
                }
            }
        );
    }

    /// <summary>The workbook with the rows of a sheet below the headings in another order, or fewer of them.</summary>
    public static byte[] Rearrange(byte[] workbook, string sheet, uint headings, Func<Row[], IEnumerable<Row>> order) =>
        Edit(
            workbook,
            document =>
            {
                SheetData data = RowsOf(document, sheet);
                Row[] rows = [.. data.Elements<Row>().Where(row => row.RowIndex! > headings)];
                foreach (Row row in rows)
                    row.Remove();
                uint number = headings;
                foreach (Row row in order(rows))
                {
                    number++;
                    foreach (Cell cell in row.Elements<Cell>())
                        cell.CellReference = cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) + number;
                    row.RowIndex = number;
                    data.Append(row);
                }
            }
        );

    /// <summary>The workbook with a sheet more.</summary>
    public static byte[] AddSheet(byte[] workbook, string name, params ReadOnlySpan<string> texts)
    {
        string[] all = texts.ToArray();
        return Edit(
            workbook,
            document =>
            {
                WorksheetPart part = document.WorkbookPart!.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(
                    new SheetData(
                        all.Select(text => new Row(
                            new Cell
                            {
                                DataType = CellValues.InlineString,
                                InlineString = new InlineString(new Text(text)),
                            }
                        ))
                    )
                );
                Sheets sheets = document.WorkbookPart.Workbook.Sheets!;
                sheets.Append(
                    new Sheet
                    {
                        Name = name,
                        SheetId = 99,
                        Id = document.WorkbookPart.GetIdOfPart(part),
                    }
                );
            }
        );
    }

    /// <summary>The workbook with a sheet that breaks off in the middle.</summary>
    public static byte[] Cut(byte[] workbook, string sheet)
    {
        using MemoryStream stream = new();
        stream.Write(workbook);
        string part;
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false))
        {
            part = document
                .WorkbookPart!.GetPartById(
                    document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First(found => found.Name == sheet).Id!
                )
                .Uri.OriginalString.TrimStart('/');
        }

        using (ZipArchive zip = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using Stream content = zip.GetEntry(part)!.Open();
            content.SetLength(content.Length / 2);
        }

        return stream.ToArray();
    }

    /// <summary>The workbook with a cell whose formula gives #N/A.</summary>
    public static byte[] Fail(byte[] workbook, string cell) =>
        Edit(
            workbook,
            document =>
            {
                Cell found = CellOf(
                    RowsOf(document, cell[..cell.IndexOf('!', StringComparison.Ordinal)]),
                    cell[(cell.IndexOf('!', StringComparison.Ordinal) + 1)..]
                );
                found.InlineString = null;
                found.DataType = CellValues.Error;
                found.CellFormula = new CellFormula("VLOOKUP(1,A1:B2,2)");
                found.CellValue = new CellValue("#N/A");
            }
        );

    /// <summary>The workbook with a row below the others.</summary>
    public static byte[] AddRow(byte[] workbook, string sheet, params ReadOnlySpan<(string Column, string Text)> cells)
    {
        (string Column, string Text)[] all = cells.ToArray();
        return Edit(
            workbook,
            document =>
            {
                SheetData data = RowsOf(document, sheet);
                uint number = data.Elements<Row>().Max(row => row.RowIndex!.Value) + 2;
                data.Append(
                    new Row(
                        all.Select(cell => new Cell
                        {
                            CellReference = cell.Column + number,
                            DataType = CellValues.InlineString,
                            InlineString = new InlineString(new Text(cell.Text)),
                        })
                    )
                    {
                        RowIndex = number,
                    }
                );
            }
        );
    }

    /// <summary>The workbook with another name for a sheet.</summary>
    public static byte[] Rename(byte[] workbook, string sheet, string name) =>
        Edit(
            workbook,
            document =>
                document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First(found => found.Name == sheet).Name =
                    name
        );

    private static byte[] Edit(byte[] workbook, Action<SpreadsheetDocument> edit)
    {
        using MemoryStream stream = new();
        stream.Write(workbook);
        using (SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: true))
            edit(document);
        return stream.ToArray();
    }

    private static SheetData RowsOf(SpreadsheetDocument document, string sheet) =>
        (
            (WorksheetPart)
                document.WorkbookPart!.GetPartById(
                    document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().First(found => found.Name == sheet).Id!
                )
        ).Worksheet.GetFirstChild<SheetData>()!;

    private static Cell CellOf(SheetData data, string reference)
    {
        Row row = data.Elements<Row>()
            .First(one =>
                reference.EndsWith(one.RowIndex!.ToString()!, StringComparison.Ordinal)
                && reference.TrimEnd("0123456789".ToCharArray()).Length + one.RowIndex.ToString()!.Length
                    == reference.Length
            );
        if (row.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == reference) is { } known)
            return known;
        Cell added = new() { CellReference = reference };
        row.Append(added);
        return added;
    }
}
