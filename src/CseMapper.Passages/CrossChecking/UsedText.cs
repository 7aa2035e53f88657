using System.Text;
using CseMapper.Documents;

namespace CseMapper.Passages.CrossChecking;

/// <summary>What the mapping has of each page of a document: its blocks, page by page.</summary>
internal sealed class UsedText
{
    private readonly List<StringBuilder> _pages = [];
    private readonly List<StringBuilder> _beside = [];

    private UsedText() { }

    /// <summary>Sorts the blocks of a document by page.</summary>
    public static UsedText Of(SourceDocument document)
    {
        UsedText text = new();
        foreach (Block block in document.Blocks)
        {
            // Remarks and what is typed into forms are no printed text, and not every reader reads them.
            bool isBeside = block.Role is BlockRole.Annotation or BlockRole.FormField;
            switch (block)
            {
                case HeadingBlock heading:
                    text.Add(block, heading.Number, heading.Text, isBeside);
                    break;
                case TextBlock paragraph:
                    text.Add(block, paragraph.Number, paragraph.Text, isBeside);
                    break;
                case ListItemBlock item:
                    text.Add(block, item.Label, item.Text, isBeside);
                    break;
                case TableBlock table:
                    text.Add(table, isBeside);
                    break;
                default:
                    break;
            }
        }
        return text;
    }

    /// <summary>The last page with any text.</summary>
    public int LastPage => Math.Max(_pages.Count, _beside.Count);

    /// <summary>The text of a page, a line a block or row.</summary>
    public string Page(int page) => page <= _pages.Count ? _pages[page - 1].ToString() : "";

    /// <summary>Text that may stand on a page without being its own: column headings of a table that goes on, remarks,
    /// form fields.</summary>
    public string Beside(int page) => page <= _beside.Count ? _beside[page - 1].ToString() : "";

    private void Add(Block block, string? label, string text, bool isBeside)
    {
        int page = block.Location.Page ?? 1;
        string before = string.IsNullOrEmpty(label) ? "" : label + " ";
        int start = 0;
        foreach (PageStart next in block.PageStarts)
        {
            Add(page, before + text[start..next.Offset].TrimEnd(), isBeside);
            (before, start, page) = ("", next.Offset, next.Page);
        }
        Add(page, before + text[start..], isBeside);
    }

    private void Add(TableBlock table, bool isBeside)
    {
        int first = table.Location.Page ?? 1;
        int page = first;
        foreach (TableRow row in table.Rows)
        {
            page = Math.Max(page, row.Page ?? page);
            Add(page, string.Join('\t', row.Cells.Where(cell => cell.Length > 0)), isBeside);
        }

        // Column headings that are printed again on each page stand once in the table, known for such or not. Its last row may reach over to
        // one more page.
        string headings = string.Join(
            '\t',
            table.Rows.Take(Math.Max(1, table.HeaderRows)).SelectMany(row => row.Cells)
        );
        for (int next = first + 1; headings.Length > 0 && next <= page + 1; next++)
            Add(next, headings, isBeside: true);
    }

    private void Add(int page, string line, bool isBeside)
    {
        List<StringBuilder> pages = isBeside ? _beside : _pages;
        while (pages.Count < page)
            pages.Add(new StringBuilder());
        pages[page - 1].Append(line).Append('\n');
    }
}
