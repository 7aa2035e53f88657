using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Finds page numbers that no neighbouring page repeats at the same place: those of documents of one page, and
/// of pages whose layout differs.</summary>
internal static class LonePageNumbers
{
    /// <summary>Share of the page's height: TeX sets its numbers in the lowest 11 %.</summary>
    private const float Margin = 0.12f;

    /// <summary>The same for numbers that the neighbouring pages go on with.</summary>
    private const float FarMargin = 0.2f;

    /// <summary>A page of more lines is a drawing; comparing each with each would be slow.</summary>
    private const int MostLines = 2_000;

    private const int Neighbours = 2;

    public static void Mark(DocumentText document)
    {
        List<Candidate>[] numbers = new List<Candidate>[document.Pages.Count];
        foreach (PrintedPage page in document.Pages)
        {
            List<Candidate> found = numbers[page.Number - 1] = [];
            Span<PrintedLine> lines = document.LinesOf(page);
            if (lines.Length > MostLines)
                continue;
            for (int i = 0; i < lines.Length; i++)
            {
                bool isAtEdge =
                    lines[i].Box.Top < FarMargin * page.Height || lines[i].Box.Bottom > (1 - FarMargin) * page.Height;
                if (isAtEdge && PageNumberSyntax.Read(document.TextOf(lines[i])) is { } number)
                    Find(page, lines, i, number, found);
            }
        }

        foreach (PrintedPage page in document.Pages)
        {
            foreach (Candidate candidate in numbers[page.Number - 1])
            {
                ref PrintedLine line = ref document.LinesOf(page)[candidate.Line];
                bool isOwn = candidate.IsNear && candidate.Number.IsOf(page.Number, document.Pages.Count);
                if (line.Role == LineRole.Body && (isOwn || IsInSequence(numbers, page.Number - 1, candidate)))
                    line.Role = candidate.IsTop ? LineRole.Header : LineRole.Footer;
            }
        }
    }

    private static void Find(
        PrintedPage page,
        ReadOnlySpan<PrintedLine> lines,
        int index,
        PageNumber number,
        List<Candidate> found
    )
    {
        ref readonly PrintedLine line = ref lines[index];
        foreach (bool isTop in (ReadOnlySpan<bool>)[true, false])
        {
            float distance = (isTop ? line.Box.Top : page.Height - line.Box.Bottom) / page.Height;
            bool isCalled = line.Role == (isTop ? LineRole.Header : LineRole.Footer);
            if (isCalled || (line.Role == LineRole.Body && distance < FarMargin && IsOutermost(lines, line, isTop)))
                found.Add(new(index, isTop, distance < Margin, number));
        }
    }

    /// <summary>Numbers that rise with the pages are those of pages, wherever at the edge they stand.</summary>
    private static bool IsInSequence(List<Candidate>[] numbers, int page, Candidate candidate)
    {
        for (int other = page - Neighbours; other <= page + Neighbours; other++)
        {
            if (other < 0 || other >= numbers.Length || other == page)
                continue;
            foreach (Candidate next in numbers[other])
            {
                if (next.IsTop == candidate.IsTop && candidate.Number.IsFollowedBy(next.Number, other - page))
                    return true;
            }
        }

        return false;
    }

    private readonly record struct Candidate(int Line, bool IsTop, bool IsNear, PageNumber Number);

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
