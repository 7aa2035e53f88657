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

    /// <summary>The note's mark as a superscript with a space behind it, however the file sets it: "1Charges" is no word.</summary>
    public static string WithMark(string text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        int marks = 0;
        while (marks < text.Length && Marks.Contains(text[marks], StringComparison.Ordinal)) marks++;
        if (digits is 1 or 2 && digits < text.Length && char.IsUpper(text[digits]))
        {
            return string.Concat(text[..digits].Select(digit => Marks[digit - '0'])) + " " + text[digits..];
        }

        return marks > 0 && marks < text.Length && char.IsLetter(text[marks]) ? $"{text[..marks]} {text[marks..]}" : text;
    }
}
