using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CseMapper.Documents.Markdown;

/// <summary>The words of a Markdown paragraph: what is printed stays, what marks it goes.</summary>
internal static class MarkdownWords
{
    /// <summary>The words of a paragraph, heading or cell; line breaks that are printed are '\n'. Struck out words stand
    /// between "~~".</summary>
    /// <param name="block">The block that holds them.</param>
    public static string Of(LeafBlock block)
    {
        StringBuilder words = new();
        if (block.Inline is not null)
            Add(block.Inline, words);
        return words.ToString().Trim();
    }

    private static void Add(ContainerInline container, StringBuilder words)
    {
        foreach (Inline inline in container)
        {
            switch (inline)
            {
                case FootnoteLink:
                    break;
                case TaskList box:
                    words.Append(box.Checked ? "☒" : "☐");
                    break;
                case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 } struck:
                    words.Append("~~");
                    Add(struck, words);
                    words.Append("~~");
                    break;
                case ContainerInline inner:
                    Add(inner, words);
                    break;
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    words.Append(address.Url);
                    break;
                case LineBreakInline end:
                    words.Append(end.IsHard ? '\n' : ' ');
                    break;
                case HtmlInline tag when tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    words.Append('\n');
                    break;
            }
        }
    }
}
