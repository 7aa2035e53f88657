using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Sheets;

/// <summary>Reads the rows of a sheet one after the other, each cell as it is shown.</summary>
/// <remarks>Source: ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.4 (c).</remarks>
/// <param name="limits">What may be read of a file.</param>
/// <param name="values">The workbook's shared texts and number formats.</param>
public sealed class SheetReader(DocumentLimits limits, SheetValues values)
{
    private readonly LimitedText _text = new(limits);
    private readonly List<string> _cells = [];
    private int _row;
    private bool _isHidden;
    private int _column;
    private string _type = "";
    private int _style;
    private bool _isValue;
    private bool _isStruck;
    private readonly List<(int First, int Last)> _hiddenColumns = [];

    /// <summary>True to pass over columns that the sheet does not show.</summary>
    public bool SkipsHiddenColumns { get; init; }

    /// <summary>Columns that are read; cells further right are passed over.</summary>
    public required int MostColumns { get; init; }

    /// <summary>The last row that is read; all of them when not set.</summary>
    public int LastRow { get; init; } = int.MaxValue;

    /// <summary>True to read "#REF!" as a text; by default a cell whose formula failed is empty.</summary>
    public bool ShowsErrors { get; init; }

    /// <summary>Reads a sheet.</summary>
    /// <param name="reader">The sheet's part of the workbook.</param>
    /// <param name="take">Gets each row that holds any text, from the top.</param>
    /// <exception cref="XmlException">The part is damaged; what stood before was given.</exception>
    public void Read(XmlReader reader, Action<SheetRow> take)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(take);
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Begin(reader);
                // Rows stand in their order in every workbook that Excel opens.
                if (_row > LastRow)
                    return;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName, take);
            }
            else if (_isValue && IsText(reader.NodeType))
            {
                _text.Append(reader.Value, _isStruck);
            }
        }
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "row":
                _row = WordXml.Number(reader.GetAttribute("r")) ?? _row + 1;
                _isHidden = reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("ht") == "0";
                _column = 0;
                break;
            case "col" when SkipsHiddenColumns:
                TakeColumns(reader);
                break;
            case "r":
                _isStruck = false;
                break;
            case "strike":
                _isStruck = values.IsStrike(reader);
                break;
            case "c":
                _isStruck = false;
                _type = reader.GetAttribute("t") ?? "n";
                _style = WordXml.Number(reader.GetAttribute("s")) ?? 0;
                _column = ColumnOf(reader.GetAttribute("r")) ?? _column + 1;
                break;
            case "v" or "t":
                _isValue = !reader.IsEmptyElement;
                break;
            // A formula, and how a text is pronounced.
            case "f" or "rPh":
                WordXml.SkipInside(reader);
                break;
            default:
                break;
        }
    }

    private void End(string name, Action<SheetRow> take)
    {
        switch (name)
        {
            case "v" or "t":
                _isValue = false;
                break;
            case "c":
                EndCell();
                break;
            case "row":
                limits.TakePiece();
                if (_cells.Exists(cell => cell.Length > 0))
                    take(new SheetRow(_row, _isHidden, [.. _cells]));
                _cells.Clear();
                break;
            default:
                break;
        }
    }

    private void EndCell()
    {
        string raw = _text.Take();
        string shown = _type switch
        {
            "s" => values.Text(values.Shared(raw), _style),
            "b" => raw == "1" ? "TRUE" : "FALSE",
            "n" => raw.Length == 0 ? "" : values.Number(raw, _style),
            "e" => ShowsErrors ? raw : "",
            _ => values.Text(SheetEscapes.Decode(raw), _style),
        };
        if (shown.Length == 0 || _column < 1 || _column > MostColumns || IsHidden(_column))
            return;
        int at = _column - _hiddenColumns.Sum(hidden => Math.Max(0, Math.Min(hidden.Last, _column) - hidden.First + 1));
        while (_cells.Count < at)
            _cells.Add("");
        _cells[at - 1] = values.Struck(shown, _style);
    }

    private bool IsHidden(int column) =>
        _hiddenColumns.Exists(hidden => column >= hidden.First && column <= hidden.Last);

    private void TakeColumns(XmlReader reader)
    {
        bool isHidden = reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") == "0";
        if (
            !isHidden
            || _hiddenColumns.Count >= MostColumns
            || WordXml.Number(reader.GetAttribute("min")) is not { } first
            || WordXml.Number(reader.GetAttribute("max")) is not { } last
            || first < 1
            || last < first
            || _hiddenColumns.Exists(hidden => first <= hidden.Last && hidden.First <= last)
        )
        {
            return;
        }

        _hiddenColumns.Add((first, last));
    }

    /// <summary>"AB12" is column 28.</summary>
    private int? ColumnOf(string? reference)
    {
        int column = 0;
        foreach (char c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > MostColumns)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column;
    }
}
