namespace CseMapper.Pdf.Layout;

/// <summary>Finds footnotes: small type at the foot of a page that begins with a mark.</summary>
internal static class FootNotes
{
    /// <summary>Footnotes are set smaller than the text by at least this factor.</summary>
    private const float Smaller = 0.93f;

    /// <summary>They stand in the lower half of the page.</summary>
    private const float LowerPart = 0.5f;

    private const string Marks = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§";

    public static void Mark(DocumentText document, BodyStyle body)
    {
        foreach (PrintedPage page in document.Pages)
        {
            Span<PrintedLine> lines = document.LinesOf(page);
            int end = lines.Length;
            int first = -1;
            for (int i = end - 1; i >= 0; i--)
            {
                ref PrintedLine line = ref lines[i];
                if (line.Role is LineRole.Header or LineRole.Footer) continue;
                if (line.Size > Smaller * body.Size || line.Box.Top < LowerPart * page.Height || line.Role != LineRole.Body) break;
                if (BeginsWithMark(document.TextOf(line))) first = i;
            }

            if (first < 0) continue;
            for (int i = first; i < end; i++)
            {
                if (lines[i].Role == LineRole.Body) lines[i].Role = LineRole.Note;
            }
        }
    }

    private static bool BeginsWithMark(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return false;
        if (Marks.Contains(text[0])) return true;
        int at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at is 1 or 2 && at + 1 < text.Length && (char.IsWhiteSpace(text[at]) || char.IsUpper(text[at]));
    }
}
