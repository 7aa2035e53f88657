using CseMapper.Pdf;

namespace CseMapper.Documents.Pdf;

/// <summary>Turns the blocks of the PDF reader into those of the ingest step.</summary>
internal static class PdfBlocks
{
    public static Block Convert(PdfBlock block, PdfItemNumbers numbers)
    {
        BlockBox? box =
            block.Box.Width > 0 ? new BlockBox(block.Box.Left, block.Box.Top, block.Box.Right, block.Box.Bottom) : null;
        BlockLocation location = new(block.Page, Box: box);
        Block converted = block switch
        {
            PdfHeading heading => new HeadingBlock(location, heading.Level, heading.Number, heading.Text)
            {
                IsGuessed = !heading.IsTagged,
            },
            PdfListItem item => new ListItemBlock(location, item.Depth, item.Label, item.Text)
            {
                Number = numbers.Of(item),
            },
            PdfTable table => new TableBlock(
                location,
                [.. table.Rows.Select(row => new TableRow(row.Cells, row.Page))],
                table.HeaderRows
            ),
            PdfParagraph paragraph => new TextBlock(location, paragraph.Number, paragraph.Text),
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };
        numbers.Pass(block);
        return converted with
        {
            Role = RoleOf(block.Role),
            PageStarts = [.. block.PageStarts.Select(start => new PageStart(start.Offset, start.Page))],
        };
    }

    private static BlockRole RoleOf(PdfBlockRole role) =>
        role switch
        {
            PdfBlockRole.Contents => BlockRole.Contents,
            PdfBlockRole.Header => BlockRole.Header,
            PdfBlockRole.Footer => BlockRole.Footer,
            PdfBlockRole.Note => BlockRole.Note,
            PdfBlockRole.Annotation => BlockRole.Annotation,
            PdfBlockRole.FormField => BlockRole.FormField,
            PdfBlockRole.Aside => BlockRole.Aside,
            _ => BlockRole.Body,
        };
}
