using System.Text.RegularExpressions;
using CseMapper.Documents;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>The words of a block, and the block with other words.</summary>
internal static partial class BlockText
{
    /// <summary>Its words without label, with single blanks; null for headings and tables.</summary>
    public static string? Of(Block block) =>
        block switch
        {
            TextBlock text => Collapse(text.Text),
            ListItemBlock item => Collapse(item.Text),
            _ => null,
        };

    public static Block With(Block block, string words) =>
        block switch
        {
            TextBlock text => text with { Text = words, PageStarts = [] },
            ListItemBlock item => item with { Text = words, PageStarts = [] },
            _ => throw new ArgumentException("The block has no words of its own.", nameof(block)),
        };

    public static string Collapse(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>Sentences of a text, put together again by single blanks.</summary>
    public static string[] Sentences(string text) => SentenceEnd().Split(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=[a-z)][.;!?])\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd();
}
