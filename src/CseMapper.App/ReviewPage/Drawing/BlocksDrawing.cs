using CseMapper.Documents;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>Writes the blocks of a document as markup, with numbers as printed, lists indented and tables as
/// tables.</summary>
/// <param name="html">Where to.</param>
internal sealed class BlocksDrawing(HtmlWriter html)
{
    /// <summary>As much as a person reads around a passage.</summary>
    private const int Around = 40;

    private const int MostRows = 60;
    private bool _isFirstMark = true;

    /// <summary>Writes the part of a document that holds a quote, or its beginning.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="quote">The words to mark; empty for none.</param>
    public void Write(IReadOnlyList<Block> blocks, string quote)
    {
        MarkedWords text = new();
        for (int i = 0; i < blocks.Count; i++)
        {
            // Cells of a table are pieces of their own, so that the marks stand in the right cell.
            if (blocks[i] is not TableBlock)
            {
                text.Add(PieceOf(i, 0), TextOf(blocks[i]));
            }
            else
            {
                foreach ((int cell, string content) in Cells((TableBlock)blocks[i]))
                    text.Add(PieceOf(i, cell), content);
            }
        }

        IReadOnlyDictionary<int, List<(int Start, int End)>> marked = text.Find(quote);
        int first = marked.Count == 0 ? 0 : marked.Keys.Min() / Pieces;
        int from = Math.Max(0, first - Around);
        int to = Math.Min(blocks.Count, Math.Max(first, from) + Around + 1);
        html.Line($"""<div class="blocks">""");
        if (from > 0)
            html.Line($"""<p class="cut">The beginning of the document is left out here.</p>""");
        for (int i = from; i < to; i++)
            WriteBlock(blocks[i], i, marked);
        if (to < blocks.Count)
            html.Line($"""<p class="cut">The rest of the document is left out here.</p>""");
        html.Line($"</div>");
    }

    /// <summary>More cells than any table that is shown has.</summary>
    private const int Pieces = 1 << 12;

    private static int PieceOf(int block, int cell) => (block * Pieces) + cell;

    private static IEnumerable<(int Cell, string Text)> Cells(TableBlock table)
    {
        int cell = 0;
        foreach (TableRow row in table.Rows.Take(MostRows))
        {
            foreach (string content in row.Cells)
            {
                if (cell == Pieces)
                    yield break;
                yield return (cell++, content);
            }
        }
    }

    private void WriteBlock(Block block, int index, IReadOnlyDictionary<int, List<(int Start, int End)>> marked)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Write($"""<p class="heading l{Math.Clamp(heading.Level, 1, 4):D}">""");
                if (heading.Number is { } printed)
                    html.Write($"""<span class="number">{printed}</span> """);
                WriteText(heading.Text, PieceOf(index, 0), marked);
                html.Line($"</p>");
                break;
            case ListItemBlock item:
                html.Write(
                    $"""<p class="item l{Math.Clamp(item.Depth, 1, 5):D}"><span class="number">{item.Label}</span> """
                );
                WriteText(item.Text, PieceOf(index, 0), marked);
                html.Line($"</p>");
                break;
            case TableBlock table:
                WriteTable(table, index, marked);
                break;
            default:
                html.Write($"""<p class="{(block.Role == BlockRole.Body ? "text" : "text aside-text")}">""");
                if (block is TextBlock { Number: { } number })
                    html.Write($"""<span class="number">{number}</span> """);
                WriteText(TextOf(block), PieceOf(index, 0), marked);
                html.Line($"</p>");
                break;
        }
    }

    private void WriteTable(TableBlock table, int index, IReadOnlyDictionary<int, List<(int Start, int End)>> marked)
    {
        html.Line(
            $"""<div class="scroll" tabindex="0" role="region" aria-label="Table {index + 1:D} of the document"><table>"""
        );
        int cell = 0;
        foreach ((int number, TableRow row) in table.Rows.Take(MostRows).Index())
        {
            html.Write($"<tr>");
            foreach (string content in row.Cells)
            {
                bool isHeading = number < table.HeaderRows && !string.IsNullOrWhiteSpace(content);
                if (isHeading)
                    html.Write($"""<th scope="col">""");
                else
                    html.Write($"<td>");
                WriteText(content, PieceOf(index, Math.Min(cell++, Pieces - 1)), marked);
                if (isHeading)
                    html.Write($"</th>");
                else
                    html.Write($"</td>");
            }

            html.Line($"</tr>");
        }

        html.Line($"</table></div>");
        if (table.Rows.Count > MostRows)
            html.Line($"""<p class="cut">{table.Rows.Count - MostRows} more rows are left out here.</p>""");
    }

    private void WriteText(string text, int piece, IReadOnlyDictionary<int, List<(int Start, int End)>> marked)
    {
        int done = 0;
        foreach ((int start, int end) in marked.GetValueOrDefault(piece) ?? [])
        {
            html.Write($"{text[done..start]}<mark{(_isFirstMark ? " id=found" : "")}>{text[start..end]}</mark>");
            _isFirstMark = false;
            done = end;
        }

        html.Write($"{text[done..]}");
    }

    private static string TextOf(Block block) =>
        block switch
        {
            HeadingBlock heading => heading.Text,
            TextBlock text => text.Text,
            ListItemBlock item => item.Text,
            _ => "",
        };
}
