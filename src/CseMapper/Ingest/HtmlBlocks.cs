using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace CseMapper.Ingest;

/// <summary>Turns the tree of a web page into blocks. Walks with a stack of its own, so that depth costs no stack of
/// the thread.</summary>
internal sealed class HtmlBlocks(CancellationToken cancellation)
{
    private static readonly BlockLocation Nowhere = new(Page: null);

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
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

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
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

    private readonly List<Block> blocks = [];
    private readonly StringBuilder text = new();
    private readonly Stack<HtmlList> lists = new();
    private readonly Stack<BlockRole> roles = new([BlockRole.Body]);
    private HtmlTable? table;
    private int tableDepth;
    private Block? open;

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
                text.Append(words.Data);
            }
            else if (next.Node is IElement element)
            {
                if (next.IsEnd)
                {
                    Leave(element);
                    continue;
                }
                if (IsHidden(element))
                    continue;
                Enter(element);
                rest.Push((element, true));
                for (INode? child = element.LastChild; child is not null; child = child.PreviousSibling)
                    rest.Push((child, false));
            }
        }
        Flush();
        return blocks;
    }

    /// <summary>A text with every run of white space as one blank.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsHidden(IElement element) =>
        Hidden.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (
            element.GetAttribute("style") is { } style
            && style
                .Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase)
        );

    private void Enter(IElement element)
    {
        string name = element.LocalName;
        if (name == "br")
            text.Append('\v');
        if (Inline.Contains(name) || name == "br")
            return;
        Flush();
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when table is null:
                open = new HeadingBlock(Nowhere, name[1] - '0', null, "");
                break;
            case "ul" or "ol" or "menu" or "dl":
                lists.Push(new HtmlList(element));
                break;
            case "li" or "dt" or "dd" when table is null:
                open = Item();
                break;
            case "table":
                if (tableDepth++ == 0)
                    table = new HtmlTable();
                break;
            case "tr" when tableDepth == 1:
                table!.BeginRow(element.ParentElement?.LocalName == "thead");
                break;
            case "td" or "th" when tableDepth == 1:
                table!.BeginCell(name == "th", Span(element, "colspan"), Span(element, "rowspan"));
                break;
            case "header" or "footer" or "aside":
                roles.Push(RoleOf(element));
                break;
        }
    }

    private void Leave(IElement element)
    {
        string name = element.LocalName;
        if (Inline.Contains(name) || name == "br")
            return;
        Flush();
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "dt" or "dd":
                open = null;
                break;
            case "ul" or "ol" or "menu" or "dl":
                lists.TryPop(out _);
                break;
            case "table":
                if (--tableDepth > 0)
                    break;
                if (table!.ToBlock(Nowhere) is { } block)
                    blocks.Add(block with { Role = roles.Peek() });
                table = null;
                break;
            case "header" or "footer" or "aside":
                roles.Pop();
                break;
        }
    }

    /// <summary>Ends the block whose words were being gathered.</summary>
    private void Flush()
    {
        string words = Words();
        if (words.Length == 0)
            return;
        if (table is not null)
        {
            table.AddText(words);
            return;
        }
        Block block = open switch
        {
            HeadingBlock heading => Numbered(heading, words),
            ListItemBlock item => item with { Text = words },
            _ => Numbered(words),
        };
        blocks.Add(block with { Role = roles.Peek() });
        // What follows within the same item (a second paragraph, text after an inner list) is text of its own.
        open = null;
    }

    private string Words()
    {
        string[] lines = text.ToString().Split('\v');
        text.Clear();
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
        return new TextBlock(Nowhere, number, rest);
    }

    private ListItemBlock Item()
    {
        HtmlList? list = lists.TryPeek(out HtmlList? inner) ? inner : null;
        (string label, string? number) = list?.Next() ?? ("•", null);
        return new ListItemBlock(Nowhere, Math.Max(lists.Count, 1), label, "") { Number = number };
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
