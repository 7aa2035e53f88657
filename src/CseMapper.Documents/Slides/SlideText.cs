using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Slides;

/// <summary>Turns a slide into blocks: its title, its paragraphs with their list depth, its tables.</summary>
internal sealed class SlideText(WordLimits limits, int page)
{
    private readonly LimitedText _text = new(limits);
    private readonly List<Block> _blocks = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private readonly BlockLocation _place = new(page);
    private string _placeholder = "";
    private int _tables;
    private int _depth;
    private bool _isText;
    private bool _hasHeaderRow;

    /// <summary>The title first, wherever it stands in the file.</summary>
    public IEnumerable<Block> Blocks => _blocks.OrderBy(block => block is HeadingBlock ? 0 : 1);

    public void Read(XmlReader reader)
    {
        while (limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Begin(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName);
            }
            else if (
                _isText
                && reader.NodeType
                    is XmlNodeType.Text
                        or XmlNodeType.CDATA
                        or XmlNodeType.SignificantWhitespace
                        or XmlNodeType.Whitespace
            )
            {
                _text.Append(reader.Value);
            }
        }
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "Fallback":
                WordXml.SkipInside(reader);
                return;
            case "sp" or "graphicFrame" or "pic":
                _placeholder = "";
                break;
            case "ph":
                _placeholder = reader.GetAttribute("type") ?? "body";
                break;
            case "p":
                (_depth, _) = (0, _text.Take());
                break;
            case "pPr":
                _depth = WordXml.Number(reader.GetAttribute("lvl")) ?? 0;
                break;
            case "t":
                _isText = !reader.IsEmptyElement;
                break;
            case "br":
                _text.Append('\n');
                break;
            case "tbl":
                _tables++;
                break;
            case "tblPr":
                _hasHeaderRow = reader.GetAttribute("firstRow") is "1" or "true";
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                _isText = false;
                break;
            case "p":
                EndParagraph();
                break;
            case "tc":
                _cells.Add(string.Join('\n', _cellLines));
                _cellLines.Clear();
                break;
            case "tr":
                if (_cells.Exists(cell => cell.Length > 0))
                    _rows.Add(new TableRow([.. _cells], page));
                _cells.Clear();
                break;
            case "tbl":
                if (_rows.Count > 0)
                    _blocks.Add(new TableBlock(_place, [.. _rows], _hasHeaderRow && _rows.Count > 1 ? 1 : 0));
                _rows.Clear();
                _tables--;
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        string text = _text.Take();
        if (text.Length == 0 || _placeholder is "sldNum" or "dt")
            return;
        limits.TakePiece();
        if (_tables > 0)
            _cellLines.Add(text);
        else if (_placeholder is "title" or "ctrTitle")
            _blocks.Add(new HeadingBlock(_place, 1, null, text));
        else if (_placeholder == "ftr")
            _blocks.Add(new TextBlock(_place, null, text) { Role = BlockRole.Footer });
        else if (_placeholder is "body" or "obj")
            _blocks.Add(new ListItemBlock(_place, _depth + 1, "•", text));
        else
            _blocks.Add(new TextBlock(_place, null, text));
    }
}
