using System.Globalization;
using System.Text;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports.Xlsx.Sheets;

namespace CseMapper.Reports.Xlsx;

/// <summary>Writes the rows of a sheet (ISO/IEC 29500-1, 18.3.1.73) as bytes: they come by the hundred thousand, and
/// elements of the SDK take several times as long for them.</summary>
/// <param name="stream">Where to.</param>
/// <param name="layout">How the sheet looks.</param>
/// <param name="links">Takes the cells' links.</param>
internal sealed class RowWriter(Stream stream, SheetLayout layout, SheetLinks links)
{
    private const double TallestRow = 409.5;

    /// <summary>Letters of matched words.</summary>
    private static readonly byte[] _markedLook = Encoding.ASCII.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"""<rPr><rFont val="{CellLooks.FontName}"/><b/><color rgb="FF0B4A86"/><sz val="{CellLooks.FontSize}"/></rPr>"""
        )
    );

    private readonly SheetXml _rows = new(stream);
    private readonly byte[][] _letters =
    [
        .. Enumerable
            .Range(0, layout.Columns.Count)
            .Select(column => Encoding.ASCII.GetBytes(SheetLayout.Letters(column))),
    ];

    /// <summary>Number of the last row written.</summary>
    public int Row { get; private set; }

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

    /// <summary>Hands everything on to the stream.</summary>
    public void Flush() => _rows.Flush();

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
            links.Add(column, Row, cell);
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
