namespace CseMapper.Pdf.Layout.Tables;

/// <summary>A table's rows, columns and cells, in the frame of its direction.</summary>
internal sealed class TableGrid
{
    /// <summary>Borders closer than this bound no column or row.</summary>
    private const float Narrowest = 5f;

    private readonly int[] _cellOfBox;

    /// <param name="across">Borders between rows, from the upper edge to the lower.</param>
    /// <param name="down">Borders between columns, from the left edge to the right.</param>
    /// <param name="cellOfBox">For every box between borders, row by row, the box in which its cell begins.</param>
    private TableGrid(float[] across, float[] down, int[] cellOfBox)
    {
        Across = across;
        Down = down;
        _cellOfBox = cellOfBox;
    }

    public float[] Across { get; }

    public float[] Down { get; }

    public int RowCount => Across.Length - 1;

    public int ColumnCount => Down.Length - 1;

    public float Area => (Across[^1] - Across[0]) * (Down[^1] - Down[0]);

    /// <summary>How many cells have text; set when lines are put into them.</summary>
    public HashSet<int> Filled { get; } = [];

    public bool Holds(float u, float v) => u > Down[0] && u < Down[^1] && v > Across[0] && v < Across[^1];

    /// <returns>The box in which the cell around a point begins: row times the number of columns plus column.</returns>
    public int CellAt(float u, float v)
    {
        int row = Math.Clamp(Index(Across, v), 0, RowCount - 1);
        int column = Math.Clamp(Index(Down, u), 0, ColumnCount - 1);
        return _cellOfBox[(row * ColumnCount) + column];
    }

    /// <returns>The cells that the rules of a group enclose, or null when they enclose no table.</returns>
    public static TableGrid? FromRules(TableRules rules, int group)
    {
        List<TableRule> horizontal = rules.Horizontal.FindAll(rule => rule.Group == group);
        List<TableRule> vertical = rules.Vertical.FindAll(rule => rule.Group == group);
        if (horizontal.Count < 2 || vertical.Count < 1)
            return null;
        float left = Math.Min(horizontal.Min(h => h.From), vertical.Min(v => v.At));
        float right = Math.Max(horizontal.Max(h => h.To), vertical.Max(v => v.At));
        float top = Math.Min(horizontal.Min(h => h.At), vertical.Min(v => v.From));
        float bottom = Math.Max(horizontal.Max(h => h.At), vertical.Max(v => v.To));
        float[] down = Places([left, .. vertical.Select(v => v.At), right]);
        float[] across = Places([top, .. horizontal.Select(h => h.At), bottom]);
        if (down.Length < 3 || across.Length < 2)
            return null;
        return new TableGrid(across, down, JoinBoxes(across, down, horizontal, vertical));
    }

    /// <summary>The boxes of each cell that spans several columns: the first row and the row behind the last, the first
    /// column and the one behind the last.</summary>
    public IEnumerable<(int Cell, int Row, int EndRow, int Column, int EndColumn)> WideCells()
    {
        for (int cell = 0; cell < _cellOfBox.Length; cell++)
        {
            if (_cellOfBox[cell] != cell)
                continue;
            (int row, int column) = (cell / ColumnCount, cell % ColumnCount);
            int endRow = row + 1,
                endColumn = column + 1;
            while (endColumn < ColumnCount && _cellOfBox[(row * ColumnCount) + endColumn] == cell)
                endColumn++;
            while (endRow < RowCount && _cellOfBox[(endRow * ColumnCount) + column] == cell)
                endRow++;
            if (endColumn > column + 1)
                yield return (cell, row, endRow, column, endColumn);
        }
    }

    /// <summary>True when every box of a row is a cell of this row alone.</summary>
    public bool IsPlainRow(int row)
    {
        for (int column = 0; column < ColumnCount; column++)
        {
            int box = (row * ColumnCount) + column;
            bool goesOn = row + 1 < RowCount && _cellOfBox[box + ColumnCount] == _cellOfBox[box];
            if (_cellOfBox[box] / ColumnCount != row || goesOn)
                return false;
        }

        return true;
    }

    /// <summary>Cuts a cell at the left border of a column.</summary>
    /// <param name="cell">A cell that spans it.</param>
    /// <param name="row">The cell's first row.</param>
    /// <param name="endRow">The row behind its last.</param>
    /// <param name="column">The column that begins a cell.</param>
    /// <param name="endColumn">The column behind the cell's last.</param>
    public void CutCell(int cell, int row, int endRow, int column, int endColumn)
    {
        for (int r = row; r < endRow; r++)
        {
            for (int c = column; c < endColumn; c++)
            {
                if (_cellOfBox[(r * ColumnCount) + c] == cell || c > column)
                    _cellOfBox[(r * ColumnCount) + c] = (row * ColumnCount) + column;
            }
        }
    }

    /// <returns>The same table with a row cut into several.</returns>
    /// <param name="row">A plain row.</param>
    /// <param name="across">The borders within it.</param>
    public TableGrid WithRows(int row, ReadOnlySpan<float> across)
    {
        float[] borders = [.. Across[..(row + 1)], .. across, .. Across[(row + 1)..]];
        int[] cells = new int[(borders.Length - 1) * ColumnCount];
        for (int box = 0; box < cells.Length; box++)
        {
            int at = box / ColumnCount;
            int old = at <= row ? at : Math.Max(row, at - across.Length);
            int cell = _cellOfBox[(old * ColumnCount) + (box % ColumnCount)];
            int first = cell / ColumnCount;
            int shifted =
                first < row ? first
                : first == row ? at
                : first + across.Length;
            cells[box] = (shifted * ColumnCount) + (cell % ColumnCount);
        }

        return new TableGrid(borders, Down, cells);
    }

    /// <summary>A table of known borders in which every box is a cell.</summary>
    public static TableGrid FromBorders(float[] across, float[] down)
    {
        int[] cells = new int[(across.Length - 1) * (down.Length - 1)];
        for (int i = 0; i < cells.Length; i++)
            cells[i] = i;
        return new TableGrid(across, down, cells);
    }

    private static float[] Places(List<float> places)
    {
        places.Sort();
        List<float> kept = [places[0]];
        foreach (float place in places)
        {
            if (place - kept[^1] > Narrowest)
                kept.Add(place);
        }

        return [.. kept];
    }

    /// <summary>Joins boxes between which no rule is drawn.</summary>
    private static int[] JoinBoxes(float[] across, float[] down, List<TableRule> horizontal, List<TableRule> vertical)
    {
        int rows = across.Length - 1,
            columns = down.Length - 1;
        int[] cells = new int[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            float v = (across[row] + across[row + 1]) / 2;
            for (int column = 0; column < columns; column++)
            {
                float u = (down[column] + down[column + 1]) / 2;
                int box = (row * columns) + column;
                cells[box] = box;
                if (column > 0 && !IsRuled(vertical, down[column], v))
                    cells[box] = cells[box - 1];
                else if (row > 0 && !IsRuled(horizontal, across[row], u))
                    cells[box] = cells[box - columns];
            }
        }

        return cells;
    }

    private static bool IsRuled(List<TableRule> rules, float at, float along)
    {
        foreach (TableRule rule in rules)
        {
            if (Math.Abs(rule.At - at) <= Narrowest && rule.From <= along && rule.To >= along)
                return true;
        }

        return false;
    }

    private static int Index(float[] borders, float place)
    {
        int at = Array.BinarySearch(borders, place);
        return at >= 0 ? at : ~at - 1;
    }
}
