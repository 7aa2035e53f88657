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

    /// <summary>The same where lines reach no edge.</summary>
    private const float RaggedGoingOnShare = 0.55f;

    /// <summary>Share of the rows in which a column of prose has a line.</summary>
    private const float FilledShare = 0.8f;

    /// <summary>Lines of prose are on average as wide as this share of the widest.</summary>
    private const float EvenShare = 0.6f;

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

        return running == gutters.Inner + 1 || AreProse(page, lines, rows, first, end, gutters);
    }

    /// <summary>
    /// Ragged columns reach no edge, but their lines go on in the next line of the same column. Cells of a table do so
    /// too, but those of a row begin on one line.
    /// </summary>
    private static bool AreProse(PageText page, LineSet lines, PageRows rows, int first, int end, Gutters gutters)
    {
        int[] begun = new int[end - first];
        for (int column = 0; column <= gutters.Inner; column++)
        {
            if (
                !IsProse(
                    page,
                    lines,
                    rows,
                    (first, end),
                    (gutters.Gaps[column].To, gutters.Gaps[column + 1].From),
                    begun
                )
            )
            {
                return false;
            }
        }

        return begun.Count(columns => columns > gutters.Inner) <= 1;
    }

    private static bool IsProse(
        PageText page,
        LineSet lines,
        PageRows rows,
        (int First, int End) range,
        (float From, float To) stripe,
        int[] begun
    )
    {
        int count = 0,
            goingOn = 0;
        float widths = 0,
            widest = 0,
            size = 0;
        int above = -1;
        for (int row = range.First; row < range.End; row++)
        {
            for (int i = rows.Rows[row].First; i < rows.Rows[row].First + rows.Rows[row].Count; i++)
            {
                RowPart part = rows.Parts[i];
                if (part.U0 < stripe.From - 1 || part.U1 > stripe.To + 1)
                    continue;
                count++;
                widths += part.U1 - part.U0;
                widest = Math.Max(widest, part.U1 - part.U0);
                size = Math.Max(size, lines.Lines[part.Line].Size);
                if (above >= 0 && part.LabelLine < 0 && GoesOn(page, lines.Lines[above], lines.Lines[part.Line]))
                    goingOn++;
                else if (above >= 0)
                    begun[row - range.First]++;
                above = part.Line;
            }
        }

        return count >= FilledShare * (range.End - range.First)
            && goingOn >= RaggedGoingOnShare * (count - 1)
            && widths >= NarrowestColumn * size * count
            && widths >= EvenShare * widest * count;
    }

    private static bool GoesOn(PageText page, in TextLine above, in TextLine below)
    {
        ReadOnlySpan<char> last = page.TextOf(page.Pieces[above.Tail]);
        ReadOnlySpan<char> next = page.TextOf(page.Pieces[below.Head]);
        return last.Length > 0
            && next.Length > 0
            && last[^1] is not ('.' or ':' or ';' or '!' or '?')
            && !char.IsUpper(next[0])
            && !char.IsDigit(next[0]);
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
