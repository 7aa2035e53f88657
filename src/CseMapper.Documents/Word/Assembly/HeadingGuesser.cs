using System.Text.RegularExpressions;
using CseMapper.Documents.Word.Lists;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Assembly;

/// <summary>Recognises headings that nothing but their look marks: short lines that are bold, larger than the text, or
/// numbered like a clause.</summary>
internal static partial class HeadingGuesser
{
    private const int LongestLine = 120;
    private const int MostWords = 14;
    private const int MostWordsUnmarked = 8;
    private const int DeepestByLook = 3;

    // Half points.
    private const float LargerBy = 3;

    /// <summary>Finds them.</summary>
    /// <param name="body">The body's paragraphs and tables; only paragraphs outside tables are looked at.</param>
    /// <returns>Their levels, from 1.</returns>
    internal static Dictionary<DraftParagraph, int> Find(IReadOnlyList<Draft> body)
    {
        float bodySize = MostUsedSize(body);
        HashSet<DraftParagraph> candidates = new HashSet<DraftParagraph>();
        Draft? next = null;
        for (int i = body.Count - 1; i >= 0; i--)
        {
            if (body[i] is DraftParagraph { IsNote: true })
                continue;
            if (
                body[i] is DraftParagraph paragraph
                && LooksLikeHeading(paragraph, bodySize, next)
                && HeadsSomething(paragraph, next, candidates)
            )
            {
                candidates.Add(paragraph);
            }

            next = body[i];
        }

        return Level(body, candidates);
    }

    private static Dictionary<DraftParagraph, int> Level(IReadOnlyList<Draft> body, HashSet<DraftParagraph> candidates)
    {
        // A line without a number is as far in as the numbered lines of its size.
        Dictionary<float, int> bySize = candidates
            .Where(paragraph => NumberDepth(paragraph) > 0)
            .GroupBy(paragraph => paragraph.Size)
            .ToDictionary(group => group.Key, group => group.Min(NumberDepth));
        float[] sizes =
        [
            .. candidates
                .Where(paragraph => NumberDepth(paragraph) == 0)
                .Select(paragraph => paragraph.Size)
                .Distinct()
                .OrderDescending(),
        ];
        Dictionary<DraftParagraph, int> found = new Dictionary<DraftParagraph, int>();
        int marked = 0;
        foreach (DraftParagraph paragraph in body.OfType<DraftParagraph>())
        {
            if (paragraph.OutlineLevel is { } outline and < 9 && paragraph.Text.Length > 0)
                marked = outline + 1;
            if (!candidates.Contains(paragraph))
                continue;
            int depth = NumberDepth(paragraph);
            int level =
                depth > 0
                    ? depth
                    : bySize.GetValueOrDefault(
                        paragraph.Size,
                        Math.Min(Array.IndexOf(sizes, paragraph.Size) + 1, DeepestByLook)
                    );
            // Below a marked heading a guessed one can only be further in.
            found.Add(paragraph, Math.Min(marked > 0 ? Math.Max(marked + 1, level) : level, 9));
        }

        return found;
    }

    private static float MostUsedSize(IReadOnlyList<Draft> body)
    {
        Dictionary<float, long> letters = new Dictionary<float, long>();
        foreach (DraftParagraph paragraph in body.OfType<DraftParagraph>())
            letters[paragraph.Size] = letters.GetValueOrDefault(paragraph.Size) + paragraph.Text.Length;
        return letters.Count == 0
            ? 0
            : letters.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }

    private static bool LooksLikeHeading(DraftParagraph paragraph, float bodySize, Draft? next)
    {
        string text = paragraph.Text;
        if (
            paragraph.IsContents
            || paragraph.IsAside
            || paragraph.OutlineLevel is < 9
            || paragraph.Style.IsTitle
            || paragraph.Style.IsCaption
        )
        {
            return false;
        }

        if (
            text.Length is 0 or > LongestLine
            || text.Contains('\n', StringComparison.Ordinal)
            || !text.Any(char.IsLetter)
            || Date().IsMatch(text)
        )
        {
            return false;
        }

        if (paragraph.Label is { IsBullet: true } || text[^1] is '.' or ';' or ',')
            return false;
        // "Version: 2" is a fact, not a heading.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && colon < text.Length - 1)
            return false;
        int words = text.AsSpan().Count(' ') + 1;
        if (paragraph.IsBold || paragraph.Size >= bodySize + LargerBy)
            return words <= MostWords;
        return words <= MostWordsUnmarked && IsNumberedLikeClause(paragraph, next);
    }

    /// <summary>"5.1 Compliance measurement", with text below rather than "5.2".</summary>
    private static bool IsNumberedLikeClause(DraftParagraph paragraph, Draft? next) =>
        paragraph.Label is { Text.Length: > 0 } label
        && ClauseNumbers.IsClause(label)
        && char.IsUpper(paragraph.Text[0])
        && paragraph.Text[^1] != ':'
        && next is DraftParagraph { Label: null or { IsBullet: true } };

    /// <summary>A heading heads something: text, a list, a table, or a heading further in. Lines of a title page stand
    /// alone.</summary>
    private static bool HeadsSomething(DraftParagraph paragraph, Draft? next, HashSet<DraftParagraph> candidates)
    {
        if (next is not DraftParagraph after || after.IsContents)
            return next is DraftTable;
        if (paragraph.Text.EndsWith(':') && after.Text.Length < paragraph.Text.Length)
            return false;
        if (!candidates.Contains(after) && !(after.IsBold && after.Text.EndsWith(':')))
            return true;
        int depth = NumberDepth(paragraph),
            depthAfter = NumberDepth(after);
        return after.Size < paragraph.Size || (depth > 0 && depthAfter > depth) || (depth == 0) != (depthAfter == 0);
    }

    /// <summary>How many parts the number in front has, 0 without one.</summary>
    private static int NumberDepth(DraftParagraph paragraph) =>
        ClauseNumbers.Depth(
            paragraph.Label is { IsBullet: false, Text.Length: > 0 } label
                ? label.Text
                : TypedNumber.SplitHeading(paragraph.Text).Number
        );

    /// <summary>"March 2027", "1 March 2027", "March 1, 2027": a title page's date.</summary>
    [GeneratedRegex(
        """
            ^
            (\d{1,2}(st|nd|rd|th)?\s+)?
            (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+
            (\d{1,2}(st|nd|rd|th)?,?\s+)?
            \d{4}
            $
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Date();
}
