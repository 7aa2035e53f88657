using CseMapper.Documents;

namespace CseMapper.Testing;

/// <summary>Blocks as lines that a test can compare at a glance.</summary>
internal static class ShownBlocks
{
    /// <summary>"2 [4.1] Heading", "text [4.1.1]: words", "1 • item", "table: a | b / c | d"; a role other than body in
    /// braces before it.</summary>
    public static string[] Of(IngestResult result)
    {
        Assert.True(
            result.Status == ReadStatus.Read,
            result.Problems.Count == 0 ? "not read" : result.Problems[0].Message
        );
        return
        [
            .. result.Document!.Blocks.Select(block =>
                (block.Role == BlockRole.Body ? "" : $"{{{block.Role}}} ") + Show(block)
            ),
        ];
    }

    private static string Show(Block block) =>
        block switch
        {
            HeadingBlock heading => $"{heading.Level} [{heading.Number}] {heading.Text}",
            ListItemBlock item =>
                $"{item.Depth} {item.Label}{(item.Number is null ? "" : $" [{item.Number}]")} {item.Text}",
            TextBlock text => $"text{(text.Number is null ? "" : $" [{text.Number}]")}: {text.Text}",
            TableBlock table => $"table{(table.HeaderRows == 0 ? "" : $" with {table.HeaderRows} heads")}: "
                + $"{string.Join(" / ", table.Rows.Select(row => string.Join(" | ", row.Cells)))}",
            _ => "?",
        };
}
