using CseMapper.Pdf.Layout.Flows;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>Tells columns of running text from the columns of a table.</summary>
internal static class TextColumns
{
    /// <summary>Lines of running text are at least this many sizes wide.</summary>
    private const float NarrowestColumn = 9f;

    /// <summary>Share of a column's lines that reach its right edge.</summary>
    private const float FullShare = 0.55f;

    /// <summary>Share of a column's lines that begin with a small letter.</summary>
    private const float GoingOnShare = 0.4f;

    public static bool AreRunningText(PageText page, LineSet lines, PageRows rows, int first, int end, Gutters gutters)
    {
        if (end - first < 4)
            return false;
        int running = 0;
        for (int column = 0; column <= gutters.Inner; column++)
        {
            if (IsRunningText(page, lines, rows, first, end, gutters.Gaps[column].To, gutters.Gaps[column + 1].From))
                running++;
        }

        return running == gutters.Inner + 1;
    }

    private static bool IsRunningText(
        PageText page,
        LineSet lines,
        PageRows rows,
        int first,
        int end,
        float from,
        float to
    )
    {
        int count = 0,
            full = 0,
            goingOn = 0;
        float left = float.MaxValue,
            right = float.MinValue,
            size = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int row = first; row < end; row++)
            {
                for (int i = rows.Rows[row].First; i < rows.Rows[row].First + rows.Rows[row].Count; i++)
                {
                    RowPart part = rows.Parts[i];
                    if (part.U0 < from - 1 || part.U1 > to + 1)
                        continue;
                    if (pass == 0)
                    {
                        left = Math.Min(left, part.U0);
                        right = Math.Max(right, part.U1);
                        size = Math.Max(size, lines.Lines[part.Line].Size);
                        continue;
                    }

                    count++;
                    if (part.U1 > right - (0.15f * (right - left)))
                        full++;
                    ReadOnlySpan<char> text = page.TextOf(page.Pieces[lines.Lines[part.Line].Head]);
                    if (text.Length > 0 && char.IsLower(text[0]))
                        goingOn++;
                }
            }
        }

        return right - left >= NarrowestColumn * size && full >= FullShare * count && goingOn >= GoingOnShare * count;
    }
}
