using CseMapper.Documents;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>Finds the tables of a page and puts its lines into their cells.</summary>
internal sealed class TableFinder
{
    /// <summary>A grid that encloses this share of the page is its frame.</summary>
    private const float FrameShare = 0.9f;

    /// <summary>What stands closer than this to a table's edge is beside it, not in another column of the
    /// page.</summary>
    private const float Beside = 24;

    /// <summary>Room before a word of a marked phrase, in sizes.</summary>
    private const float TightShare = 0.15f;

    /// <summary>A marked phrase is at most this many sizes high.</summary>
    private const float LineHeight = 1.6f;

    /// <summary>A space is at most this many sizes wide.</summary>
    private const float WidestSpace = 0.5f;

    /// <summary>Within this many sizes the pen was not moved.</summary>
    private const float SamePlace = 0.03f;

    /// <summary>What has more columns or rows is a drawing; looking into it would be slow.</summary>
    private const int MostColumns = 40;

    private const int MostRows = 200;

    private readonly GridRefiner _refiner = new();
    private readonly TableRules _rules = new();
    private readonly AlignedTables _aligned = new();
    private readonly RunningColumns _columns = new();
    private int[] _tableOfLine = new int[256];
    private int[] _cellOfLine = new int[256];

    /// <summary>The tables found, the smallest first.</summary>
    public List<TableGrid> Grids { get; } = [];

    /// <returns>Index into <see cref="Grids"/>, or -1.</returns>
    public int TableOf(int line) => _tableOfLine[line];

    /// <returns>The column of running text that a line was put into, -1 for none.</returns>
    public int ColumnOf(int line) => _columns.ColumnOf(line);

    /// <returns>The cell of a line that stands in a table.</returns>
    public int CellOf(int line) => _cellOfLine[line];

    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines; those that run over the border of a cell are cut there.</param>
    /// <param name="direction">Index of the direction of most of its text, in which tables are looked for.</param>
    public void Find(PageText page, LineSet lines, int direction)
    {
        Grids.Clear();
        if (
            _rules.Read(
                page,
                page.Directions[direction],
                (down, top, bottom) => HoldsRow(lines, direction, down, top, bottom),
                area => IsTight(page, lines, direction, area)
            )
        )
        {
            AddRuledGrids(page);
        }

        Grids.Sort(static (a, b) => a.Area.CompareTo(b.Area));
        if (Grids.Count > 0)
            CutLines(page, lines, direction);
        Assign(lines, direction);
        ReleaseFrames(lines);
        Refine(page, lines, direction);
        int ruled = Grids.Count;
        _columns.Clear();
        _aligned.Find(
            page,
            lines,
            line => lines.Lines[line].Direction == direction && _tableOfLine[line] < 0,
            Grids,
            _columns
        );
        if (Grids.Count > ruled)
            Assign(lines, direction);
    }

    /// <summary>Looks for columns and rows of text that no rules part.</summary>
    private void Refine(PageText page, LineSet lines, int direction)
    {
        bool isChanged = false;
        for (int i = 0; i < Grids.Count; i++)
        {
            TableGrid grid = Grids[i];
            int own = i;
            if (grid.ColumnCount > MostColumns || grid.RowCount > MostRows)
                continue;
            isChanged |= _refiner.CutColumns(
                page,
                lines,
                grid,
                line => _tableOfLine[line] == own ? _cellOfLine[line] : -1
            );
            Grids[i] = _refiner.CutRows(page, lines, grid, line => _tableOfLine[line] == own ? _cellOfLine[line] : -1);
            isChanged |= Grids[i] != grid;
        }

        if (!isChanged)
            return;
        foreach (TableGrid grid in Grids)
            grid.Filled.Clear();
        Assign(lines, direction);
        ReleaseFrames(lines);
    }

    /// <summary>True when the text in a stripe of the page stands in several of the columns and nowhere runs across
    /// their borders.</summary>
    private static bool HoldsRow(LineSet lines, int direction, float[] down, float top, float bottom)
    {
        HashSet<int> filled = [];
        foreach (ref TextLine line in lines.Lines)
        {
            float middle = Middle(line);
            if (
                line.Direction != direction
                || middle < top
                || middle > bottom
                || line.U1 < down[0] - Beside
                || line.U0 > down[^1] + Beside
            )
            {
                continue;
            }

            int column = down.Length - 1;
            while (column >= 0 && down[column] > line.U0 + 1)
                column--;
            // Text beside the columns belongs to the row as well: the shaded part is not all of the table.
            if (column < 0 || column == down.Length - 1 || line.U1 > down[column + 1] + 1)
                return false;
            filled.Add(column);
        }

        return filled.Count >= 2;
    }

    /// <summary>True when words begin and end where an area does: cells of tables leave room around theirs.</summary>
    private static bool IsTight(PageText page, LineSet lines, int direction, BlockBox area)
    {
        float from = float.MaxValue,
            to = float.MinValue,
            size = 0;
        foreach (ref TextLine line in lines.Lines)
        {
            if (line.Direction != direction || line.V < area.Top || line.Top > area.Bottom || line.U0 > area.Right)
                continue;
            foreach (ref TextPiece piece in lines.PiecesOf(line, page))
            {
                float middle = (piece.U0 + piece.U1) / 2;
                if (middle < area.Left || middle > area.Right)
                    continue;
                from = Math.Min(from, piece.U0);
                to = Math.Max(to, piece.U1);
                size = Math.Max(size, piece.Size);
            }
        }

        return size > 0
            && from - area.Left < TightShare * size
            && area.Right - to < (TightShare + WidestSpace) * size
            && area.Height < LineHeight * size
            && to - from > size;
    }

    private void AddRuledGrids(PageText page)
    {
        for (int group = 0; group < _rules.GroupCount; group++)
        {
            TableGrid? grid = TableGrid.FromRules(_rules, group);
            if (grid is null || grid.Area > FrameShare * page.Width * page.Height)
                continue;
            Grids.Add(grid);
        }
    }

    /// <summary>Words of neighbouring cells may stand as close as words of one line.</summary>
    private void CutLines(PageText page, LineSet lines, int direction)
    {
        int count = lines.Count;
        for (int i = 0; i < count; i++)
        {
            if (lines.Lines[i].Direction != direction)
                continue;
            TableGrid? grid = GridAt((lines.Lines[i].U0 + lines.Lines[i].U1) / 2, Middle(lines.Lines[i]));
            if (grid is not null)
                Cut(page, lines, i, grid);
        }
    }

    private static void Cut(PageText page, LineSet lines, int line, TableGrid grid)
    {
        int previous = -1,
            cell = -1;
        float middle = Middle(lines.Lines[line]);
        for (int piece = lines.Lines[line].Head; piece >= 0; )
        {
            ref TextPiece current = ref page.Pieces[piece];
            int next = lines.Next[piece];
            // A cell's text begins within its borders, though it may run beyond them.
            float begin = current.U0 + Math.Min(current.Width / 2, WidestSpace * current.Size);
            int own = grid.CellAt(begin, middle);
            if (cell >= 0 && own != cell && previous == piece - 1 && IsDrawnOn(page.Pieces[previous], current))
                own = cell;
            if (cell >= 0 && own != cell)
                line = lines.CutAfter(line, previous, page);
            cell = own;
            previous = piece;
            piece = next;
        }
    }

    /// <summary>A word drawn in one go with the one before it runs over the border: nobody draws a row's cells so.</summary>
    private static bool IsDrawnOn(in TextPiece left, in TextPiece right)
    {
        float gap = right.U0 - left.U1;
        return right.Is(PieceFlags.SpaceBefore)
            && gap < WidestSpace * right.Size
            && Math.Abs(right.U0 - left.Pen) < SamePlace * right.Size
            && right.Style == left.Style;
    }

    private void Assign(LineSet lines, int direction)
    {
        if (_tableOfLine.Length < lines.Count)
        {
            _tableOfLine = new int[lines.Count * 2];
            _cellOfLine = new int[lines.Count * 2];
        }

        for (int i = 0; i < lines.Count; i++)
        {
            ref TextLine line = ref lines.Lines[i];
            _tableOfLine[i] = -1;
            if (line.Direction != direction || GridAt((line.U0 + line.U1) / 2, Middle(line)) is not { } grid)
                continue;
            _tableOfLine[i] = Grids.IndexOf(grid);
            _cellOfLine[i] = grid.CellAt((line.U0 + line.U1) / 2, Middle(line));
            grid.Filled.Add(_cellOfLine[i]);
        }
    }

    /// <summary>A frame around text, or around pictures, is no table.</summary>
    private void ReleaseFrames(LineSet lines)
    {
        for (int i = 0; i < lines.Count && Grids.Count > 0; i++)
        {
            if (_tableOfLine[i] >= 0 && Grids[_tableOfLine[i]].Filled.Count < 2)
                _tableOfLine[i] = -1;
        }
    }

    private TableGrid? GridAt(float u, float v)
    {
        foreach (TableGrid grid in Grids)
        {
            if (grid.Holds(u, v))
                return grid;
        }

        return null;
    }

    private static float Middle(in TextLine line) => line.V - (0.3f * line.Size);
}
