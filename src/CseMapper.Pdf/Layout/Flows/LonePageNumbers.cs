using System.Globalization;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Finds page numbers that no neighbouring page repeats: those of documents of one page, and of pages whose
/// layout differs.</summary>
internal static class LonePageNumbers
{
    /// <summary>Share of the page's height: TeX sets its numbers in the lowest 11 %.</summary>
    private const float Margin = 0.12f;

    /// <summary>A page of more lines is a drawing; comparing each with each would be slow.</summary>
    private const int MostLines = 2_000;

    public static void Mark(DocumentText document)
    {
        foreach (PrintedPage page in document.Pages)
        {
            Span<PrintedLine> lines = document.LinesOf(page);
            if (lines.Length > MostLines)
                continue;
            foreach (ref PrintedLine line in lines)
            {
                if (
                    line.Role != LineRole.Body
                    || !IsPageNumber(document.TextOf(line), page.Number, document.Pages.Count)
                )
                {
                    continue;
                }

                if (line.Box.Top < Margin * page.Height && IsOutermost(lines, line, true))
                    line.Role = LineRole.Header;
                else if (line.Box.Bottom > (1 - Margin) * page.Height && IsOutermost(lines, line, false))
                    line.Role = LineRole.Footer;
            }
        }
    }

    /// <summary>"7", "- 7 -", "Page 7", "7 of 12", "Page 7 of 12", "7/12" with the page's own number.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> text, int page, int count)
    {
        text = text.Trim(" -–—|[]\t");
        if (text.StartsWith("page", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart();
        int at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at is 0 or > 5 || !int.TryParse(text[..at], CultureInfo.InvariantCulture, out int number))
            return false;
        ReadOnlySpan<char> rest = text[at..].Trim();
        if (rest.IsEmpty)
            return number == page;
        if (rest.StartsWith("of", StringComparison.OrdinalIgnoreCase))
            rest = rest[2..].TrimStart();
        else if (rest[0] == '/')
            rest = rest[1..].TrimStart();
        else
            return false;
        return int.TryParse(rest, CultureInfo.InvariantCulture, out int total)
            && number <= total
            && (number == page || total == count);
    }

    private static bool IsOutermost(ReadOnlySpan<PrintedLine> lines, in PrintedLine line, bool isTop)
    {
        foreach (ref readonly PrintedLine other in lines)
        {
            if (other.Role != LineRole.Body)
                continue;
            if (isTop ? other.Box.Bottom < line.Box.Top : other.Box.Top > line.Box.Bottom)
                return false;
        }

        return true;
    }
}
