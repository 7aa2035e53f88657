using CseMapper.Matching.Suggestions;

namespace CseMapper.Reports;

/// <summary>Splits a quote into plain and marked runs.</summary>
public static class MarkedText
{
    /// <summary>
    /// Runs that cover the text once, in order; overlapping marks are joined, marks outside the text are cut, and one
    /// that ends inside a character of two code units takes all of it.
    /// </summary>
    /// <param name="text">The quote.</param>
    /// <param name="matches">Its matched words, by start.</param>
    public static List<TextRun> Runs(string text, IReadOnlyList<MatchedWord> matches)
    {
        List<TextRun> runs = [];
        int done = 0;
        foreach (MatchedWord match in matches)
        {
            int start = Math.Max(match.Span.Start, done);
            int end = Math.Min(match.Span.End, text.Length);
            if (end <= start)
                continue;
            start -= IsInside(text, start) ? 1 : 0;
            end += IsInside(text, end) ? 1 : 0;
            if (start > done)
                runs.Add(new TextRun(done, start - done, null));
            if (start == done && match.Span.Start < done && runs.Count > 0)
                runs[^1] = runs[^1] with { Length = end - runs[^1].Start };
            else
                runs.Add(new TextRun(start, end - start, match.Kind));
            done = end;
        }

        if (done < text.Length || runs.Count == 0)
            runs.Add(new TextRun(done, text.Length - done, null));
        return runs;
    }

    private static bool IsInside(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]);
}

/// <summary>A run of a quote.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many.</param>
/// <param name="Kind">How its words matched; null for plain text.</param>
public readonly record struct TextRun(int Start, int Length, MatchKind? Kind)
{
    /// <summary>Whether the words are marked.</summary>
    public bool IsMarked => Kind is not null;
}
