using System.Text;

namespace CseMapper.Ingest;

/// <summary>Gathers a table of a web page row by row, with cells that span columns and rows at their places.</summary>
internal sealed class HtmlTable
{
    private const int MostColumns = 200;
    private const int LongestSpan = 1000;
    private readonly List<(List<string> Cells, bool IsHead)> rows = [];
    private readonly int[] rowsBelow = new int[MostColumns];
    private readonly StringBuilder text = new();
    private bool isOpen;
    private bool hasOnlyHeads;
    private bool isInHead;
    private int width = 1;
    private int height = 1;

    /// <summary>A row begins.</summary>
    public void BeginRow(bool inHead)
    {
        EndRow();
        rows.Add(([], false));
        (hasOnlyHeads, isInHead) = (true, inHead);
    }

    /// <summary>A cell begins.</summary>
    public void BeginCell(bool isHead, int columns, int rowsDown)
    {
        if (rows.Count == 0)
            BeginRow(inHead: false);
        EndCell();
        List<string> cells = rows[^1].Cells;
        while (cells.Count < MostColumns && rowsBelow[cells.Count] > 0)
            cells.Add("");
        (isOpen, width, height) = (true, Math.Min(columns, MostColumns), Math.Min(rowsDown, LongestSpan));
        hasOnlyHeads &= isHead;
    }

    /// <summary>Words of the open cell; a line of their own after what it holds already.</summary>
    public void AddText(string words)
    {
        if (!isOpen)
            BeginCell(isHead: false, 1, 1);
        if (text.Length > 0)
            text.Append('\n');
        text.Append(words);
    }

    /// <summary>The table, or null where it holds no words.</summary>
    public TableBlock? ToBlock(BlockLocation location)
    {
        EndRow();
        rows.RemoveAll(row => row.Cells.TrueForAll(cell => cell.Length == 0));
        if (rows.Count == 0)
            return null;
        int heads = rows.TakeWhile(row => row.IsHead).Count();
        return new TableBlock(
            location,
            [.. rows.Select(row => new TableRow(row.Cells))],
            heads == rows.Count ? 0 : heads
        );
    }

    private void EndRow()
    {
        EndCell();
        if (rows.Count == 0)
            return;
        (List<string> cells, _) = rows[^1];
        while (cells.Count < MostColumns && rowsBelow[cells.Count] > 0)
            cells.Add("");
        rows[^1] = (cells, isInHead || (hasOnlyHeads && cells.Count > 1));
        for (int column = 0; column < MostColumns; column++)
            if (rowsBelow[column] > 0)
                rowsBelow[column]--;
    }

    private void EndCell()
    {
        if (!isOpen)
            return;
        List<string> cells = rows[^1].Cells;
        if (cells.Count >= MostColumns)
        {
            // Beyond any table that people write; the words stay, in the last cell.
            cells[^1] = cells[^1].Length == 0 ? text.ToString() : cells[^1] + "\n" + text;
        }
        else
        {
            for (int i = 0; i < width && cells.Count < MostColumns; i++)
            {
                // The row itself ends after this one, hence the whole height here.
                rowsBelow[cells.Count] = height > 1 ? height : 0;
                cells.Add(i == 0 ? text.ToString() : "");
            }
        }
        text.Clear();
        isOpen = false;
    }
}
