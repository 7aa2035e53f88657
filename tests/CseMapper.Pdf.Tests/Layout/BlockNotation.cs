using System.Globalization;
using System.Text;
using CseMapper.Documents;

namespace CseMapper.Pdf.Tests.Layout;

/// <summary>Writes blocks one a line, as the expectations beside the samples are written.</summary>
internal static class BlockNotation
{
    public static string Write(IEnumerable<Block> blocks)
    {
        StringBuilder text = new();
        foreach (Block block in blocks)
        {
            string role =
                block.Role == BlockRole.Body
                    ? ""
                    : char.ToLowerInvariant(block.Role.ToString()[0]) + block.Role.ToString()[1..] + " ";
            text.Append(CultureInfo.InvariantCulture, $"{block.Location.Page} {role}{Describe(block)}\n");
            if (block is not TableBlock table)
                continue;
            foreach (TableRow row in table.Rows)
                text.Append(CultureInfo.InvariantCulture, $"  | {string.Join(" | ", row.Cells)}\n");
        }

        return text.ToString();
    }

    private static string Describe(Block block) =>
        block switch
        {
            HeadingBlock heading => $"heading {heading.Level} [{heading.Number}] {heading.Text}",
            ListItemBlock item => $"item {item.Depth} {item.Label} {item.Text}",
            TableBlock table => $"table {table.HeaderRows}",
            TextBlock paragraph => $"text [{paragraph.Number}] {paragraph.Text}",
            _ => throw new InvalidOperationException($"A block of another kind: {block.GetType().Name}"),
        };
}
