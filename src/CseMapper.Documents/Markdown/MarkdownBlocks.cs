using System.Text;
using System.Text.RegularExpressions;
using CseMapper.Documents.Text;

namespace CseMapper.Documents.Markdown;

/// <summary>Puts the lines of a Markdown text together to blocks.</summary>
internal sealed partial class MarkdownBlocks
{
    private static readonly BlockLocation _nowhere = new(Page: null);
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly List<int> _indents = [];
    private readonly List<TableRow> _rows = [];
    private Block? _open;
    private string? _fence;
    private bool _isComment;
    private bool _wasBlank = true;

    /// <summary>All blocks of the lines added.</summary>
    public List<Block> TakeAll()
    {
        Close();
        return _blocks;
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line without white space at its end.</param>
    /// <param name="next">The line after it, which may make it a heading or the head of a table.</param>
    public void Add(string line, string next)
    {
        if (_fence is not null || Fence().IsMatch(line))
        {
            AddCode(line);
            return;
        }
        line = Quote().Replace(WithoutComments(line), "");
        if (line.AsSpan().IsWhiteSpace())
        {
            if (_open is not ListItemBlock || _rows.Count > 0)
                Close();
            _wasBlank = true;
            return;
        }
        if (!AddHeading(line, next) && !AddTableRow(line, next) && !AddItem(line) && !Reference().IsMatch(line))
            AddText(line);
        _wasBlank = false;
    }

    private bool AddHeading(string line, string next)
    {
        Match heading = AtxHeading().Match(line);
        bool isUnderlined =
            !heading.Success
            && Underline().IsMatch(next)
            && _open is null
            && !Item().IsMatch(line)
            && !line.Contains('|', StringComparison.Ordinal);
        if (Underline().IsMatch(line) && _open is null)
            return true;
        if (!heading.Success && !isUnderlined)
        {
            if (!Rule().IsMatch(line))
                return false;
            Close();
            return true;
        }
        Close();
        _indents.Clear();
        int level =
            heading.Success ? heading.Groups["marks"].Length
            : next.TrimStart()[0] == '=' ? 1
            : 2;
        (string? number, string words) = PrintedNumbers.OfHeading(
            MarkdownInline.Text(heading.Success ? heading.Groups["text"].Value : line)
        );
        if (words.Length > 0)
            _blocks.Add(new HeadingBlock(_nowhere, level, number, words));
        return true;
    }

    private bool AddTableRow(string line, string next)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
            return false;
        if (_rows.Count == 0 && !Delimiter().IsMatch(next))
            return false;
        if (_rows.Count == 0)
            Close();
        if (!Delimiter().IsMatch(line))
            _rows.Add(new TableRow(MarkdownInline.Cells(line)));
        return true;
    }

    private bool AddItem(string line)
    {
        Match item = Item().Match(line);
        if (!item.Success)
            return false;
        Close();
        int indent = item.Groups["indent"].Length;
        _indents.RemoveAll(outer => outer >= indent);
        _indents.Add(indent);
        string label = item.Groups["label"].Value;
        bool isBullet = label is "-" or "*" or "+";
        _open = new ListItemBlock(_nowhere, _indents.Count, isBullet ? "•" : label, "")
        {
            Number = isBullet ? null : label.TrimEnd('.', ')'),
        };
        _text.Append(item.Groups["text"].ValueSpan);
        return true;
    }

    private void AddText(string line)
    {
        // A line that stands out of the list again after an empty one begins a paragraph; an indented one goes on with
        // the item.
        if (_rows.Count > 0 || (_wasBlank && !(_open is ListItemBlock && line[0] is ' ' or '\t')))
            Close();
        if (_open is null && Note().Match(line) is { Success: true } note)
        {
            _open = new TextBlock(_nowhere, null, "") { Role = BlockRole.Note };
            _text.Append(note.Groups["text"].ValueSpan);
            return;
        }
        _open ??= new TextBlock(_nowhere, null, "");
        if (_text.Length > 0)
            _text.Append(_wasBlank || _text[^1] == '\\' ? '\n' : ' ');
        _text.Append(line.AsSpan().TrimStart());
    }

    private void AddCode(string line)
    {
        string trimmed = line.TrimStart();
        if (_fence is null)
        {
            Close();
            _fence = trimmed[..3];
            _open = new TextBlock(_nowhere, null, "");
        }
        else if (trimmed.StartsWith(_fence, StringComparison.Ordinal))
        {
            _fence = null;
            if (_text.Length > 0)
                _blocks.Add((TextBlock)_open! with { Text = _text.ToString() });
            _text.Clear();
            _open = null;
        }
        else
        {
            _text.Append(_text.Length > 0 ? "\n" : "").Append(line);
        }
    }

    private void Close()
    {
        if (_rows.Count > 0)
            _blocks.Add(new TableBlock(_nowhere, [.. _rows], HeaderRows: 1));
        _rows.Clear();
        string words = _fence is null ? MarkdownInline.Text(_text.ToString()) : _text.ToString();
        if (_open is not null && words.Length > 0)
        {
            (string? number, string rest) = _open is TextBlock ? PrintedNumbers.OfClause(words) : (null, words);
            _blocks.Add(
                _open is ListItemBlock item
                    ? item with
                    {
                        Text = rest,
                    }
                    : (TextBlock)_open with
                    {
                        Number = number,
                        Text = rest,
                    }
            );
        }
        if (_open is not ListItemBlock)
            _indents.Clear();
        _text.Clear();
        _open = null;
    }

    private string WithoutComments(string line)
    {
        StringBuilder? kept = null;
        int at = 0;
        while (true)
        {
            int mark = line.IndexOf(_isComment ? "-->" : "<!--", at, StringComparison.Ordinal);
            if (mark < 0)
                break;
            kept ??= new StringBuilder();
            if (!_isComment)
                kept.Append(line, at, mark - at);
            at = mark + (_isComment ? 3 : 4);
            _isComment = !_isComment;
        }
        if (kept is null)
            return _isComment ? "" : line;
        return _isComment ? kept.ToString() : kept.Append(line, at, line.Length - at).ToString();
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
