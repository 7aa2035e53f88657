namespace CseMapper.Matching.Suggestions;

/// <summary>Chooses the part of a passage to show: whole sentences, or clauses of a long one, around the matched
/// words.</summary>
internal static class QuoteCutter
{
    private const int Longest = 420;

    /// <summary>The part of the text with the most matched words that is short enough to read at a glance.</summary>
    public static TextSpan Cut(string text, IReadOnlyList<MatchedWord> matches)
    {
        if (text.Length <= Longest)
            return Trim(text, 0, text.Length);
        List<int> ends = Ends(text);
        (int start, int end, double worth) best = (0, Math.Min(text.Length, Longest), -1);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int first = 0; first < ends.Count; first++)
        {
            int start = first == 0 ? 0 : ends[first - 1];
            double matched = 0;
            seen.Clear();
            int at = 0;
            for (int last = first; last < ends.Count && (ends[last] - start <= Longest || last == first); last++)
            {
                // Matches are in order, so a longer part holds those of the shorter one and the next ones.
                for (; at < matches.Count && matches[at].Span.End <= ends[last]; at++)
                {
                    if (matches[at].Span.Start >= start && seen.Add(matches[at].Term))
                        matched += Worth(matches[at]);
                }

                double worth = matched + ((ends[last] - start) / 10_000.0);
                if (worth > best.worth)
                    best = (start, ends[last], worth);
            }
        }

        return Trim(text, best.start, best.end);
    }

    /// <summary>Different words count, not how often one of them stands there.</summary>
    private static double Worth(MatchedWord match) =>
        match.Kind switch
        {
            MatchKind.Word => 1,
            MatchKind.Vocabulary => match.Term.Contains(' ', StringComparison.Ordinal) ? 2 : 1,
            _ => 0.5,
        };

    /// <summary>Places after the ends of sentences and lines; in sentences that are too long, after their clauses;
    /// where all fails, after a word.</summary>
    private static List<int> Ends(string text)
    {
        List<int> ends = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (
                !IsSentenceEnd(text, i)
                && !(i - start > Longest / 2 && IsClauseEnd(text, i))
                && !(i - start >= Longest && char.IsWhiteSpace(text[i]))
            )
            {
                continue;
            }

            ends.Add(i + 1);
            start = i + 1;
        }

        if (start < text.Length)
            ends.Add(text.Length);
        return ends;
    }

    private static bool IsSentenceEnd(string text, int at) =>
        text[at] == '\n'
        || (
            text[at] is '.' or '!' or '?'
            && (
                at + 1 == text.Length
                || (char.IsWhiteSpace(text[at + 1]) && !(at > 0 && text[at] == '.' && IsShortBefore(text, at)))
            )
        );

    /// <summary>"e.g. ", "No. ", "3. ": a point after one or two characters ends no sentence.</summary>
    private static bool IsShortBefore(string text, int at)
    {
        int letters = 0;
        while (at - letters - 1 >= 0 && char.IsLetterOrDigit(text[at - letters - 1]))
            letters++;
        return letters <= 2;
    }

    private static bool IsClauseEnd(string text, int at) =>
        text[at] is ';' or ',' or ':' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end - start);
    }
}
