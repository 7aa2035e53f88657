using System.Runtime.InteropServices;
using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>
/// Finds running headers, footers and page numbers: lines near the upper or lower edge that come back at the same
/// height on neighbouring pages with the same words, numbers aside. After Lin, "Header and footer extraction by page
/// association" (SPIE 5010, 2003); only the lines nearest the edges are compared, each with those of two pages before
/// and behind.
/// </summary>
internal sealed class RunningText
{
    /// <summary>Lines looked at from each edge of a page.</summary>
    private const int MostLines = 6;

    /// <summary>A running line stands within this share of the page's height from the edge.</summary>
    private const float Margin = 0.2f;

    /// <summary>Heights of one running line differ by at most this many points.</summary>
    private const float SameHeight = 4f;

    private const int Neighbours = 2;

    private readonly DocumentText _document;
    private readonly List<Candidate> _candidates = [];
    private readonly List<(int First, int Count)> _byPage = [];

    /// <summary>Tables of the page at hand that reach beyond its edges: figures in the last row of a page's table are
    /// no page numbers.</summary>
    private readonly HashSet<int> _bodyTables = [];

    private RunningText(DocumentText document) => _document = document;

    private record struct Candidate(int Line, bool IsTop, float Height, ulong Words, bool IsRunning);

    /// <summary>Gives the lines found their role.</summary>
    public static void Mark(DocumentText document)
    {
        CheckArtifacts(document);
        RunningText finder = new(document);
        foreach (PrintedPage page in document.Pages)
            finder.AddCandidates(page);
        finder.Compare();
        finder.MarkFound();
        LonePageNumbers.Mark(document);
    }

    /// <summary>What the tags call a header or footer must stand where such things stand.</summary>
    private static void CheckArtifacts(DocumentText document)
    {
        foreach (PrintedPage page in document.Pages)
        {
            foreach (ref PrintedLine line in document.LinesOf(page))
            {
                if (line.Role == LineRole.Header && line.Box.Top > 0.3f * page.Height)
                    line.Role = LineRole.Body;
                if (line.Role == LineRole.Footer && line.Box.Bottom < 0.7f * page.Height)
                    line.Role = LineRole.Body;
            }
        }
    }

    private void AddCandidates(PrintedPage page)
    {
        int first = _candidates.Count;
        Span<PrintedLine> lines = _document.LinesOf(page);
        Span<(float Height, int Line)> nearest = stackalloc (float, int)[MostLines];
        FindBodyTables(page, lines);
        foreach (bool isTop in (ReadOnlySpan<bool>)[true, false])
        {
            int count = 0;
            for (int i = 0; i < lines.Length; i++)
            {
                float height = isTop ? lines[i].Box.Top : page.Height - lines[i].Box.Bottom;
                if (height > Margin * page.Height || _bodyTables.Contains(lines[i].Table))
                    continue;
                count = InsertSorted(nearest, count, (height, page.FirstLine + i));
            }

            for (int i = 0; i < count; i++)
            {
                int line = nearest[i].Line;
                _candidates.Add(
                    new(line, isTop, nearest[i].Height, Fingerprint(_document.TextOf(_document.Lines[line])), false)
                );
            }
        }

        _byPage.Add((first, _candidates.Count - first));
    }

    private void FindBodyTables(PrintedPage page, ReadOnlySpan<PrintedLine> lines)
    {
        _bodyTables.Clear();
        foreach (ref readonly PrintedLine line in lines)
        {
            if (line.Table >= 0 && line.Box.Top > Margin * page.Height && line.Box.Bottom < (1 - Margin) * page.Height)
                _bodyTables.Add(line.Table);
        }
    }

    private static int InsertSorted(Span<(float Height, int Line)> nearest, int count, (float Height, int Line) entry)
    {
        int at = count;
        while (at > 0 && nearest[at - 1].Height > entry.Height)
            at--;
        if (at >= nearest.Length)
            return count;
        int kept = Math.Min(count, nearest.Length - 1);
        nearest[at..kept].CopyTo(nearest[(at + 1)..]);
        nearest[at] = entry;
        return kept + 1;
    }

    /// <summary>A hash (FNV-1a) of the words, in which every number and every blank is alike.</summary>
    private static ulong Fingerprint(ReadOnlySpan<char> text)
    {
        ulong hash = 14695981039346656037;
        bool wasDigit = false;
        foreach (char letter in text)
        {
            bool isDigit = char.IsAsciiDigit(letter);
            if (char.IsWhiteSpace(letter) || (isDigit && wasDigit))
                continue;
            wasDigit = isDigit;
            hash = (hash ^ (isDigit ? '0' : char.ToLowerInvariant(letter))) * 1099511628211;
        }

        return hash;
    }

    private void Compare()
    {
        Span<Candidate> all = CollectionsMarshal.AsSpan(_candidates);
        for (int page = 0; page < _byPage.Count; page++)
        {
            for (int other = page + 1; other <= Math.Min(page + Neighbours, _byPage.Count - 1); other++)
            {
                Match(
                    all.Slice(_byPage[page].First, _byPage[page].Count),
                    all.Slice(_byPage[other].First, _byPage[other].Count)
                );
            }
        }
    }

    private void Match(Span<Candidate> page, Span<Candidate> other)
    {
        foreach (ref Candidate one in page)
        {
            foreach (ref Candidate two in other)
            {
                if (one.IsTop != two.IsTop || one.Words != two.Words || Math.Abs(one.Height - two.Height) > SameHeight)
                    continue;
                if (Math.Abs(_document.Lines[one.Line].Size - _document.Lines[two.Line].Size) > 0.5f)
                    continue;
                one.IsRunning = two.IsRunning = true;
            }
        }
    }

    private void MarkFound()
    {
        foreach (Candidate candidate in _candidates)
        {
            ref PrintedLine line = ref _document.Lines[candidate.Line];
            if (!candidate.IsRunning || (line.Table >= 0 && HasOtherLines(line)))
                continue;
            line.Role = candidate.IsTop ? LineRole.Header : LineRole.Footer;
            line.Table = -1;
        }
    }

    /// <summary>True when the line's table also has lines that come back on no other page, so that it is no header but
    /// a table at the edge.</summary>
    private bool HasOtherLines(in PrintedLine line)
    {
        PrintedPage page = _document.Pages[line.Page - 1];
        (int first, int count) = _byPage[line.Page - 1];
        int running = 0;
        for (int i = first; i < first + count; i++)
        {
            if (_candidates[i].IsRunning && _document.Lines[_candidates[i].Line].Table == line.Table)
                running++;
        }

        int all = 0;
        foreach (ref PrintedLine other in _document.LinesOf(page))
        {
            if (other.Table == line.Table)
                all++;
        }

        return all > running;
    }
}
