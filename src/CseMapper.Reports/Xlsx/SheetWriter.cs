using System.Xml;
using CseMapper.Reports.Xlsx.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes a worksheet from top to bottom (ISO/IEC 29500-1, 18.3); nothing of it is kept but its
/// links.</summary>
/// <param name="xml">Writes what stands around the rows.</param>
/// <param name="stream">Where <paramref name="xml"/> writes to.</param>
/// <param name="layout">How the sheet looks.</param>
internal sealed class SheetWriter(XmlWriter xml, Stream stream, SheetLayout layout)
{
    /// <summary>The namespace of worksheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly SheetLinks _links = new();
    private RowWriter? _rows;

    /// <summary>Addresses of the links to documents, in the order of their relationship ids rId1, rId2, …</summary>
    public IReadOnlyList<string> Targets => _links.Targets;

    /// <summary>Number of the last row written.</summary>
    public int Row => Rows.Row;

    private RowWriter Rows => _rows ??= new RowWriter(stream, layout, _links);

    public void Begin()
    {
        // Rows have no prefix, since they come by the hundred thousand; the SDK's elements have one.
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "x", null, Main);
        xml.WriteAttributeString("xmlns", "r", null, WorkbookParts.Relationships);
        Add(SheetFrame.Properties(layout));
        Add(SheetFrame.Views(layout));
        Add(new SheetFormatProperties { DefaultRowHeight = 13.5 });
        Add(SheetFrame.Columns(layout));
        xml.WriteStartElement("sheetData", Main);
        // Ends the start tag: the rows go past the writer, straight to its stream.
        xml.WriteRaw("");
        xml.Flush();
    }

    /// <summary>Writes the row of column headings.</summary>
    public void WriteHeadings() =>
        Write(
            [
                .. layout.Columns.Select(column =>
                    Cell.Of(column.IsInput ? CellStyle.InputHeader : CellStyle.Header, column.Heading)
                ),
            ],
            height: 30
        );

    /// <summary>Writes a row with cells from the first column on.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="height">Its height in points; measured from its texts when null.</param>
    /// <param name="hidden">True where the filter leaves it out.</param>
    public void Write(ReadOnlySpan<Cell> cells, double? height = null, bool hidden = false) =>
        Rows.Write(cells, height, hidden);

    /// <summary>Leaves a row empty.</summary>
    public void Skip() => Rows.Skip();

    public void EndData()
    {
        Rows.Flush();
        xml.WriteEndElement();
    }

    /// <summary>Writes an element that stands between rows and links: a filter, rules, lists, in this order.</summary>
    public void Add(OpenXmlElement element) => element.WriteTo(xml);

    /// <summary>Writes links, page set-up and the end.</summary>
    /// <param name="footer">Text at the left of each printed page's foot.</param>
    /// <param name="hasDrawing">True where a drawing follows the links among the sheet's relationships.</param>
    public void End(string footer, bool hasDrawing = false)
    {
        _links.Write(xml);
        foreach (OpenXmlElement element in SheetFrame.Print(layout, footer))
            Add(element);
        if (hasDrawing)
            Add(new Drawing { Id = FormattableString.Invariant($"rId{Targets.Count + 1}") });
        xml.WriteEndElement();
    }
}
