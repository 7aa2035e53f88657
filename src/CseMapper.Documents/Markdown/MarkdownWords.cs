using System.Text.RegularExpressions;
using CseMapper.Documents.Html;
using CseMapper.Documents.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CseMapper.Documents.Markdown;

/// <summary>The words of a Markdown paragraph: what is printed stays, what marks it goes.</summary>
internal sealed partial class MarkdownWords
{
    private readonly StruckText _words = new();

    /// <summary>The tags of HTML that are open, innermost last: what they hide or strike.</summary>
    private readonly List<(string Name, bool IsGone, bool IsStruck)> _tags = [];

    private int _struck;

    private bool IsShown => !_tags.Exists(tag => tag.IsGone);

    /// <summary>The words of a paragraph, heading or cell; line breaks that are printed are '\n'. Struck out words stand
    /// between "~~".</summary>
    /// <param name="block">The block that holds them.</param>
    public static string Of(LeafBlock block)
    {
        MarkdownWords words = new();
        if (block.Inline is not null)
            words.Add(block.Inline);
        return words._words.Take().Trim();
    }

    private void Add(ContainerInline container)
    {
        foreach (Inline inline in container)
        {
            switch (inline)
            {
                case FootnoteLink:
                    break;
                case TaskList box:
                    Append(box.Checked ? "☒" : "☐");
                    break;
                case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 } struck:
                    _struck++;
                    Add(struck);
                    _struck--;
                    break;
                case ContainerInline inner:
                    Add(inner);
                    break;
                case LiteralInline literal:
                    Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    Append(address.Url);
                    break;
                case LineBreakInline end:
                    _words.Append(end.IsHard ? '\n' : ' ');
                    break;
                case HtmlInline tag when tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    _words.Append('\n');
                    break;
                case HtmlInline tag:
                    Take(tag.Tag);
                    break;
            }
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (IsShown)
            _words.Append(text, _struck > 0 || _tags.Exists(tag => tag.IsStruck));
    }

    private void Take(string tag)
    {
        Match match = AnyTag().Match(tag);
        if (!match.Success)
            return;
        string name = match.Groups["name"].Value.ToLowerInvariant();
        if (match.Groups["end"].Length > 0)
        {
            if (_tags.FindLastIndex(open => open.Name == name) is >= 0 and int last)
                _tags.RemoveAt(last);
            return;
        }

        if (
            tag.EndsWith("/>", StringComparison.Ordinal)
            || name is "img" or "input" or "wbr" or "hr" or "link" or "meta"
        )
        {
            return;
        }
        string rest = match.Groups["rest"].Value;
        Match style = StyleAttribute().Match(rest);
        HtmlLook look = HtmlLook.Read(style.Groups["style"].Value.Trim('"', '\''), important: false);
        bool isHidden = HiddenAttribute().IsMatch(StyleAttribute().Replace(rest, " "));
        _tags.Add((name, look.IsGone ?? isHidden, look.IsStruck ?? name is "s" or "del" or "strike"));
    }

    [GeneratedRegex("^<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<rest>[^>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    [GeneratedRegex(
        """\bstyle\s*=\s*(?<style>"[^"]*"|'[^']*')""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(
        """\s(hidden\b|aria-hidden\s*=\s*["']?true)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex HiddenAttribute();
}
