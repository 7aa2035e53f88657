using System.Text;
using CseMapper.Documents;
using CseMapper.Documents.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace CseMapper.PdfPig;

/// <summary>Which lines are headings, and of which level: those that the bookmarks lead to; where there are no
/// bookmarks, short lines in larger or bold type.</summary>
internal sealed class Headings
{
    private const double Larger = 1.12;
    private const int LongestHeading = 14;
    private const int MostLines = 3;
    private const int LongestTitle = 300;
    private readonly Dictionary<PageLine, (int Level, bool IsGuessed)> _levels = [];
    private readonly HashSet<PageLine> _following = [];

    private Headings() { }

    public static Headings Read(PdfDocument pdf, IReadOnlyList<PageContent> pages)
    {
        Headings headings = new();
        foreach (DocumentBookmarkNode bookmark in BookmarksOf(pdf))
            headings.AddBookmark(bookmark, pages);
        if (headings._levels.Count == 0)
            headings.Guess(pages);
        return headings;
    }

    /// <summary>The level of a heading that begins with a line; null for every other line.</summary>
    public (int Level, bool IsGuessed)? At(PageLine line) =>
        _levels.TryGetValue(line, out (int, bool) level) ? level : null;

    /// <summary>True for the second and third line of a heading.</summary>
    public bool Continues(PageLine line) => _following.Contains(line);

    private static IEnumerable<DocumentBookmarkNode> BookmarksOf(PdfDocument pdf)
    {
        try
        {
            return pdf.TryGetBookmarks(out Bookmarks? bookmarks)
                ?
                [
                    .. bookmarks
                        .GetNodes()
                        .OfType<DocumentBookmarkNode>()
                        .Where(node => node is not (ExternalBookmarkNode or EmbeddedBookmarkNode)),
                ]
                : [];
        }
        catch (Exception fault) when (PdfPigFile.IsFaultOfTheFile(fault))
        {
            // Bookmarks are a help; a document whose outline is broken is read without.
            return [];
        }
    }

    private void AddBookmark(DocumentBookmarkNode bookmark, IReadOnlyList<PageContent> pages)
    {
        string title = Letters(bookmark.Title);
        if (title.Length == 0 || bookmark.PageNumber < 1 || bookmark.PageNumber > pages.Count)
            return;
        IReadOnlyList<PageLine> lines = pages[bookmark.PageNumber - 1].Lines;
        for (int first = 0; first < lines.Count; first++)
        {
            string text = "";
            for (
                int last = first;
                last < Math.Min(lines.Count, first + MostLines) && text.Length < LongestTitle;
                last++
            )
            {
                text += (last > first ? " " : "") + lines[last].Text;
                if (Letters(text) != title && Letters(PrintedNumbers.OfHeading(text).Text) != title)
                    continue;
                _levels.TryAdd(lines[first], (bookmark.Level + 1, false));
                for (int next = first + 1; next <= last; next++)
                    _following.Add(lines[next]);
                return;
            }
        }
    }

    private void Guess(IReadOnlyList<PageContent> pages)
    {
        PageLine[] lines =
        [
            .. pages.SelectMany(page => page.Lines.Where(line => page.RoleOf(line.Block) == BlockRole.Body)),
        ];
        if (lines.Length == 0)
            return;
        double body = lines
            .GroupBy(line => line.Size)
            .OrderByDescending(size => size.Sum(line => line.Text.Length))
            .ThenBy(size => size.Key)
            .First()
            .Key;
        PageLine[] found =
        [
            .. lines.Where(line =>
                line.IsFirst && IsTitle(line.Text) && (line.Size >= body * Larger || (line.IsBold && line.Size >= body))
            ),
        ];
        double[] sizes = [.. found.Select(line => line.Size).Distinct().OrderDescending()];
        foreach (PageLine line in found)
            _levels.TryAdd(line, (Math.Min(1 + Array.IndexOf(sizes, line.Size), 6), true));
    }

    private static bool IsTitle(string text) =>
        text.Any(char.IsLetter)
        && text.Count(char.IsWhiteSpace) < LongestHeading
        && text[^1] is not ('.' or ',' or ';' or ':');

    /// <summary>What a bookmark and the printed heading have in common: letters and digits, in lower case.</summary>
    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }
}
