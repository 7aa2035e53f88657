namespace CseMapper.Ingest.Word;

/// <summary>Recognises headings that nothing but their look marks: short lines that are bold or larger than the text.</summary>
internal static class HeadingGuesser
{
    private const int LongestLine = 120;
    private const int MostWords = 14;
    private const float LargerBy = 3;

    /// <summary>Finds them.</summary>
    /// <param name="body">The body's paragraphs and tables; only paragraphs outside tables are looked at.</param>
    /// <returns>Their levels, from 1.</returns>
    internal static Dictionary<DraftParagraph, int> Find(IReadOnlyList<Draft> body)
    {
        float bodySize = MostUsedSize(body);
        List<DraftParagraph> candidates = [.. body.OfType<DraftParagraph>().Where(paragraph => LooksLikeHeading(paragraph, bodySize))];
        float[] sizes = [.. candidates.Where(paragraph => NumberDepth(paragraph) == 0).Select(paragraph => paragraph.Size).Distinct().OrderDescending()];
        var found = new Dictionary<DraftParagraph, int>();
        int real = 0;
        var candidate = new HashSet<DraftParagraph>(candidates);
        foreach (DraftParagraph paragraph in body.OfType<DraftParagraph>())
        {
            if (paragraph.OutlineLevel is { } outline and < 9 && paragraph.Text.Length > 0) real = outline + 1;
            if (!candidate.Contains(paragraph)) continue;
            int depth = NumberDepth(paragraph);
            int rank = depth > 0 ? depth : Math.Min(Array.IndexOf(sizes, paragraph.Size) + 1, 3);
            // Below a marked heading a guessed one can only be further in.
            found.Add(paragraph, Math.Min(real > 0 ? Math.Max(real + 1, rank) : rank, 9));
        }

        return found;
    }

    private static float MostUsedSize(IReadOnlyList<Draft> body)
    {
        var letters = new Dictionary<float, long>();
        foreach (DraftParagraph paragraph in body.OfType<DraftParagraph>())
            letters[paragraph.Size] = letters.GetValueOrDefault(paragraph.Size) + paragraph.Text.Length;
        return letters.Count == 0 ? 0 : letters.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }

    private static bool LooksLikeHeading(DraftParagraph paragraph, float bodySize)
    {
        string text = paragraph.Text;
        if (paragraph.IsContents || paragraph.IsAside || paragraph.IsNote || paragraph.OutlineLevel is < 9 || paragraph.Style.IsTitle) return false;
        if (text.Length is 0 or > LongestLine || text.Contains('\n', StringComparison.Ordinal) || !text.Any(char.IsLetter)) return false;
        if (!paragraph.IsBold && paragraph.Size < bodySize + LargerBy) return false;
        if (paragraph.Label is { IsBullet: true } || text[^1] is '.' or ';' or ',') return false;
        // "Version: 2" is a fact, not a heading.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && colon < text.Length - 1) return false;
        return text.AsSpan().Count(' ') < MostWords;
    }

    /// <summary>How many parts the number in front has, 0 without one.</summary>
    private static int NumberDepth(DraftParagraph paragraph)
    {
        string? number = paragraph.Label is { IsBullet: false, Text.Length: > 0 } label ? label.Text : TypedNumber.SplitHeading(paragraph.Text).Number;
        return number is null ? 0 : Math.Max(1, number.Split('.', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
