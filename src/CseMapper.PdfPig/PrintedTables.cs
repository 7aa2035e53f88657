using UglyToad.PdfPig.Core;
using PrintedBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace CseMapper.PdfPig;

/// <summary>Finds tables among the blocks of a page: short blocks that stand beside each other, row under row, in
/// columns that nothing crosses.</summary>
/// <remarks>PdfPig has no table detection, and the segmenter makes each cell a block of its own.</remarks>
internal static class PrintedTables
{
    private const int LongestCell = 240;
    private const int LongestMeanCell = 90;
    private const int MostColumns = 12;
    private const double Overlap = 0.5;

    /// <summary>The tables of a page, each as rows of cells; a cell is null where its column is empty.</summary>
    public static IReadOnlyList<PrintedBlock?[][]> Find(IReadOnlyList<PrintedBlock> blocks)
    {
        List<PrintedBlock?[][]> tables = [];
        PrintedBlock[] cells = [.. blocks.Where(block => block.Text.Length <= LongestCell)];
        List<PrintedBlock[]> rows = RowsOf(cells);
        for (int first = 0; first < rows.Count; first++)
        {
            int end = first;
            while (end < rows.Count && rows[end].Length > 1)
                end++;
            if (end - first > 1 && Fill(rows[first..end]) is { } table)
                tables.Add(table);
            first = end;
        }

        return tables;
    }

    /// <summary>Blocks that stand side by side, from top to bottom.</summary>
    private static List<PrintedBlock[]> RowsOf(IEnumerable<PrintedBlock> cells)
    {
        List<List<PrintedBlock>> rows = [];
        foreach (
            PrintedBlock cell in cells
                .OrderByDescending(cell => cell.BoundingBox.Top)
                .ThenBy(cell => cell.BoundingBox.Left)
        )
        {
            if (rows.Count > 0 && rows[^1].Exists(other => AreBeside(other.BoundingBox, cell.BoundingBox)))
                rows[^1].Add(cell);
            else
                rows.Add([cell]);
        }

        return [.. rows.Select(row => row.OrderBy(cell => cell.BoundingBox.Left).ToArray())];
    }

    private static bool AreBeside(PdfRectangle one, PdfRectangle other)
    {
        double shared = Math.Min(one.Top, other.Top) - Math.Max(one.Bottom, other.Bottom);
        return shared > Overlap * Math.Min(one.Height, other.Height)
            && (one.Right < other.Left || other.Right < one.Left);
    }

    /// <returns>Null where the blocks do not stand in columns.</returns>
    private static PrintedBlock?[][]? Fill(IReadOnlyList<PrintedBlock[]> rows)
    {
        PrintedBlock[] cells = [.. rows.SelectMany(row => row)];
        List<(double Left, double Right)> columns = ColumnsOf(cells);
        if (columns.Count is < 2 or > MostColumns || cells.Average(cell => cell.Text.Length) > LongestMeanCell)
            return null;
        // Two rows of two may be anything: a letter head, a signature.
        if (rows.Count * columns.Count < 6)
            return null;
        PrintedBlock?[][] table = [.. rows.Select(_ => new PrintedBlock?[columns.Count])];
        for (int row = 0; row < rows.Count; row++)
        {
            foreach (PrintedBlock cell in rows[row])
            {
                int column = columns.FindIndex(one =>
                    cell.BoundingBox.Left >= one.Left && cell.BoundingBox.Right <= one.Right
                );
                if (table[row][column] is not null)
                    return null;
                table[row][column] = cell;
            }
        }

        return table;
    }

    /// <summary>What remains of the page's width when the strips that no cell touches are taken away.</summary>
    private static List<(double Left, double Right)> ColumnsOf(IEnumerable<PrintedBlock> cells)
    {
        List<(double Left, double Right)> columns = [];
        foreach (PdfRectangle box in cells.Select(cell => cell.BoundingBox).OrderBy(box => box.Left))
        {
            if (columns.Count > 0 && box.Left <= columns[^1].Right)
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, box.Right));
            else
                columns.Add((box.Left, box.Right));
        }

        return columns;
    }
}
