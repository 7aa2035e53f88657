using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// Finds where the rows of a table without ruling lines part. Lines of one cell are recognised first: they follow each
/// other closely in one column, and are drawn one after the other or read on; a border stands wherever no cell reaches
/// over.
/// </summary>
internal sealed class TableRows
{
    /// <summary>Lines of a cell follow within this many sizes.</summary>
    private const float Tight = 1.5f;

    private readonly List<int> _lastInColumn = [];

    /// <returns>The borders from the upper edge of the table to the lower.</returns>
    public float[] Find(PageText page, LineSet lines, PageRows rows, int first, int end, float[] down)
    {
        bool[] isInside = new bool[end - first];
        _lastInColumn.Clear();
        for (int column = 0; column < down.Length - 1; column++)
            _lastInColumn.Add(-1);
        int[] rowOfLine = new int[down.Length - 1];
        for (int row = first; row < end; row++)
        {
            bool hasFirstColumn = false;
            for (int i = rows.Rows[row].First; i < rows.Rows[row].First + rows.Rows[row].Count; i++)
            {
                RowPart part = rows.Parts[i];
                int column = ColumnOf(down, (part.U0 + part.U1) / 2);
                hasFirstColumn |= column == 0;
                int above = _lastInColumn[column];
                if (above >= 0 && IsSameCell(page, lines, above, part, rows.Rows[row].Count == 1 && !hasFirstColumn))
                {
                    for (int between = rowOfLine[column] + 1; between <= row; between++)
                        isInside[between - first] = true;
                }

                _lastInColumn[column] = part.Line;
                rowOfLine[column] = row;
            }
        }

        return Borders(rows, first, end, isInside);
    }

    private static int ColumnOf(float[] down, float u)
    {
        int at = Array.BinarySearch(down, u);
        return Math.Clamp(at >= 0 ? at : ~at - 1, 0, down.Length - 2);
    }

    private static bool IsSameCell(PageText page, LineSet lines, int above, in RowPart part, bool standsAlone)
    {
        ref TextLine upper = ref lines.Lines[above];
        ref TextLine lower = ref lines.Lines[part.Line];
        if (lower.V - upper.V > Tight * Math.Max(upper.Size, lower.Size))
            return false;
        int begins = part.LabelLine >= 0 ? part.LabelLine : part.Line;
        bool isDrawnNext = lines.Lines[begins].Order == LastPiece(lines, above) + 1;
        if (isDrawnNext || standsAlone)
            return true;
        ReadOnlySpan<char> start = page.TextOf(page.Pieces[lower.Head]);
        ReadOnlySpan<char> finish = page.TextOf(page.Pieces[upper.Tail]);
        return part.LabelLine < 0
            && start.Length > 0
            && char.IsLower(start[0])
            && finish.Length > 0
            && finish[^1] is not ('.' or ':' or ';');
    }

    private static int LastPiece(LineSet lines, int line)
    {
        int last = -1;
        for (int i = lines.Lines[line].Head; i >= 0; i = lines.Next[i])
            last = Math.Max(last, i);
        return last;
    }

    private static float[] Borders(PageRows rows, int first, int end, bool[] isInside)
    {
        List<float> across = [rows.Rows[first].Top - 1];
        for (int row = first + 1; row < end; row++)
        {
            if (!isInside[row - first])
                across.Add((rows.Rows[row - 1].Bottom + rows.Rows[row].Top) / 2);
        }

        across.Add(rows.Rows[end - 1].Bottom + 1);
        return [.. across];
    }
}
