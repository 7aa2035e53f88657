using System.Globalization;
using System.Text;
using System.Xml;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes a worksheet from top to bottom (ISO/IEC 29500-1, 18.3); nothing of it is kept but its
/// links.</summary>
/// <param name="xml">Writes what stands around the rows.</param>
/// <param name="stream">Where <paramref name="xml"/> writes to.</param>
/// <param name="layout">How the sheet looks.</param>
internal sealed class SheetWriter(XmlWriter xml, Stream stream, SheetLayout layout)
{
    private const double TallestRow = 409.5;

    /// <summary>Letters of matched words.</summary>
    private static readonly byte[] _markedLook = Encoding.ASCII.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<rPr><rFont val="Arial"/><b/><color rgb="FF0B4A86"/><sz val="{CellLooks.FontSize}"/></rPr>"""
        )
    );

    private readonly SheetXml _rows = new(stream);
    private readonly SheetLinks _links = new();
    private readonly byte[][] _letters =
    [
        .. Enumerable
            .Range(0, layout.Columns.Count)
            .Select(column => Encoding.ASCII.GetBytes(SheetLayout.Letters(column))),
    ];

    /// <summary>Addresses of the links to documents, in the order of their relationship ids rId1, rId2, …</summary>
    public IReadOnlyList<string> Targets => _links.Targets;

    /// <summary>Number of the last row written.</summary>
    public int Row { get; private set; }

    public void Begin()
    {
        xml.WriteStartElement("worksheet", XlsxPackage.MainNamespace);
        xml.WriteAttributeString("xmlns", "r", null, XlsxPackage.RelationshipsNamespace);
        xml.WriteStartElement("sheetPr");
        if (layout.IsFiltered)
            xml.WriteAttributeString("filterMode", "1");
        if (layout.TabColour is { } colour)
            Element("tabColor", ("rgb", colour));
        Element("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        WriteView();
        Element("sheetFormatPr", ("defaultRowHeight", "13.5"));
        xml.WriteStartElement("cols");
        for (int i = 0; i < layout.Columns.Count; i++)
        {
            SheetColumn column = layout.Columns[i];
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", (column.Width + 0.7109375).ToString(CultureInfo.InvariantCulture));
            if (column.IsHidden)
                xml.WriteAttributeString("hidden", "1");
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
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
    public void Write(ReadOnlySpan<Cell> cells, double? height = null, bool hidden = false)
    {
        Row++;
        _rows.Raw("<row r=\""u8);
        _rows.Number(Row);
        double points = height ?? Measure(cells);
        if (points > 0)
        {
            _rows.Raw("\" ht=\""u8);
            _rows.Number(points);
        }

        // A height that is set by hand stays; a measured one may grow when a reviewer types into the row.
        if (height is not null)
            _rows.Raw("\" customHeight=\"1"u8);
        if (hidden)
            _rows.Raw("\" hidden=\"1"u8);
        _rows.Raw("\">"u8);
        for (int i = 0; i < cells.Length; i++)
            WriteCell(i, cells[i]);
        _rows.Raw("</row>"u8);
    }

    /// <summary>Leaves a row empty.</summary>
    public void Skip() => Row++;

    public void EndData()
    {
        _rows.Flush();
        xml.WriteEndElement();
    }

    /// <summary>Writes links, page set-up and the end; what the schema wants before them is written by the caller after
    /// <see cref="EndData"/>.</summary>
    /// <param name="footer">Text at the left of each printed page's foot.</param>
    /// <param name="hasDrawing">True where a drawing follows the links among the sheet's relationships.</param>
    public void End(string footer, bool hasDrawing = false)
    {
        xml.Flush();
        _links.Write(_rows, _letters);
        _rows.Flush();
        Element("printOptions", ("horizontalCentered", "1"));
        Element(
            "pageMargins",
            ("left", "0.4"),
            ("right", "0.4"),
            ("top", "0.5"),
            ("bottom", "0.6"),
            ("header", "0.3"),
            ("footer", "0.3")
        );
        Element(
            "pageSetup",
            ("paperSize", "9"),
            ("orientation", layout.IsLandscape ? "landscape" : "portrait"),
            ("fitToWidth", "1"),
            ("fitToHeight", "0")
        );
        xml.WriteStartElement("headerFooter");
        string safe = DisplayText.OneLine(footer).Replace("&", "&&", StringComparison.Ordinal);
        xml.WriteElementString(
            "oddFooter",
            $"&L&8{XlsxText.Escape(safe.Length > 150 ? safe[..150] : safe)}&C&8&A&R&8Page &P of &N"
        );
        xml.WriteEndElement();
        if (hasDrawing)
        {
            xml.WriteStartElement("drawing");
            xml.WriteAttributeString("r", "id", XlsxPackage.RelationshipsNamespace, "rId" + Text(Targets.Count + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes an empty element.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    /// <summary>Writes an element with content.</summary>
    public void Nest(string name, ReadOnlySpan<(string Name, string Value)> attributes, Action content)
    {
        xml.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
            xml.WriteAttributeString(attribute, value);
        content();
        xml.WriteEndElement();
    }

    /// <summary>Writes a rule of conditional formatting.</summary>
    /// <param name="format">What it does to the cell.</param>
    /// <param name="priority">1 wins over 2.</param>
    /// <param name="formula">When it applies, seen from the first cell.</param>
    public void Rule(Highlight format, int priority, string formula) =>
        Nest(
            "cfRule",
            [("type", "expression"), ("dxfId", Text((int)format)), ("priority", Text(priority))],
            () => xml.WriteElementString("formula", formula)
        );

    /// <summary>Writes a drop-down list.</summary>
    /// <param name="cells">The cells that get it.</param>
    /// <param name="words">What it offers.</param>
    /// <param name="prompt">What shows beside the chosen cell.</param>
    public void List(string cells, IReadOnlyList<string> words, string prompt) =>
        Nest(
            "dataValidation",
            [
                ("type", "list"),
                ("allowBlank", "1"),
                ("showInputMessage", "1"),
                ("showErrorMessage", "1"),
                ("errorTitle", "Not in the list"),
                ("error", $"Please choose {string.Join(", ", words.SkipLast(1))} or {words[^1]}, or leave it empty."),
                ("prompt", prompt),
                ("sqref", cells),
            ],
            () => xml.WriteElementString("formula1", $"\"{string.Join(',', words)}\"")
        );

    /// <summary>The cells of a column below its heading, "J4:J90".</summary>
    public static string Below(int column, int headerRow, int lastRow) =>
        FormattableString.Invariant(
            $"{SheetLayout.Letters(column)}{headerRow + 1}:{SheetLayout.Letters(column)}{lastRow}"
        );

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteView()
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("showGridLines", "0");
        if (layout.IsFirst)
            xml.WriteAttributeString("tabSelected", "1");
        xml.WriteAttributeString("workbookViewId", "0");
        if (layout.HeaderRow > 0)
        {
            string corner = SheetLayout.Letters(layout.FrozenColumns) + Text(layout.HeaderRow + 1);
            string pane = layout.FrozenColumns > 0 ? "bottomRight" : "bottomLeft";
            xml.WriteStartElement("pane");
            if (layout.FrozenColumns > 0)
                xml.WriteAttributeString("xSplit", Text(layout.FrozenColumns));
            xml.WriteAttributeString("ySplit", Text(layout.HeaderRow));
            xml.WriteAttributeString("topLeftCell", corner);
            xml.WriteAttributeString("activePane", pane);
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
            Element("selection", ("pane", pane), ("activeCell", corner), ("sqref", corner));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private double Measure(ReadOnlySpan<Cell> cells)
    {
        int lines = 1;
        bool wraps = false;
        for (int i = 0; i < cells.Length; i++)
        {
            if (layout.Columns[i].IsHidden || !CellLooks.Wraps(cells[i].Style))
                continue;
            wraps = true;
            if (cells[i].Text is { Length: > 0 } text)
                lines = Math.Max(lines, TextMeasure.Lines(text, layout.Columns[i].Width));
        }

        return wraps ? Math.Min(TallestRow, (lines * TextMeasure.LineHeight) + 3) : 0;
    }

    private void WriteCell(int column, in Cell cell)
    {
        bool isText = cell.Text is { Length: > 0 };
        if (cell.Style == CellStyle.Default && !isText && cell.Number is null)
            return;
        _rows.Raw("<c r=\""u8);
        _rows.Raw(_letters[column]);
        _rows.Number(Row);
        if (cell.Style != CellStyle.Default)
        {
            _rows.Raw("\" s=\""u8);
            _rows.Number((int)cell.Style);
        }

        if (isText)
        {
            _rows.Raw("\" t=\"inlineStr\"><is>"u8);
            WriteText(cell.Text!, cell.Marks);
            _rows.Raw("</is></c>"u8);
        }
        else if (cell.Number is { } number)
        {
            WriteNumber(number, cell.Formula);
        }
        else
        {
            _rows.Raw("\"/>"u8);
        }

        if (cell.Target is not null || cell.Location is not null)
            _links.Add(column, Row, cell);
    }

    private void WriteNumber(double number, string? formula)
    {
        _rows.Raw("\">"u8);
        if (formula is not null)
        {
            _rows.Raw("<f>"u8);
            _rows.Text(formula);
            _rows.Raw("</f>"u8);
        }

        _rows.Raw("<v>"u8);
        _rows.Number(number);
        _rows.Raw("</v></c>"u8);
    }

    private void WriteText(string text, IReadOnlyList<MatchedWord> marks)
    {
        if (marks.Count == 0)
        {
            WriteRunText(text);
            return;
        }

        List<TextRun> runs = MarkedText.Runs(text, marks);
        if (runs is [{ IsMarked: false }])
        {
            WriteRunText(text);
            return;
        }

        foreach (TextRun run in runs)
        {
            _rows.Raw("<r>"u8);
            if (run.IsMarked)
                _rows.Raw(_markedLook);
            WriteRunText(text.Substring(run.Start, run.Length));
            _rows.Raw("</r>"u8);
        }
    }

    private void WriteRunText(string text)
    {
        _rows.Raw("<t xml:space=\"preserve\">"u8);
        _rows.Text(XlsxText.Escape(text));
        _rows.Raw("</t>"u8);
    }
}
