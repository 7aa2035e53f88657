using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>Tells how many of a table's first rows are column headings.</summary>
internal static class TableHeaders
{
    private const int MostLetters = 60;

    public static int Count(DocumentText document, BlockDraft draft, PrintedTable table)
    {
        if (table.HeaderRows is { } known)
            return known;
        if (table.RowCount < 2)
            return 0;
        RowLook first = LookOf(document, draft, table, 0);
        RowLook second = LookOf(document, draft, table, 1);
        if (first.Cells < Math.Min(2, table.ColumnCount) || first.LongestCell > MostLetters)
            return 0;
        if (first.IsBold && !second.IsBold)
            return 1;
        return
            first.Cells == table.ColumnCount
            && !first.HasDigits
            && (second.HasDigits || second.LongestCell > 2 * first.LongestCell)
            ? 1
            : 0;
    }

    private static RowLook LookOf(DocumentText document, BlockDraft draft, PrintedTable table, int row)
    {
        RowLook look = new() { IsBold = true };
        int cell = -1,
            letters = 0;
        foreach (int index in draft.Lines)
        {
            ref PrintedLine line = ref document.Lines[index];
            if (line.Cell / table.ColumnCount != row)
                continue;
            if (line.Cell != cell)
                letters = 0;
            if (line.Cell != cell)
                look.Cells++;
            cell = line.Cell;
            letters += line.TextLength;
            look.LongestCell = Math.Max(look.LongestCell, letters);
            look.IsBold &= line.Is(LineFlags.Bold);
            look.HasDigits |= document.TextOf(line).ContainsAnyInRange('0', '9');
        }

        return look;
    }

    private record struct RowLook(int Cells, bool IsBold, bool HasDigits, int LongestCell);
}
