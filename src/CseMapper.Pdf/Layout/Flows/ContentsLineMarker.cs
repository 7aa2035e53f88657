using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Finds the lines of tables of contents: words, leader dots or a gap, and a page number at the end.</summary>
internal static class ContentsLineMarker
{
    private const int FewestWithDots = 2;
    private const int FewestWithoutDots = 3;

    public static void Mark(DocumentText document)
    {
        bool isBelowTitle = false,
            hasLeaders = false;
        foreach (PrintedPage page in document.Pages)
        {
            Span<PrintedLine> lines = document.LinesOf(page);
            int dotted = 0,
                plain = 0,
                body = 0;
            foreach (ref PrintedLine line in lines)
            {
                if (line.Role == LineRole.Body)
                    body++;
                if (EndsWithPage(document.TextOf(line), out bool hasDots))
                    _ = hasDots ? dotted++ : plain++;
            }

            bool hasTitle = false;
            foreach (ref PrintedLine line in lines)
                hasTitle |= IsTitle(document.TextOf(line));
            if (hasTitle)
                hasLeaders = dotted >= FewestWithDots;
            // Prose and tables hold lines that end with a figure too: a page that goes on with the contents is mostly
            // made of them.
            isBelowTitle = hasTitle || (isBelowTitle && (dotted + plain) * 2 >= body);
            bool takesPlain = isBelowTitle && !hasLeaders && dotted + plain >= FewestWithoutDots;
            if (dotted < FewestWithDots && !takesPlain)
                continue;
            foreach (ref PrintedLine line in lines)
            {
                if (
                    line.Role == LineRole.Body
                    && EndsWithPage(document.TextOf(line), out bool hasDots)
                    && (hasDots || takesPlain)
                )
                {
                    line.Role = LineRole.Contents;
                }
            }
        }
    }

    private static bool IsTitle(ReadOnlySpan<char> text)
    {
        text = text.Trim(" :.\t");
        return text.Equals("contents", StringComparison.OrdinalIgnoreCase)
            || text.Equals("table of contents", StringComparison.OrdinalIgnoreCase)
            || text.Equals("index", StringComparison.OrdinalIgnoreCase)
            || text.Equals("list of contents", StringComparison.OrdinalIgnoreCase)
            || text.Equals("contents page", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Scope ........ 4", "Scope\t4", "2.1 Scope 4".</summary>
    private static bool EndsWithPage(ReadOnlySpan<char> text, out bool hasDots)
    {
        hasDots = false;
        int end = text.Length;
        while (end > 0 && char.IsAsciiDigit(text[end - 1]))
            end--;
        if (end == text.Length)
        {
            while (end > 0 && text[end - 1] is 'i' or 'v' or 'x')
                end--;
        }

        if (text.Length - end is 0 or > 4 || end < 3)
            return false;
        ReadOnlySpan<char> words = text[..end];
        int dots = 0;
        int at = words.Length;
        while (at > 0 && (words[at - 1] is '.' or '…' or '_' or '·' || char.IsWhiteSpace(words[at - 1])))
        {
            if (words[at - 1] == '…')
                dots += 3;
            else if (words[at - 1] is '.' or '_' or '·')
                dots++;
            at--;
        }

        hasDots = dots >= 4;
        bool isParted = at < words.Length;
        return isParted && words[..at].ContainsAnyInRange('A', 'z') && (hasDots || char.IsAsciiDigit(text[^1]));
    }
}
