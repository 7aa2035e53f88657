using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Sheets;

/// <summary>The rows of a sheet as a table.</summary>
internal sealed class SheetRows(WordLimits limits, SheetValues values)
{
    /// <summary>Cells further right are strays of formatting.</summary>
    private const int MostColumns = 512;

    private readonly LimitedText _text = new(limits);
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private string _type = "";
    private int _style;
    private int _column;
    private bool _isValue;
    private bool _isHidden;

    /// <summary>Null for a sheet without text. The first row is the column headings when it holds words in every used
    /// column.</summary>
    public TableBlock? Table =>
        _rows.Count == 0 ? null : new TableBlock(new BlockLocation(null), _rows, HasHeadings() ? 1 : 0);

    public void Read(XmlReader reader)
    {
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            else if (_isValue)
                _text.Append(reader.Value);
        }
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "row":
                _isHidden = reader.GetAttribute("hidden") is "1" or "true";
                _column = 0;
                break;
            case "c":
                _type = reader.GetAttribute("t") ?? "n";
                _style = WordXml.Number(reader.GetAttribute("s")) ?? 0;
                _column = ColumnOf(reader.GetAttribute("r")) ?? _column + 1;
                break;
            case "v" or "t":
                _isValue = !reader.IsEmptyElement;
                break;
            case "f":
                WordXml.SkipInside(reader);
                break;
            default:
                break;
        }
    }

    private void End(string name)
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
                if (!_isHidden && _cells.Exists(cell => cell.Length > 0))
                    _rows.Add(new TableRow([.. _cells]));
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
            "s" => values.Shared(raw),
            "b" => raw == "1" ? "TRUE" : "FALSE",
            "n" => raw.Length == 0 ? "" : values.Number(raw, _style),
            "e" => "",
            _ => raw,
        };
        if (shown.Length == 0 || _column is < 1 or > MostColumns)
            return;
        while (_cells.Count < _column - 1)
            _cells.Add("");
        _cells.Add(shown);
    }

    private bool HasHeadings() =>
        _rows.Count > 1
        && _rows[0].Cells.Count > 1
        && _rows[0].Cells.All(cell => cell.Length is > 0 and < 80 && cell.Any(char.IsLetter));

    /// <summary>"AB12" is column 28.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
            return null;
        int column = 0;
        foreach (char c in reference)
        {
            if (!char.IsAsciiLetterUpper(c) || column > MostColumns)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column;
    }
}
