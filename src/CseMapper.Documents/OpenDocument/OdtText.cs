using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Assembly;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;
using CseMapper.Documents.Word.Styles;

namespace CseMapper.Documents.OpenDocument;

/// <summary>Turns the elements of an OpenDocument text into blocks, in one pass and without recursion.</summary>
internal sealed partial class OdtText(DocumentLimits limits, BlockRole role, OdtLists lists)
{
    private readonly DocumentLimits _limits = limits;
    private readonly LimitedText _text = new(limits);
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _notes = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<string> _cellLines = [];
    private readonly Stack<Saved> _outer = new();
    private readonly Stack<OdtLook> _looks = new([default]);
    private bool _isHiddenParagraph;
    private readonly ListCounter _counter = new(new ListDefinitions(), new StyleSheet());
    private readonly ClauseNumbers _clauses = new();
    private OdtOpenLists _lists = new();
    private int _headerRows;
    private int _tables;
    private int _contents;
    private int _openChanges;
    private bool _isInHeaderRows;
    private bool _hasChange;
    private string _number = "";
    private int _level;
    private ListLabel? _label;
    private bool _isItem;
    private string _noteMark = "";

    public IReadOnlyList<Block> Blocks => _blocks;

    public int Comments { get; private set; }

    public int Changes { get; private set; }

    /// <summary>Headers and footers stand in the master pages of styles.xml.</summary>
    public static void ReadRunning(XmlReader reader, OdtText header, OdtText footer)
    {
        HashSet<string> seen = [];
        while (header._limits.MayGoOn() && reader.Read())
        {
            if (
                reader
                    is not {
                        NodeType: XmlNodeType.Element,
                        LocalName: "header" or "header-first" or "footer" or "footer-first"
                    }
                || !reader.Name.StartsWith("style:", StringComparison.Ordinal)
            )
            {
                continue;
            }

            OdtText target = reader.LocalName.StartsWith("header", StringComparison.Ordinal) ? header : footer;
            int before = target._blocks.Count;
            using (XmlReader inside = reader.ReadSubtree())
                target.Read(inside);
            List<Block> added = target._blocks[before..];
            target._blocks.RemoveRange(before, added.Count);
            target._blocks.AddRange(added.Where(block => block is not TextBlock text || seen.Add(text.Text)));
        }
    }

    public void Read(XmlReader reader)
    {
        while (_limits.MayGoOn() && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Begin(reader);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace:
                    AppendFolded(reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>White space of any length counts as one blank (ODF 1.3 part 3, 6.1.2).</summary>
    private void AppendFolded(string text)
    {
        OdtLook look = _looks.Peek();
        if (look.IsHidden)
            return;
        bool wasSpace = _text.Length == 0;
        foreach (char c in text)
        {
            bool isSpace = c is ' ' or '\t' or '\n' or '\r';
            if (!isSpace || !wasSpace)
                _text.Append(isSpace ? ' ' : c, look.IsStruck);
            wasSpace = isSpace;
        }
    }

    private void Begin(XmlReader reader)
    {
        bool isEmpty = reader.IsEmptyElement;
        string name = reader.LocalName;
        switch (name)
        {
            case "s" or "tab" or "line-break":
                if (!_looks.Peek().IsHidden)
                {
                    _text.Append(
                        name == "s" ? ' '
                        : name == "tab" ? '\t'
                        : '\n'
                    );
                }
                break;
            case "note" or "frame" when _looks.Peek().IsHidden:
                WordXml.SkipInside(reader);
                return;
            case "section" when OdtConditions.HidesSection(reader):
                WordXml.SkipInside(reader);
                return;
            case "hidden-text" when !OdtConditions.IsMet(reader) && WordXml.Attribute(reader, "is-hidden") is not null:
                break;
            case "hidden-paragraph":
                _isHiddenParagraph |= OdtConditions.IsMet(reader);
                WordXml.SkipInside(reader);
                return;
            case "annotation":
                Comments++;
                WordXml.SkipInside(reader);
                return;
            case "tracked-changes":
                CountChanges(reader);
                return;
            case "change-start":
                (_openChanges, _hasChange) = (_openChanges + 1, true);
                break;
            case "change-end":
                _openChanges--;
                break;
            case "hidden-text"
            or "sequence-decls"
            or "forms"
            or "script"
            or "scripts"
            or "font-face-decls"
            or "automatic-styles"
            or "master-styles":
                WordXml.SkipInside(reader);
                return;
            case { Length: > 0 } when reader.Prefix is "draw" && WordXml.Attribute(reader, "display") is "none":
                // A shape that is neither shown nor printed.
                WordXml.SkipInside(reader);
                return;
            case "desc" or "title" when reader.Prefix == "svg":
                // What a picture shows, for those who do not see it: not printed.
                WordXml.SkipInside(reader);
                return;
            case "note-citation" when !isEmpty:
                TakeCitation(WordXml.Attribute(reader, "label"), ReadText(reader).Trim());
                return;
            case "number" when reader.Prefix == "text" && !isEmpty:
                _number = ReadText(reader);
                return;
            default:
                BeginStructure(name, reader);
                break;
        }

        if (isEmpty)
            End(name);
    }

    private void BeginStructure(string name, XmlReader reader)
    {
        switch (name)
        {
            case "span" or "a":
                _looks.Push(lists.Looks.With(_looks.Peek(), "text", WordXml.Attribute(reader, "style-name")));
                break;
            case "p" or "h" when reader.Prefix == "text":
                _text.Take();
                _isHiddenParagraph = false;
                _looks.Push(lists.Looks.With(default, "paragraph", WordXml.Attribute(reader, "style-name")));
                _hasChange = _openChanges > 0;
                if (name == "h")
                    _level = WordXml.Number(WordXml.Attribute(reader, "outline-level")) ?? 1;
                BeginNumbered(reader, isHeading: name == "h");
                break;
            case "list" when reader.Prefix == "text":
                _lists.Begin(
                    lists.Find(WordXml.Attribute(reader, "style-name")),
                    continues: WordXml.Attribute(reader, "continue-numbering") == "true"
                        || WordXml.Attribute(reader, "continue-list") is not null
                );
                break;
            case "list-item":
                _lists.BeginItem(WordXml.Number(WordXml.Attribute(reader, "start-value")));
                break;
            case "table-of-content"
            or "alphabetical-index"
            or "illustration-index"
            or "table-index"
            or "user-index"
            or "bibliography":
                _contents++;
                break;
            case "table" when reader.Prefix == "table":
                _tables++;
                break;
            case "table-header-rows":
                _isInHeaderRows = true;
                break;
            case "note-body" or "text-box":
                _outer.Push(
                    new Saved(
                        _text.TakeAsIs(),
                        _number,
                        _hasChange,
                        _lists,
                        _label,
                        _isItem,
                        _level,
                        _isHiddenParagraph
                    )
                );
                (_number, _lists, _label, _isItem) = ("", new OdtOpenLists(), null, false);
                if (name == "text-box")
                    _noteMark = "";
                break;
            default:
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" or "h":
                EndParagraph(isHeading: name == "h");
                EndLook();
                break;
            case "span" or "a":
                EndLook();
                break;
            case "list":
                _lists.End();
                break;
            case "table-of-content"
            or "alphabetical-index"
            or "illustration-index"
            or "table-index"
            or "user-index"
            or "bibliography":
                _contents = Math.Max(0, _contents - 1);
                break;
            case "table-cell" or "covered-table-cell" when _tables == 1:
                _cells.Add(string.Join('\n', _cellLines));
                _cellLines.Clear();
                break;
            case "table-row" when _tables == 1:
                EndRow();
                break;
            case "table-header-rows":
                _isInHeaderRows = false;
                break;
            case "table":
                EndTable();
                break;
            case "note-body" or "text-box" when _outer.TryPop(out Saved? saved):
                _text.Append(saved.Text);
                (_number, _hasChange, _lists, _label, _isItem, _level, _isHiddenParagraph) = (
                    saved.Number,
                    saved.HasChange,
                    saved.Lists,
                    saved.Label,
                    saved.IsItem,
                    saved.Level,
                    saved.IsHidden
                );
                break;
            default:
                break;
        }
    }

    /// <summary>The paragraph around a note or text box.</summary>
    private sealed record Saved(
        string Text,
        string Number,
        bool HasChange,
        OdtOpenLists Lists,
        ListLabel? Label,
        bool IsItem,
        int Level,
        bool IsHidden
    );
}
