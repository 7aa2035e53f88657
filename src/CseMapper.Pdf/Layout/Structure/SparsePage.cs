using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Tells lines that are short because there is no more to say from those that fill a narrow column: a page
/// that holds little but a title block says nothing of how wide its text would be.</summary>
internal static class SparsePage
{
    /// <summary>Lines that fill less than this share of the page's width are short.</summary>
    private const float ShortShare = 0.6f;

    /// <summary>In a column, more lines than this share go on with a small letter.</summary>
    private const float GoingOnShare = 0.3f;

    /// <summary>No title block has more lines.</summary>
    private const int MostLines = 60;

    /// <returns>Where the text of a flow would end if it were longer; where it does end in most.</returns>
    /// <param name="document">The document.</param>
    /// <param name="flow">Lines one below the other.</param>
    /// <param name="right">Where the longest of them ends.</param>
    public static float EdgeOf(DocumentText document, List<int> flow, float right)
    {
        Span<PrintedLine> lines = document.Lines;
        ref PrintedLine first = ref lines[flow[0]];
        PrintedPage page = document.Pages[first.Page - 1];
        float left = float.MaxValue;
        foreach (int i in flow)
            left = Math.Min(left, lines[i].U0);
        float edge = page.Width - left;
        if (first.Direction != 0 || flow.Count > MostLines || right - left > ShortShare * (edge - left))
            return right;
        int goingOn = 0;
        for (int i = 1; i < flow.Count; i++)
        {
            ReadOnlySpan<char> text = document.TextOf(lines[flow[i]]).TrimStart('~');
            if (text.Length > 0 && char.IsLower(text[0]))
                goingOn++;
        }

        return goingOn > GoingOnShare * (flow.Count - 1) || HasNeighbour(document.LinesOf(page), lines, flow, right)
            ? right
            : edge;
    }

    private static bool HasNeighbour(
        ReadOnlySpan<PrintedLine> page,
        ReadOnlySpan<PrintedLine> lines,
        List<int> flow,
        float right
    )
    {
        float top = lines[flow[0]].Box.Top,
            bottom = lines[flow[^1]].Box.Bottom;
        foreach (ref readonly PrintedLine other in page)
        {
            if (other.Direction == 0 && other.U1 > right + 1 && other.Box.Top < bottom && other.Box.Bottom > top)
                return true;
        }

        return false;
    }
}
