using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Slides;

/// <summary>Turns a slide into blocks: its title, its paragraphs with their numbers and list depth, its tables. Hidden
/// shapes are left out, struck out words stand between "~~".</summary>
/// <param name="limits">What may be read.</param>
/// <param name="page">The slide's number, from 1; null for text that stands on none.</param>
/// <param name="bulletOf">The bullet of a placeholder by type, index and level, as its master has it.</param>
internal sealed class SlideText(DocumentLimits limits, int? page, Func<string, string?, int, Bullet?> bulletOf)
{
    private readonly LimitedText _text = new(limits);
    private readonly List<Block> _blocks = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private readonly BlockLocation _place = new(page);
    private readonly Stack<int> _shapes = new();
    private BulletCounter _counter = new();
    private BulletLevels _ownLevels = new();
    private Bullet? _bullet;
    private string _placeholder = "";
    private string? _index;
    private int _styleLevel = -1;
    private int _tables;
    private int _depth;
    private int _hiddenFrom = int.MaxValue;
    private bool _isText;
    private bool _isStruck;
    private bool _isInProperties;
    private bool _hasHeaderRow;

    /// <summary>The title first, wherever it stands in the file.</summary>
    public IEnumerable<Block> Blocks => _blocks.OrderBy(block => block is HeadingBlock ? 0 : 1);

    /// <summary>True for a slide that is not shown when the presentation is given.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>True to take nothing but what the speaker wrote.</summary>
    public bool IsNotes { get; init; }

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
                End(reader.LocalName, reader.Depth);
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
                _text.Append(reader.Value, _isStruck);
            }
        }
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sld":
                IsHidden = reader.GetAttribute("show") is "0" or "false";
                break;
            case "Fallback":
                WordXml.SkipInside(reader);
                return;
            case "sp" or "graphicFrame" or "pic" or "grpSp" or "cxnSp":
                BeginShape(reader);
                break;
            case "cNvPr" when reader.GetAttribute("hidden") is "1" or "true" && _shapes.TryPeek(out int shape):
                _hiddenFrom = Math.Min(_hiddenFrom, shape);
                break;
            case "ph":
                (_placeholder, _index) = (reader.GetAttribute("type") ?? "body", reader.GetAttribute("idx"));
                break;
            default:
                BeginText(reader);
                break;
        }
    }

    private void BeginShape(XmlReader reader)
    {
        if (!reader.IsEmptyElement)
            _shapes.Push(reader.Depth);
        (_placeholder, _index, _counter, _ownLevels) = ("", null, new BulletCounter(), new BulletLevels());
    }

    private void BeginText(XmlReader reader)
    {
        string name = reader.LocalName;
        switch (name)
        {
            case "p":
                (_depth, _bullet, _) = (0, null, _text.Take());
                break;
            case "pPr":
                _depth = WordXml.Number(reader.GetAttribute("lvl")) ?? 0;
                _isInProperties = !reader.IsEmptyElement;
                break;
            case "r" or "fld":
                _isStruck = false;
                break;
            case "rPr":
                _isStruck = reader.GetAttribute("strike") is "sngStrike" or "dblStrike";
                break;
            case "t":
                _isText = !reader.IsEmptyElement && _hiddenFrom == int.MaxValue;
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
                if (BulletLevels.LevelOf(name) is >= 0 and int level && !reader.IsEmptyElement)
                    _styleLevel = level;
                else if (_isInProperties)
                    _bullet = Bullet.Read(reader) ?? _bullet;
                else if (_styleLevel >= 0 && Bullet.Read(reader) is { } bullet)
                    _ownLevels[_styleLevel] = bullet;
                break;
        }
    }

    private void End(string name, int depth)
    {
        switch (name)
        {
            case "sp" or "graphicFrame" or "pic" or "grpSp" or "cxnSp":
                _shapes.TryPop(out _);
                if (depth <= _hiddenFrom)
                    _hiddenFrom = int.MaxValue;
                break;
            case "t":
                _isText = false;
                break;
            case "pPr":
                _isInProperties = false;
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
                _counter = new BulletCounter();
                break;
            default:
                if (BulletLevels.LevelOf(name) >= 0)
                    _styleLevel = -1;
                break;
        }
    }

    private void EndParagraph()
    {
        string text = _text.Take();
        if (text.Length == 0 || _placeholder is "sldNum" or "dt" || (IsNotes && _placeholder != "body"))
            return;
        limits.TakePiece();
        Bullet? bullet = _bullet ?? _ownLevels[_depth] ?? (_tables > 0 ? null : bulletOf(_placeholder, _index, _depth));
        string? number = _counter.Next(_depth, bullet);
        if (_tables > 0)
            _cellLines.Add(number is null ? text : $"{number} {text}");
        else
            _blocks.Add(Classify(text, number, bullet));
    }

    private Block Classify(string text, string? number, Bullet? bullet)
    {
        if (_placeholder is "title" or "ctrTitle")
            return new HeadingBlock(_place, 1, number, text);
        if (_placeholder == "ftr")
            return new TextBlock(_place, null, text) { Role = BlockRole.Footer };
        if (number is not null)
        {
            string full = number.Trim('(', ')', '.', '-');
            return new ListItemBlock(_place, _depth + 1, number, text) { Number = full };
        }

        bool isListed = bullet is null ? !IsNotes && (_placeholder is "body" or "obj") : !bullet.IsNone;
        return isListed ? new ListItemBlock(_place, _depth + 1, "•", text) : new TextBlock(_place, null, text);
    }
}
