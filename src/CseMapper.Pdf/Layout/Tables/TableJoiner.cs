using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// Joins a table that goes on on the next page: same columns, nothing but running lines between. Column headings that
/// are printed again count once, and a row that the page end has cut is made whole where its first cell is empty on the
/// next page.
/// </summary>
internal sealed class TableJoiner(DocumentText document)
{
    /// <summary>Columns of the two parts end at most this many points apart.</summary>
    private const float SameEdge = 6f;

    public static void Join(DocumentText document)
    {
        TableJoiner joiner = new(document);
        for (int page = 0; page + 1 < document.Pages.Count; page++)
            joiner.JoinNext(document.Pages[page], document.Pages[page + 1]);
    }

    private void JoinNext(PrintedPage page, PrintedPage next)
    {
        int upper = LastTable(page),
            lower = FirstTable(next);
        if (upper < 0 || lower < 0 || upper == lower)
            return;
        PrintedTable one = document.Tables[upper],
            two = document.Tables[lower];
        if (one.IsTagged || two.IsTagged || !HaveSameColumns(one, two))
            return;
        int shift = one.RowCount;
        int skipped = RepeatsHeadings(page, upper, next, lower, one.ColumnCount) ? 1 : 0;
        if (IsCutRow(next, lower, skipped, one.ColumnCount))
            shift--;
        foreach (ref PrintedLine line in document.LinesOf(next))
        {
            if (line.Table != lower)
                continue;
            if (line.Cell / one.ColumnCount < skipped)
            {
                line.Role = LineRole.Repeated;
                line.Table = -1;
                continue;
            }

            line.Table = upper;
            line.Cell += (shift - skipped) * one.ColumnCount;
        }

        document.Tables[upper] = one with { RowCount = shift + two.RowCount - skipped };
    }

    private int LastTable(PrintedPage page)
    {
        int last = -1;
        foreach (ref PrintedLine line in document.LinesOf(page))
        {
            if (line.Role is LineRole.Body)
                last = line.Table;
        }

        return last;
    }

    private int FirstTable(PrintedPage page)
    {
        foreach (ref PrintedLine line in document.LinesOf(page))
        {
            if (line.Role is LineRole.Body)
                return line.Table;
        }

        return -1;
    }

    private static bool HaveSameColumns(PrintedTable one, PrintedTable two)
    {
        if (one.ColumnCount != two.ColumnCount)
            return false;
        for (int i = 0; i < one.RightEdges.Length; i++)
        {
            if (Math.Abs(one.RightEdges[i] - two.RightEdges[i]) > SameEdge)
                return false;
        }

        return true;
    }

    /// <summary>True when the first row of the lower part says what the first row of the page above says.</summary>
    private bool RepeatsHeadings(PrintedPage page, int upper, PrintedPage next, int lower, int columns)
    {
        int firstPage = document.Tables[upper].Page;
        string above = RowText(document.Pages[firstPage - 1], upper, 0, columns);
        return above.Length > 0 && above == RowText(next, lower, 0, columns) && page.Number >= firstPage;
    }

    private string RowText(PrintedPage page, int table, int row, int columns)
    {
        TextBuffer text = new();
        foreach (ref PrintedLine line in document.LinesOf(page))
        {
            if (line.Table != table || line.Cell / columns != row)
                continue;
            text.Append(document.TextOf(line));
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The first row of the lower part has nothing in its first cell, and goes on with a small letter in
    /// another.</summary>
    private bool IsCutRow(PrintedPage next, int table, int row, int columns)
    {
        bool goesOn = false;
        foreach (ref PrintedLine line in document.LinesOf(next))
        {
            if (line.Table != table || line.Cell / columns != row)
                continue;
            if (line.Cell % columns == 0)
                return false;
            goesOn = true;
        }

        return goesOn;
    }
}
