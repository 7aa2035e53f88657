using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CseMapper.Documents.Markdown;

/// <summary>Takes the marks out of a Markdown paragraph: what is printed stays.</summary>
internal static partial class MarkdownInline
{
    /// <summary>Escaped marks wait here, in Unicode's private use area, while marks are taken out.</summary>
    private const int Escaped = 0xE000;
    private static readonly SearchValues<char> _marks = SearchValues.Create("\\`*_[]<>&~!");

    /// <summary>The words of a paragraph.</summary>
    public static string Text(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny(_marks) < 0)
            return markdown.Trim();
        string text = Escape().Replace(markdown, match => ((char)(Escaped + match.Value[1])).ToString());
        text = Image().Replace(text, "${alt}");
        text = Link().Replace(text, "${text}");
        text = NoteMark().Replace(text, "");
        text = Address().Replace(text, "${address}");
        text = LineBreak().Replace(text, "\n");
        text = Tag().Replace(text, "");
        text = Code().Replace(text, "${text}");
        text = Emphasis().Replace(text, "${text}");
        text = Emphasis().Replace(text, "${text}");
        text = Underscores().Replace(text, "${text}");
        return Unescape(WebUtility.HtmlDecode(text)).Trim();
    }

    /// <summary>The cells of a table's line.</summary>
    public static IReadOnlyList<string> Cells(string line)
    {
        string row = line.Trim();
        if (row.StartsWith('|'))
            row = row[1..];
        if (row.EndsWith('|') && !row.EndsWith("\\|", StringComparison.Ordinal))
            row = row[..^1];
        List<string> cells = [];
        StringBuilder cell = new();
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] == '|' && (i == 0 || row[i - 1] != '\\'))
            {
                cells.Add(Text(cell.ToString()));
                cell.Clear();
                continue;
            }
            cell.Append(row[i]);
        }
        cells.Add(Text(cell.ToString()));
        return cells;
    }

    private static string Unescape(string text) =>
        text.AsSpan().ContainsAnyInRange((char)Escaped, (char)(Escaped + 127))
            ? string.Concat(
                text.Select(c => c is >= (char)Escaped and < (char)(Escaped + 128) ? (char)(c - Escaped) : c)
            )
            : text;

    // Every pattern stops at the next mark of its kind or after a set length, so that no text can send one astray.
    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"!\[(?<alt>[^\]\n]{0,1000})\](\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])?")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>[^\]\[^][^\]\[]{0,1000})\](\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\]\n]{1,100}\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"<(?<address>(https?://|mailto:)[^<>\s]{1,2000}|[^<>\s@]{1,200}@[^<>\s@]{1,200})>")]
    private static partial Regex Address();

    [GeneratedRegex(@"<br\s{0,5}/?>|\\\n| {2,10}\n", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,2000}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<marks>`{1,3})(?<text>[^`]{1,2000})\k<marks>")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<marks>\*{1,3}|~~)(?=\S)(?<text>[^*~]{1,5000}?)(?<=\S)\k<marks>")]
    private static partial Regex Emphasis();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_])(?<marks>_{1,3})(?=[^\s_])(?<text>[^_]{1,5000}?)(?<=\S)\k<marks>(?![\p{L}\p{N}_])"
    )]
    private static partial Regex Underscores();
}
