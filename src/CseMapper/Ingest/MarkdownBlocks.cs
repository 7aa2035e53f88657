using System.Text;
using System.Text.RegularExpressions;

namespace CseMapper.Ingest;

/// <summary>Puts the lines of a Markdown text together to blocks.</summary>
internal sealed partial class MarkdownBlocks
{
    private static readonly BlockLocation Nowhere = new(Page: null);
    private readonly List<Block> blocks = [];
    private readonly StringBuilder text = new();
    private readonly List<int> indents = [];
    private readonly List<TableRow> rows = [];
    private Block? open;
    private string? fence;
    private bool isComment;
    private bool wasBlank = true;

    /// <summary>All blocks of the lines added.</summary>
    public List<Block> TakeAll()
    {
        Close();
        return blocks;
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line without white space at its end.</param>
    /// <param name="next">The line after it, which may make it a heading or the head of a table.</param>
    public void Add(string line, string next)
    {
        if (fence is not null || Fence().IsMatch(line))
        {
            AddCode(line);
            return;
        }
        line = Quote().Replace(WithoutComments(line), "");
        if (line.AsSpan().IsWhiteSpace())
        {
            if (open is not ListItemBlock || rows.Count > 0)
                Close();
            wasBlank = true;
            return;
        }
        if (!AddHeading(line, next) && !AddTableRow(line, next) && !AddItem(line) && !Reference().IsMatch(line))
            AddText(line);
        wasBlank = false;
    }

    private bool AddHeading(string line, string next)
    {
        Match heading = AtxHeading().Match(line);
        bool isUnderlined =
            !heading.Success
            && Underline().IsMatch(next)
            && open is null
            && !Item().IsMatch(line)
            && !line.Contains('|', StringComparison.Ordinal);
        if (Underline().IsMatch(line) && open is null)
            return true;
        if (!heading.Success && !isUnderlined)
        {
            if (!Rule().IsMatch(line))
                return false;
            Close();
            return true;
        }
        Close();
        indents.Clear();
        int level =
            heading.Success ? heading.Groups["marks"].Length
            : next.TrimStart()[0] == '=' ? 1
            : 2;
        (string? number, string words) = PrintedNumbers.OfHeading(
            MarkdownInline.Text(heading.Success ? heading.Groups["text"].Value : line)
        );
        if (words.Length > 0)
            blocks.Add(new HeadingBlock(Nowhere, level, number, words));
        return true;
    }

    private bool AddTableRow(string line, string next)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
            return false;
        if (rows.Count == 0 && !Delimiter().IsMatch(next))
            return false;
        if (rows.Count == 0)
            Close();
        if (!Delimiter().IsMatch(line))
            rows.Add(new TableRow(MarkdownInline.Cells(line)));
        return true;
    }

    private bool AddItem(string line)
    {
        Match item = Item().Match(line);
        if (!item.Success)
            return false;
        Close();
        int indent = item.Groups["indent"].Length;
        indents.RemoveAll(outer => outer >= indent);
        indents.Add(indent);
        string label = item.Groups["label"].Value;
        bool isBullet = label is "-" or "*" or "+";
        open = new ListItemBlock(Nowhere, indents.Count, isBullet ? "•" : label, "")
        {
            Number = isBullet ? null : label.TrimEnd('.', ')'),
        };
        text.Append(item.Groups["text"].ValueSpan);
        return true;
    }

    private void AddText(string line)
    {
        // A line that stands out of the list again after an empty one begins a paragraph; an indented one goes on with
        // the item.
        if (rows.Count > 0 || (wasBlank && !(open is ListItemBlock && line[0] is ' ' or '\t')))
            Close();
        if (open is null && Note().Match(line) is { Success: true } note)
        {
            open = new TextBlock(Nowhere, null, "") { Role = BlockRole.Note };
            text.Append(note.Groups["text"].ValueSpan);
            return;
        }
        open ??= new TextBlock(Nowhere, null, "");
        if (text.Length > 0)
            text.Append(wasBlank || text[^1] == '\\' ? '\n' : ' ');
        text.Append(line.AsSpan().TrimStart());
    }

    private void AddCode(string line)
    {
        string trimmed = line.TrimStart();
        if (fence is null)
        {
            Close();
            fence = trimmed[..3];
            open = new TextBlock(Nowhere, null, "");
        }
        else if (trimmed.StartsWith(fence, StringComparison.Ordinal))
        {
            fence = null;
            if (text.Length > 0)
                blocks.Add((TextBlock)open! with { Text = text.ToString() });
            text.Clear();
            open = null;
        }
        else
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
    }

    private void Close()
    {
        if (rows.Count > 0)
            blocks.Add(new TableBlock(Nowhere, [.. rows], HeaderRows: 1));
        rows.Clear();
        string words = fence is null ? MarkdownInline.Text(text.ToString()) : text.ToString();
        if (open is not null && words.Length > 0)
        {
            (string? number, string rest) = open is TextBlock ? PrintedNumbers.OfClause(words) : (null, words);
            blocks.Add(
                open is ListItemBlock item
                    ? item with
                    {
                        Text = rest,
                    }
                    : (TextBlock)open with
                    {
                        Number = number,
                        Text = rest,
                    }
            );
        }
        if (open is not ListItemBlock)
            indents.Clear();
        text.Clear();
        open = null;
    }

    private string WithoutComments(string line)
    {
        StringBuilder? kept = null;
        int at = 0;
        while (true)
        {
            int mark = line.IndexOf(isComment ? "-->" : "<!--", at, StringComparison.Ordinal);
            if (mark < 0)
                break;
            kept ??= new StringBuilder();
            if (!isComment)
                kept.Append(line, at, mark - at);
            at = mark + (isComment ? 3 : 4);
            isComment = !isComment;
        }
        if (kept is null)
            return isComment ? "" : line;
        return isComment ? kept.ToString() : kept.Append(line, at, line.Length - at).ToString();
    }

    [GeneratedRegex(@"^\s*(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( {0,3}> ?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})(\s+(?<text>.*?))?(\s+#+)?$")]
    private static partial Regex AtxHeading();

    [GeneratedRegex(@"^ {0,3}(=+|-{2,})$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^ {0,3}([-*_])( *\1){2,}$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?$|^\s*\|\s*:?-+:?\s*\|$")]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"^(?<indent>\s*)(?<label>[-*+]|\d{1,9}[.)])\s+(?<text>\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^ {0,3}\[[^\]^][^\]]*\]:\s*\S+")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^ {0,3}\[\^[^\]]+\]:\s*(?<text>.*)$")]
    private static partial Regex Note();
}
