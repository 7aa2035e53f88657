using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// Looks at the text of ruled tables where rules are left out: a header with columns above rows that are parted by
/// level lines alone, or a frame with columns and no lines between rows. Text that stands in columns is put into them.
/// </summary>
internal sealed class GridRefiner
{
    /// <summary>Lines on one baseline differ by at most this share of the size.</summary>
    private const float SameLine = 0.35f;

    /// <summary>Parts of neighbouring columns are at least this many sizes apart.</summary>
    private const float NarrowestGutter = 0.75f;

    /// <summary>Rows found in one ruled row that make it a table of its own.</summary>
    private const int FewestRows = 3;

    /// <summary>An amount ends at most this many sizes behind its currency's sign.</summary>
    private const float WidestSign = 6f;

    /// <summary>Of rows of a table at most this share of the cells begins with a small letter.</summary>
    private const float GoingOnShare = 0.12f;

    private readonly PageRows _rows = new();
    private readonly TableRows _tableRows = new();
    private readonly List<int> _own = [];

    /// <summary>Cuts cells without rules between their columns.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="grid">A ruled table.</param>
    /// <param name="cellOf">The cell of a line, -1 for one outside the table.</param>
    /// <returns>True where cells were cut.</returns>
    public bool CutColumns(PageText page, LineSet lines, TableGrid grid, Func<int, int> cellOf)
    {
        bool isCut = false;
        foreach ((int cell, int row, int endRow, int column, int endColumn) in grid.WideCells().ToList())
        {
            _own.Clear();
            for (int i = 0; i < lines.Count; i++)
            {
                if (cellOf(i) == cell)
                    _own.Add(i);
            }

            int begin = cell;
            for (int border = column + 1; border < endColumn; border++)
            {
                if (!Parts(page, lines, grid.Down[border], grid.Down[column]))
                    continue;
                grid.CutCell(begin, row, endRow, border, endColumn);
                begin = (row * grid.ColumnCount) + border;
                isCut = true;
            }
        }

        return isCut;
    }

    /// <summary>Cuts a row that holds several rows of text side by side.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="grid">A ruled table.</param>
    /// <param name="cellOf">The cell of a line, -1 for one outside the table.</param>
    public TableGrid CutRows(PageText page, LineSet lines, TableGrid grid, Func<int, int> cellOf)
    {
        int columns = grid.ColumnCount;
        int[] counts = new int[grid.RowCount];
        for (int i = 0; i < lines.Count; i++)
        {
            if (cellOf(i) is >= 0 and int cell)
                counts[cell / columns]++;
        }

        for (int row = grid.RowCount - 1; row >= 0; row--)
        {
            if (counts[row] < 2 * FewestRows || !grid.IsPlainRow(row))
                continue;
            int own = row;
            _rows.Build(page, lines, i => cellOf(i) is >= 0 and int cell && cell / columns == own);
            if (_rows.Rows.Count < FewestRows)
                continue;
            float[] across = _tableRows.Find(page, lines, _rows, 0, _rows.Rows.Count, grid.Down);
            if (across.Length > FewestRows && HoldRows(grid, across) && !GoOn(page, lines))
                grid = grid.WithRows(row, across.AsSpan(1, across.Length - 2));
        }

        return grid;
    }

    /// <summary>True when the text of a cell stands on both sides of a border, on one baseline at least once, and never
    /// across it.</summary>
    private bool Parts(PageText page, LineSet lines, float border, float left)
    {
        bool standsBeside = false;
        foreach (int i in _own)
        {
            ref TextLine line = ref lines.Lines[i];
            if (line.U0 < border - 1 && line.U1 > border + 1)
                return false;
            if (line.U0 < border)
                continue;
            foreach (int other in _own)
            {
                ref TextLine before = ref lines.Lines[other];
                bool isBeside =
                    before.U1 <= border + 1
                    && before.U0 > left - 1
                    && Math.Abs(before.V - line.V) < SameLine * line.Size
                    && line.U0 - before.U1 > NarrowestGutter * line.Size;
                if (isBeside && IsSign(page, before) && line.U0 - before.U1 < WidestSign * line.Size)
                    return false;
                standsBeside |= isBeside;
            }
        }

        return standsBeside;
    }

    /// <summary>True where lines go on with small letters: sentences, drawn line by line across the cells of one
    /// row.</summary>
    private bool GoOn(PageText page, LineSet lines)
    {
        int goingOn = 0;
        foreach (RowPart part in _rows.Parts)
        {
            if (char.IsLower(page.TextOf(page.Pieces[lines.Lines[part.Line].Head])[0]))
                goingOn++;
        }

        return goingOn > GoingOnShare * _rows.Parts.Count;
    }

    /// <summary>The sign of a currency, which stands at the left edge of its amount's column.</summary>
    private static bool IsSign(PageText page, in TextLine line) =>
        line.PieceCount == 1 && page.TextOf(page.Pieces[line.Head]) is "$" or "£" or "€";

    /// <summary>True when most of the rows found have text in several columns.</summary>
    private bool HoldRows(TableGrid grid, float[] across)
    {
        int several = 0;
        for (int at = 0; at + 1 < across.Length; at++)
        {
            HashSet<int> filled = [];
            foreach (PageRow row in _rows.Rows)
            {
                if (row.V < across[at] || row.V > across[at + 1])
                    continue;
                for (int i = row.First; i < row.First + row.Count; i++)
                {
                    int column = Array.BinarySearch(grid.Down, (_rows.Parts[i].U0 + _rows.Parts[i].U1) / 2);
                    filled.Add(column >= 0 ? column : ~column - 1);
                }
            }

            if (filled.Count > 1)
                several++;
        }

        return several >= FewestRows && several * 5 >= (across.Length - 1) * 4;
    }
}
