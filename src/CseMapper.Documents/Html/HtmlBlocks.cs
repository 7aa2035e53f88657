using System.Globalization;
using AngleSharp.Dom;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Html;

/// <summary>Turns the tree of a web page into blocks. Walks with a stack of its own, so that depth costs no stack of
/// the thread.</summary>
/// <param name="styles">Which elements are shown and struck out.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class HtmlBlocks(HtmlStyles styles, CancellationToken cancellation)
{
    private static readonly BlockLocation _nowhere = new(Page: null);

    private static readonly HashSet<string> _hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "button",
        "input",
        "select",
        "textarea",
        "datalist",
        "dialog",
        "rp",
        "rt",
    };

    private static readonly HashSet<string> _inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "nobr",
        "o:p",
    };

    private readonly List<Block> _blocks = [];
    private readonly StruckText _text = new();
    private readonly Stack<(bool IsInvisible, bool IsStruck)> _shown = new([(false, false)]);
    private readonly Stack<HtmlList> _lists = new();
    private readonly Stack<BlockRole> _roles = new([BlockRole.Body]);
    private HtmlTable? _table;
    private int _tableDepth;
    private Block? _open;

    /// <summary>All blocks of an element.</summary>
    public List<Block> Read(IElement root)
    {
        Stack<(INode Node, bool IsEnd)> rest = new();
        rest.Push((root, false));
        while (rest.TryPop(out (INode Node, bool IsEnd) next))
        {
            cancellation.ThrowIfCancellationRequested();
            if (next.Node is IText words)
            {
                if (!_shown.Peek().IsInvisible)
                    _text.Append(words.Data, _shown.Peek().IsStruck);
            }
            else if (next.Node is IElement element)
            {
                if (next.IsEnd)
                {
                    Leave(element);
                    _shown.Pop();
                    continue;
                }
                HtmlLook look = styles.LookOf(element);
                if (_hidden.Contains(element.LocalName) || HtmlStyles.IsGone(element, look))
                    continue;
                (bool isInvisible, bool isStruck) = _shown.Peek();
                _shown.Push((look.IsInvisible ?? isInvisible, isStruck || HtmlStyles.IsStruck(element, look)));
                Enter(element, look);
                rest.Push((element, true));
                for (INode? child = element.LastChild; child is not null; child = child.PreviousSibling)
                    rest.Push((child, false));
            }
        }
        Flush();
        return _blocks;
    }

    /// <summary>A text with every run of white space as one blank.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Enter(IElement element, HtmlLook look)
    {
        string name = element.LocalName;
        if (name == "br")
            _text.Append('\v');
        if (_inline.Contains(name) || name == "br")
            return;
        Flush();
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when _table is null:
                _open = new HeadingBlock(_nowhere, name[1] - '0', null, "");
                break;
            case "ul" or "ol" or "menu" or "dl":
                _lists.Push(new HtmlList(element, look));
                break;
            case "li" or "dt" or "dd" when _table is null:
                _open = Item(element, look);
                break;
            case "table":
                if (_tableDepth++ == 0)
                    _table = new HtmlTable();
                break;
            case "tr" when _tableDepth == 1:
                _table!.BeginRow(element.ParentElement?.LocalName == "thead");
                break;
            case "td" or "th" when _tableDepth == 1:
                _table!.BeginCell(name == "th", Span(element, "colspan"), Span(element, "rowspan"));
                break;
            case "header" or "footer" or "aside":
                _roles.Push(RoleOf(element));
                break;
        }
    }

    private void Leave(IElement element)
    {
        string name = element.LocalName;
        if (_inline.Contains(name) || name == "br")
            return;
        Flush();
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "dt" or "dd":
                _open = null;
                break;
            case "ul" or "ol" or "menu" or "dl":
                _lists.TryPop(out _);
                break;
            case "table":
                if (--_tableDepth > 0)
                    break;
                if (_table!.ToBlock(_nowhere) is { } block)
                    _blocks.Add(block with { Role = _roles.Peek() });
                _table = null;
                break;
            case "header" or "footer" or "aside":
                _roles.Pop();
                break;
        }
    }

    /// <summary>Ends the block whose words were being gathered.</summary>
    private void Flush()
    {
        string words = Words();
        if (words.Length == 0)
            return;
        if (_table is not null)
        {
            _table.AddText(words);
            return;
        }
        Block block = _open switch
        {
            HeadingBlock heading => Numbered(heading, words),
            ListItemBlock item => item with { Text = words },
            _ => Numbered(words),
        };
        _blocks.Add(block with { Role = _roles.Peek() });
        // What follows within the same item (a second paragraph, text after an inner list) is text of its own.
        _open = null;
    }

    private string Words()
    {
        string[] lines = _text.Take().Split('\v');
        return string.Join('\n', lines.Select(OneLine)).Trim('\n');
    }

    private static HeadingBlock Numbered(HeadingBlock heading, string words)
    {
        (string? number, string rest) = PrintedNumbers.OfHeading(words);
        return heading with { Number = number, Text = rest };
    }

    private static TextBlock Numbered(string words)
    {
        (string? number, string rest) = PrintedNumbers.OfClause(words);
        return new TextBlock(_nowhere, number, rest);
    }

    private ListItemBlock Item(IElement element, HtmlLook look)
    {
        HtmlList? list = _lists.TryPeek(out HtmlList? inner) ? inner : null;
        (string label, string? number) = list?.Next(element, look) ?? ("•", null);
        return new ListItemBlock(_nowhere, Math.Max(_lists.Count, 1), label, "") { Number = number };
    }

    /// <summary>The head and foot of the whole page repeat on every page of a site; those of an article belong to
    /// it.</summary>
    private static BlockRole RoleOf(IElement element)
    {
        if (element.LocalName == "aside")
            return BlockRole.Aside;
        bool isOfPage = element.ParentElement?.LocalName == "body";
        return !isOfPage ? BlockRole.Body
            : element.LocalName == "header" ? BlockRole.Header
            : BlockRole.Footer;
    }

    private static int Span(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int span)
            ? Math.Max(span, 1)
            : 1;
}
