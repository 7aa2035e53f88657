using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

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
            Mark(document, page, Smaller * body.Size);
    }

    /// <summary>Goes upwards through the page; every column has a foot of its own.</summary>
    private static void Mark(DocumentText document, PrintedPage page, float largest)
    {
        Span<PrintedLine> lines = document.LinesOf(page);
        bool isAtFoot = true;
        int end = lines.Length,
            below = -1;
        for (int i = lines.Length - 1; i >= 0; i--)
        {
            ref PrintedLine line = ref lines[i];
            if (line.Role is LineRole.Header or LineRole.Footer)
                continue;
            if (below >= 0 && line.Table < 0 && line.Box.Top > lines[below].Box.Bottom)
                (isAtFoot, end) = (true, i + 1);
            below = i;
            isAtFoot &=
                line.Role == LineRole.Body
                && line.Table < 0
                && line.Size <= largest
                && line.Box.Top >= LowerPart * page.Height;
            if (!isAtFoot || !BeginsWithMark(document.TextOf(line)))
                continue;
            for (int note = i; note < end; note++)
            {
                if (lines[note].Role == LineRole.Body)
                    lines[note].Role = LineRole.Note;
            }

            end = i;
        }
    }

    private static bool BeginsWithMark(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return false;
        if (Marks.Contains(text[0]))
            return true;
        int at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at is 1 or 2
            && at + 1 < text.Length
            && (char.IsWhiteSpace(text[at]) || char.IsUpper(text[at]))
            && text.ContainsAnyInRange('A', 'z');
    }

    /// <summary>The note's mark as a superscript with a space behind it, however the file sets it: "1Charges" is no
    /// word.</summary>
    public static string WithMark(string text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        int marks = 0;
        while (marks < text.Length && Marks.Contains(text[marks], StringComparison.Ordinal))
            marks++;
        if (digits is 1 or 2 && digits < text.Length && char.IsUpper(text[digits]))
        {
            return string.Concat(text[..digits].Select(digit => Marks[digit - '0'])) + " " + text[digits..];
        }

        return marks > 0 && marks < text.Length && char.IsLetter(text[marks])
            ? $"{text[..marks]} {text[marks..]}"
            : text;
    }
}
