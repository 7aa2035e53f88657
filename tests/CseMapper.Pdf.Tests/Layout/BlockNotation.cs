using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Tests.Layout;

/// <summary>Writes blocks one a line, as the expectations beside the samples are written.</summary>
internal static class BlockNotation
{
    public static string Write(IEnumerable<PdfBlock> blocks)
    {
        StringBuilder text = new();
        foreach (PdfBlock block in blocks)
        {
            string role =
                block.Role == PdfBlockRole.Body
                    ? ""
                    : char.ToLowerInvariant(block.Role.ToString()[0]) + block.Role.ToString()[1..] + " ";
            text.Append(CultureInfo.InvariantCulture, $"{block.Page} {role}{Describe(block)}\n");
            if (block is not PdfTable table)
                continue;
            foreach (PdfTableRow row in table.Rows)
                text.Append(CultureInfo.InvariantCulture, $"  | {string.Join(" | ", row.Cells)}\n");
        }

        return text.ToString();
    }

    private static string Describe(PdfBlock block) =>
        block switch
        {
            PdfHeading heading => $"heading {heading.Level} [{heading.Number}] {heading.Text}",
            PdfListItem item => $"item {item.Depth} {item.Label} {item.Text}",
            PdfTable table => $"table {table.HeaderRows}",
            PdfParagraph paragraph => $"text [{paragraph.Number}] {paragraph.Text}",
            _ => throw new InvalidOperationException($"A block of another kind: {block.GetType().Name}"),
        };
}
