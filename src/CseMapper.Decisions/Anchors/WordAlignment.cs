namespace CseMapper.Decisions.Anchors;

/// <summary>
/// The best place for a quote inside a text: local alignment of words (Smith and Waterman, 1981) with weighted words
/// and small penalties for words put in, taken out or replaced.
/// </summary>
/// <param name="Start">The first word of the place in the text.</param>
/// <param name="Count">How many words of the text it takes.</param>
/// <param name="Likeness">Weight of the agreeing words against both texts (Dice), 0 to 1.</param>
/// <param name="Pairs">The agreeing words as places in the quote and the text, in order.</param>
internal sealed record WordAlignment(int Start, int Count, double Likeness, IReadOnlyList<(int Quote, int Text)> Pairs)
{
    /// <summary>Against the weight of an agreeing word: low enough that a replaced sentence does not end the
    /// place.</summary>
    private const float Penalty = 0.12f;

    public int End => Start + Count;

    /// <param name="quote">The words looked for.</param>
    /// <param name="text">The words of the text.</param>
    /// <param name="from">The first word of the text to look at.</param>
    /// <param name="to">The first word not to look at.</param>
    public static WordAlignment Best(List<string> quote, List<string> text, int from, int to)
    {
        int rows = quote.Count + 1;
        int columns = to - from + 1;
        float[] score = new float[rows * columns];
        (float best, int bestAt) = (0, 0);
        float[] weights = [.. quote.Select(word => (float)AnchorWords.Weight(word))];
        for (int q = 1; q < rows; q++)
        {
            for (int t = 1; t < columns; t++)
            {
                int at = (q * columns) + t;
                float along =
                    score[at - columns - 1] + (quote[q - 1] == text[from + t - 1] ? weights[q - 1] : -Penalty);
                float value = Math.Max(0, Math.Max(along, Math.Max(score[at - 1], score[at - columns]) - Penalty));
                score[at] = value;
                if (value > best)
                    (best, bestAt) = (value, at);
            }
        }

        return Trace(quote, text, from, columns, score, bestAt);
    }

    private static WordAlignment Trace(
        List<string> quote,
        List<string> text,
        int from,
        int columns,
        float[] score,
        int at
    )
    {
        List<(int Quote, int Text)> pairs = [];
        while (score[at] > 0)
        {
            int q = at / columns;
            int t = at % columns;
            bool agrees = quote[q - 1] == text[from + t - 1];
            float along = score[at - columns - 1] + (agrees ? (float)AnchorWords.Weight(quote[q - 1]) : -Penalty);
            if (score[at] == along)
            {
                if (agrees)
                    pairs.Add((q - 1, from + t - 1));
                at -= columns + 1;
            }
            else
            {
                at = score[at] == score[at - 1] - Penalty ? at - 1 : at - columns;
            }
        }

        pairs.Reverse();
        if (pairs.Count == 0)
            return new WordAlignment(from, 0, 0, pairs);
        int start = pairs[0].Text;
        int count = pairs[^1].Text - start + 1;
        double agreeing = pairs.Sum(pair => AnchorWords.Weight(quote[pair.Quote]));
        double all = quote.Sum(AnchorWords.Weight) + text.GetRange(start, count).Sum(AnchorWords.Weight);
        return new WordAlignment(start, count, all == 0 ? 0 : 2 * agreeing / all, pairs);
    }

    /// <summary>What changed, word by word, from the quote to the place.</summary>
    public IReadOnlyList<WordChange> Changes(AnchorWords quote, AnchorWords text)
    {
        List<WordChange> changes = [];
        (int q, int t) = (0, Start);
        foreach ((int inQuote, int inText) in Pairs)
        {
            Add(changes, WordChangeKind.Removed, quote.Slice(q, inQuote - q));
            Add(changes, WordChangeKind.Added, text.Slice(t, inText - t));
            Add(changes, WordChangeKind.Same, text.Slice(inText, 1));
            (q, t) = (inQuote + 1, inText + 1);
        }

        Add(changes, WordChangeKind.Removed, quote.Slice(q, quote.Count - q));
        return changes;
    }

    private static void Add(List<WordChange> changes, WordChangeKind kind, string words)
    {
        if (words.Length == 0)
            return;
        if (changes.Count > 0 && changes[^1].Kind == kind)
            changes[^1] = changes[^1] with { Text = changes[^1].Text + " " + words };
        else
            changes.Add(new WordChange(kind, words));
    }
}
