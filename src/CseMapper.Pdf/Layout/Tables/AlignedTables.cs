using System.Runtime.InteropServices;
using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// Finds tables without ruling lines: rows one below the other whose parts leave the same stripes white and begin or
/// end at the same places. Columns of running text leave a stripe white as well; they are told by their lines, which
/// are full and go on.
/// </summary>
internal sealed class AlignedTables
{
    /// <summary>White stripes between columns are at least this many sizes wide.</summary>
    private const float NarrowestGutter = 0.75f;

    /// <summary>Rows of one table follow within this many sizes.</summary>
    private const float LargestStep = 3.2f;

    /// <summary>Rows with several parts that make a table.</summary>
    private const int FewestRows = 3;

    /// <summary>Share of a column's parts that must begin, end or be centred at one place.</summary>
    private const float AlignedShare = 0.6f;

    /// <summary>A page of more rows is a drawing; growing a table from each of them would be slow.</summary>
    private const int MostRows = 1_500;

    private readonly PageRows _rows = new();
    private readonly Gutters _gutters = new();
    private readonly TableRows _tableRows = new();
    private bool _areColumns;

    /// <summary>Adds the tables found to a list.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="isFree">Says whether a line takes part.</param>
    /// <param name="grids">Takes the tables.</param>
    /// <param name="columns">Takes the columns of running text.</param>
    public void Find(
        PageText page,
        LineSet lines,
        Func<int, bool> isFree,
        List<TableGrid> grids,
        RunningColumns columns
    )
    {
        _rows.Build(page, lines, isFree);
        if (_rows.Rows.Count > MostRows)
            return;
        int row = 0;
        while (row < _rows.Rows.Count)
        {
            if (_rows.Rows[row].Count < 2)
            {
                row++;
                continue;
            }

            int grown = Grow(row);
            int end = Trim(row, grown);
            _areColumns = false;
            TableGrid? grid = end - row >= FewestRows ? Make(page, lines, row, end) : null;
            if (grid is null && _areColumns)
            {
                columns.Add(lines, _rows, row, grown, _gutters);
                row = grown;
                continue;
            }

            if (grid is null)
            {
                row++;
                continue;
            }

            grids.Add(grid);
            row = end;
        }
    }

    private ReadOnlySpan<RowPart> PartsOf(PageRow row) =>
        CollectionsMarshal.AsSpan(_rows.Parts).Slice(row.First, row.Count);

    /// <summary>Takes rows from above to below as long as the stripes stay.</summary>
    private int Grow(int first)
    {
        _gutters.Clear();
        PageRow start = _rows.Rows[first];
        _gutters.Add(PartsOf(start), NarrowestGutter * start.Size);
        int end = first + 1;
        while (end < _rows.Rows.Count)
        {
            PageRow row = _rows.Rows[end];
            PageRow above = _rows.Rows[end - 1];
            if (row.V - above.V > LargestStep * Math.Max(row.Size, above.Size))
                break;
            float narrowest = NarrowestGutter * row.Size;
            int inner = _gutters.InnerWith(PartsOf(row), narrowest);
            bool keeps = inner >= _gutters.Inner || (row.Count > 1 && inner >= 2 && inner == _gutters.Inner - 1);
            if (!keeps || inner == 0)
                break;
            _gutters.Add(PartsOf(row), narrowest);
            end++;
        }

        return end;
    }

    /// <summary>Leaves out rows of one part at the end that stand alone: the text below a table often is no wider than
    /// its first column.</summary>
    private int Trim(int first, int end)
    {
        int last = end - 1;
        while (last > first && _rows.Rows[last].Count < 2)
            last--;
        int kept = last + 1;
        while (kept < end)
        {
            PageRow row = _rows.Rows[kept];
            PageRow above = _rows.Rows[kept - 1];
            bool isTight = row.V - above.V < 1.35f * row.Size;
            bool isInFirst = PartsOf(row)[0].U0 < _gutters.Gaps[1].From;
            if (!isTight || isInFirst)
                break;
            kept++;
        }

        return kept;
    }

    private TableGrid? Make(PageText page, LineSet lines, int first, int end)
    {
        _areColumns = false;
        _gutters.Clear();
        int several = 0;
        for (int row = first; row < end; row++)
        {
            _gutters.Add(PartsOf(_rows.Rows[row]), NarrowestGutter * _rows.Rows[row].Size);
            if (_rows.Rows[row].Count > 1)
                several++;
        }

        if (_gutters.Inner == 0 || several < FewestRows || !IsAligned(first, end))
            return null;
        if (ContentsRows.Are(page, lines, _rows, first, end))
            return null;
        _areColumns = _gutters.Inner <= 2 && TextColumns.AreRunningText(page, lines, _rows, first, end, _gutters);
        if (_areColumns)
            return null;
        float[] down =
        [
            Edge(first, end, true),
            .. _gutters.Gaps.Skip(1).Take(_gutters.Inner).Select(gap => (gap.From + gap.To) / 2),
            Edge(first, end, false),
        ];
        float[] across = _tableRows.Find(page, lines, _rows, first, end, down);
        return across.Length < 3 ? null : TableGrid.FromBorders(across, down);
    }

    private float Edge(int first, int end, bool isLeft)
    {
        float edge = isLeft ? float.MaxValue : float.MinValue;
        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<RowPart> parts = PartsOf(_rows.Rows[row]);
            edge = isLeft ? Math.Min(edge, parts[0].U0 - 1) : Math.Max(edge, parts[^1].U1 + 1);
        }

        return edge;
    }

    private bool IsAligned(int first, int end)
    {
        int aligned = 0,
            columns = _gutters.Inner + 1;
        for (int column = 0; column < columns; column++)
        {
            float from = _gutters.Gaps[column].To,
                to = _gutters.Gaps[column + 1].From;
            List<(float U0, float U1)> parts = [];
            for (int row = first; row < end; row++)
            {
                foreach (RowPart part in PartsOf(_rows.Rows[row]))
                {
                    if (part.U0 >= from - 1 && part.U1 <= to + 1)
                        parts.Add((part.U0, part.U1));
                }
            }

            if (parts.Count < 2)
                continue;
            float near = 0.5f * _rows.Rows[first].Size;
            int best = Math.Max(
                Most(parts, p => p.U0, near),
                Math.Max(Most(parts, p => p.U1, near), Most(parts, p => (p.U0 + p.U1) / 2, near))
            );
            if (best >= AlignedShare * parts.Count)
                aligned++;
        }

        return aligned >= Math.Max(2, columns - 1);
    }

    /// <summary>How many of the places lie near the most popular one.</summary>
    private static int Most(List<(float U0, float U1)> parts, Func<(float U0, float U1), float> place, float near)
    {
        float[] places = [.. parts.Select(place).Order()];
        int most = 0,
            start = 0;
        for (int i = 0; i < places.Length; i++)
        {
            while (places[i] - places[start] > near)
                start++;
            most = Math.Max(most, i - start + 1);
        }

        return most;
    }
}
