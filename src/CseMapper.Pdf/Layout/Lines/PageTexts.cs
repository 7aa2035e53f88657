using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Writes each page's text line by line.</summary>
internal static class PageTexts
{
    public static IReadOnlyList<PdfPageContent> Make(DocumentText document, Hyphens hyphens)
    {
        TextBuffer text = new();
        List<PdfPageContent> pages = new(document.Pages.Count);
        foreach (PrintedPage page in document.Pages)
        {
            text.Clear();
            Write(document, page, hyphens, text);
            pages.Add(
                new(page.Number, page.Width, page.Height, page.State, text.ToString()) { Confidence = page.Confidence }
            );
        }

        return pages;
    }

    private static void Write(DocumentText document, PrintedPage page, Hyphens hyphens, TextBuffer text)
    {
        Span<PrintedLine> lines = document.LinesOf(page);
        Span<int> order = lines.Length <= 512 ? stackalloc int[lines.Length] : new int[lines.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        if (!page.IsStreamChaotic)
        {
            Span<int> places = lines.Length <= 512 ? stackalloc int[lines.Length] : new int[lines.Length];
            for (int i = 0; i < places.Length; i++)
                places[i] = lines[i].StreamOrder;
            places.Sort(order);
        }

        for (int i = 0; i < order.Length; i++)
        {
            ReadOnlySpan<char> line = document.TextOf(lines[order[i]]);
            bool isBroken =
                i > 0
                && lines[order[i]].Flow == lines[order[i - 1]].Flow
                && hyphens.Between(document.TextOf(lines[order[i - 1]]), line) == Hyphens.Joint.Whole;
            if (isBroken)
                JoinWord(text, ref line);
            if (isBroken && line.IsEmpty)
                continue;
            text.Append(line);
            text.Append('\n');
        }
    }

    /// <summary>Moves the rest of a broken word up to the line above.</summary>
    private static void JoinWord(TextBuffer text, ref ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(' ', '\t');
        if (end < 0)
            end = line.Length;
        text.Cut(text.Length - 2);
        text.Append(line[..end]);
        text.Append('\n');
        line = line[end..].TrimStart();
    }
}
