using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Xls;

/// <summary>Reads the cells and text boxes of one sheet (MS-XLS 2.1.7.20.5); hidden rows and columns are left
/// out.</summary>
internal sealed class XlsSheet(XlsRecords records, XlsBook book, DocumentLimits limits)
{
    private const int MostColumns = 256;
    private const int End = 0x0A;
    private const int Begin = 0x809;
    private const int Comment = 0x19;

    private readonly SortedDictionary<int, SortedDictionary<int, string>> _cells = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private (int Row, int Column, int Style)? _waiting;
    private int _object;

    /// <summary>What the text boxes on the sheet say.</summary>
    public List<string> Boxes { get; } = [];

    /// <summary>Remarks in the margin.</summary>
    public int Comments { get; private set; }

    /// <summary>Reads from the sheet's first record to its last.</summary>
    public void Read(int start)
    {
        records.MoveTo(start);
        int depth = 0;
        while (limits.MayGoOn() && records.Read())
        {
            // Charts on the sheet have records of their own between a beginning and an end.
            if (records.Kind == Begin)
                depth++;
            else if (records.Kind == End && --depth <= 0)
                return;
            else if (depth <= 1)
                Take();
        }
    }

    /// <summary>The rows that are shown and hold anything, from the top.</summary>
    public List<TableRow> Rows()
    {
        List<TableRow> rows = [];
        foreach ((int number, SortedDictionary<int, string> cells) in _cells)
        {
            if (_hiddenRows.Contains(number))
                continue;
            List<string> shown = [];
            foreach ((int column, string text) in cells)
            {
                if (_hiddenColumns.Contains(column))
                    continue;
                int at = column - _hiddenColumns.Count(hidden => hidden < column);
                while (shown.Count <= at)
                    shown.Add("");
                shown[at] = text;
            }

            if (shown.Exists(cell => cell.Length > 0))
                rows.Add(new TableRow(shown));
        }

        return rows;
    }

    private void Take()
    {
        switch (records.Kind)
        {
            case 0x7D when (records.U16(8) & 1) != 0 || records.U16(4) == 0:
                for (int column = records.U16(0); column <= Math.Min(records.U16(2), MostColumns - 1); column++)
                    _hiddenColumns.Add(column);
                break;
            case 0x208 when (records.U16(12) & 0x20) != 0:
                _hiddenRows.Add(records.U16(0));
                break;
            case 0xFD:
                PutText(book.Shared(records.U32(6)));
                break;
            case 0x204 or 0xD6:
                PutText(new XlsStrings(records, limits).ReadPlain(6, hasShortLength: false));
                break;
            case 0x203:
                PutNumber(records.U16(0), records.U16(2), records.U16(4), records.Double(6));
                break;
            case 0x27E:
                PutNumber(records.U16(0), records.U16(2), records.U16(4), Compact(records.U32(6)));
                break;
            case 0xBD:
                for (int i = 0; 4 + (i * 6) + 6 <= records.Length - 2; i++)
                {
                    int at = 4 + (i * 6);
                    PutNumber(records.U16(0), records.U16(2) + i, records.U16(at), Compact(records.U32(at + 2)));
                }

                break;
            case 0x06:
                TakeFormula();
                break;
            case 0x207 when _waiting is { } cell:
                _waiting = null;
                string text = new XlsStrings(records, limits).ReadPlain(0, hasShortLength: false);
                Put(cell.Row, cell.Column, cell.Style, book.Text(text, cell.Style));
                break;
            case 0x205 when records.U8(7) == 0:
                Put(records.U16(0), records.U16(2), records.U16(4), records.U8(6) == 0 ? "FALSE" : "TRUE");
                break;
            case 0x5D:
                _object = records.U16(4);
                break;
            case 0x1B6:
                TakeBox();
                break;
            default:
                break;
        }
    }

    /// <summary>The value that was worked out last; a text stands in a record of its own.</summary>
    private void TakeFormula()
    {
        (int row, int column, int style) = (records.U16(0), records.U16(2), records.U16(4));
        if (records.U16(12) != 0xFFFF)
            PutNumber(row, column, style, records.Double(6));
        else if (records.U8(6) == 0)
            _waiting = (row, column, style);
        else if (records.U8(6) == 1)
            Put(row, column, style, records.U8(8) == 0 ? "FALSE" : "TRUE");
    }

    private void TakeBox()
    {
        bool isComment = _object == Comment;
        string text = new XlsStrings(records, limits).ReadContinued(records.U16(10)).Replace('\r', '\n').Trim();
        if (isComment)
            Comments++;
        else if (text.Length > 0)
            Boxes.Add(text);
    }

    private void PutText(string text) =>
        Put(records.U16(0), records.U16(2), records.U16(4), book.Text(text, records.U16(4)));

    private void PutNumber(int row, int column, int style, double value) =>
        Put(row, column, style, book.Number(value, style));

    private void Put(int row, int column, int style, string shown)
    {
        shown = book.Struck(shown.Trim(), style);
        if (shown.Length == 0 || column >= MostColumns)
            return;
        limits.TakePiece();
        if (!_cells.TryGetValue(row, out SortedDictionary<int, string>? cells))
            _cells.Add(row, cells = []);
        cells[column] = shown;
    }

    /// <summary>A number in four bytes (MS-XLS 2.5.217): a whole one or the upper half of a broken one, perhaps a hundred
    /// times too large.</summary>
    private static double Compact(uint raw)
    {
        double value =
            (raw & 2) != 0 ? (int)raw >> 2 : BitConverter.UInt64BitsToDouble((ulong)(raw & 0xFFFFFFFC) << 32);
        return (raw & 1) != 0 ? value / 100 : value;
    }
}
