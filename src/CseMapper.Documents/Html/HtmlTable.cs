using System.Text;

namespace CseMapper.Documents.Html;

/// <summary>Gathers a table of a web page row by row, with cells that span columns and rows at their places.</summary>
internal sealed class HtmlTable
{
    private const int MostColumns = 200;
    private const int LongestSpan = 1000;
    private readonly List<(List<string> Cells, bool IsHead)> _rows = [];
    private readonly int[] _rowsBelow = new int[MostColumns];
    private readonly StringBuilder _text = new();
    private bool _isOpen;
    private bool _hasOnlyHeads;
    private bool _isInHead;
    private int _width = 1;
    private int _height = 1;

    /// <summary>A row begins.</summary>
    public void BeginRow(bool inHead)
    {
        EndRow();
        _rows.Add(([], false));
        (_hasOnlyHeads, _isInHead) = (true, inHead);
    }

    /// <summary>A cell begins.</summary>
    public void BeginCell(bool isHead, int columns, int rowsDown)
    {
        if (_rows.Count == 0)
            BeginRow(inHead: false);
        EndCell();
        List<string> cells = _rows[^1].Cells;
        while (cells.Count < MostColumns && _rowsBelow[cells.Count] > 0)
            cells.Add("");
        (_isOpen, _width, _height) = (true, Math.Min(columns, MostColumns), Math.Min(rowsDown, LongestSpan));
        _hasOnlyHeads &= isHead;
    }

    /// <summary>Words of the open cell; a line of their own after what it holds already.</summary>
    public void AddText(string words)
    {
        if (!_isOpen)
            BeginCell(isHead: false, 1, 1);
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(words);
    }

    /// <summary>The table, or null where it holds no words.</summary>
    public TableBlock? ToBlock(BlockLocation location)
    {
        EndRow();
        _rows.RemoveAll(row => row.Cells.TrueForAll(cell => cell.Length == 0));
        if (_rows.Count == 0)
            return null;
        int heads = _rows.TakeWhile(row => row.IsHead).Count();
        return new TableBlock(
            location,
            [.. _rows.Select(row => new TableRow(row.Cells))],
            heads == _rows.Count ? 0 : heads
        );
    }

    private void EndRow()
    {
        EndCell();
        if (_rows.Count == 0)
            return;
        (List<string> cells, _) = _rows[^1];
        while (cells.Count < MostColumns && _rowsBelow[cells.Count] > 0)
            cells.Add("");
        _rows[^1] = (cells, _isInHead || (_hasOnlyHeads && cells.Count > 1));
        for (int column = 0; column < MostColumns; column++)
        {
            if (_rowsBelow[column] > 0)
                _rowsBelow[column]--;
        }
    }

    private void EndCell()
    {
        if (!_isOpen)
            return;
        List<string> cells = _rows[^1].Cells;
        if (cells.Count >= MostColumns)
        {
            // Beyond any table that people write; the words stay, in the last cell.
            cells[^1] = cells[^1].Length == 0 ? _text.ToString() : cells[^1] + "\n" + _text;
        }
        else
        {
            for (int i = 0; i < _width && cells.Count < MostColumns; i++)
            {
                // The row itself ends after this one, hence the whole height here.
                _rowsBelow[cells.Count] = _height > 1 ? _height : 0;
                cells.Add(i == 0 ? _text.ToString() : "");
            }
        }
        _text.Clear();
        _isOpen = false;
    }
}
