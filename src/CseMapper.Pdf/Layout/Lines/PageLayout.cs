using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Structure;
using CseMapper.Pdf.Layout.Tables;
using CseMapper.Pdf.Layout.Tags;
using CseMapper.Pdf.Text;
using CseMapper.Pdf.Text.Interpreting;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Turns what a page draws into lines in reading order and adds them to the document.</summary>
internal sealed class PageLayout(DocumentText document, TagTree tags)
{
    private readonly LineBuilder _lineBuilder = new();
    private readonly LineSet _lines = new();
    private readonly TableFinder _tables = new();
    private readonly FlowBuilder _flows = new();
    private readonly ReadingOrder _order = new();
    private readonly LineStyle _style = new();
    private readonly Underlines _underlines = new();
    private readonly DrawnBullets _bullets = new();
    private readonly TextBuffer _text = new();
    private readonly List<int> _row = [];
    private readonly List<(int Cell, float V, float U, int Line)> _inCells = [];
    private int _table = -1;
    private int _cell = -1;

    /// <param name="number">The page, counted from 1.</param>
    /// <param name="page">What it draws.</param>
    public PrintedPage Add(int number, PageText page)
    {
        _underlines.Read(page);
        _bullets.Read(page);
        _lineBuilder.Build(page, _lines, TagUse.CellsOf(tags, page, number));
        _tables.Find(page, _lines, MainDirection(page));
        _flows.Build(_lines, _tables);
        PrintedPage printed = new(number, page.Width, page.Height, document.Lines.Length)
        {
            State = page.State,
            Confidence = page.Confidence,
        };
        IReadOnlyList<int> order = _order.Order(_flows.Flows);
        printed.IsStreamChaotic = _flows.HasColumns || StreamOrder.IsChaotic(_flows.Flows, order);
        int last = -1;
        foreach (int flow in order)
        {
            if (last >= 0 && FlowBuilder.GoesOn(_flows.Flows[last], _flows.Flows[flow], _lines.Lines))
                document.FlowCount--;
            if (_flows.Flows[flow].Table < 0)
                AddFlow(printed, page, _flows.Flows[flow]);
            else
                AddTable(printed, page, _flows.Flows[flow].Table);
            last = flow;
        }

        foreach (PageField field in page.Fields)
        {
            if (document.Counts(field.Text.Length))
                printed.Fields.Add(field);
        }

        printed.LineCount = document.Lines.Length - printed.FirstLine;
        document.Pages.Add(printed);
        return printed;
    }

    /// <summary>The direction in which most of the page is written.</summary>
    private static int MainDirection(PageText page)
    {
        if (page.Directions.Count == 1)
            return 0;
        Span<int> letters = stackalloc int[page.Directions.Count];
        foreach (ref readonly TextPiece piece in page.Pieces)
            letters[piece.Direction] += piece.TextLength;
        int best = 0;
        for (int i = 1; i < letters.Length; i++)
        {
            if (letters[i] > letters[best])
                best = i;
        }

        return best;
    }

    private void AddFlow(PrintedPage printed, PageText page, in Flow flow)
    {
        _row.Clear();
        for (int i = flow.FirstLine; i <= flow.LastLine; i++)
        {
            if (_tables.TableOf(i) >= 0 || _tables.ColumnOf(i) != flow.Column)
                continue;
            if (_lines.Lines[i].IsCovered != flow.IsCovered)
                continue;
            if (_row.Count > 0 && !IsSameRow(_lines.Lines[_row[^1]], _lines.Lines[i]))
                AddRow(printed, page);
            _row.Add(i);
        }

        AddRow(printed, page);
        document.FlowCount++;
    }

    /// <summary>Adds a table's lines cell by cell, those of a cell from above to below.</summary>
    private void AddTable(PrintedPage printed, PageText page, int table)
    {
        _inCells.Clear();
        Span<TextLine> lines = _lines.Lines;
        for (int i = 0; i < lines.Length; i++)
        {
            if (_tables.TableOf(i) == table)
                _inCells.Add((_tables.CellOf(i), lines[i].V, lines[i].U0, i));
        }

        _inCells.Sort();
        _table = document.Tables.Count;
        TableGrid grid = _tables.Grids[table];
        document.Tables.Add(new PrintedTable(printed.Number, grid.RowCount, grid.ColumnCount, grid.Down[1..]));
        _row.Clear();
        _cell = -1;
        foreach ((int cell, _, _, int line) in _inCells)
        {
            if (_row.Count > 0 && (cell != _cell || !IsSameRow(_lines.Lines[_row[^1]], _lines.Lines[line])))
            {
                AddRow(printed, page);
            }

            if (cell != _cell)
                document.FlowCount++;
            _cell = cell;
            _row.Add(line);
        }

        AddRow(printed, page);
        _table = _cell = -1;
        document.FlowCount++;
    }

    private static bool IsSameRow(in TextLine left, in TextLine right) =>
        left.Cell == right.Cell
        && left.IsCovered == right.IsCovered
        && Math.Abs(left.V - right.V) < 0.5f * Math.Min(left.Size, right.Size)
        && right.U0 > left.U1;

    /// <summary>Adds the lines gathered, which stand side by side, as one with tabs between.</summary>
    private void AddRow(PrintedPage printed, PageText page)
    {
        if (_row.Count == 0)
            return;
        Span<TextLine> lines = _lines.Lines;
        ref TextLine head = ref lines[_row[0]];
        PrintedLine row = new()
        {
            Page = printed.Number,
            U0 = head.U0,
            U1 = lines[_row[^1]].U1,
            TextU = _row.Count > 1 ? lines[_row[1]].U0 : head.U0,
            V = head.V,
            Size = head.Size,
            Direction = head.Direction,
            Flow = document.FlowCount,
            StreamOrder = head.Order,
            Table = _table,
            Cell = _cell,
        };
        _text.Clear();
        _style.Clear();
        if (row.Direction == 0 && _bullets.Before(row.U0, row.V, row.Size) is { } bullet)
        {
            row.U0 = bullet;
            row.TextU = head.U0;
            _text.Append('•');
        }

        float top = float.MaxValue,
            bottom = float.MinValue,
            widest = _row.Count > 1 ? WidestWordGap(page) : 0;
        foreach (int i in _row)
        {
            if (_text.Length > 0)
                _text.Append('\t');
            float wordGap =
                widest > 0 && LetterSpacing.IsPart(lines[i], _lines, page, widest)
                    ? widest
                    : LetterSpacing.WordGap(lines[i], _lines, page);
            LineText.Append(_text, lines[i], _lines, page, wordGap);
            _style.Add(lines[i], _lines, page);
            top = Math.Min(top, lines[i].Top);
            bottom = Math.Max(bottom, lines[i].Bottom);
        }

        _row.Clear();

        row.Box = page.Directions[row.Direction].ToPage(row.U0, top, row.U1, bottom);
        row.Flags = _style.Flags;
        if (row.Direction == 0 && _underlines.IsBelow(row.TextU, row.U1, row.V, row.Size))
            row.Flags |= LineFlags.Underlined;
        if (head.IsCovered)
        {
            row.Flags |= LineFlags.Covered;
            printed.HasCoveredText = true;
        }

        row.Role = _style.Role;
        MarkedContent mark = page.Marks[_style.Mark];
        row.Tag = tags.BlockAround(tags.ElementOf(printed.Number, mark.Stream, mark.Id));
        if (row.Role is LineRole.FormField or LineRole.Annotation)
            row.Table = -1;
        document.Add(row, _text.Span);
    }

    private float WidestWordGap(PageText page)
    {
        float widest = 0;
        foreach (int i in _row)
            widest = Math.Max(widest, LetterSpacing.WordGap(_lines.Lines[i], _lines, page));
        return widest > 0 ? widest : LetterSpacing.PairGap(_row, _lines, page);
    }
}
