namespace CseMapper.Decisions.Anchors;

/// <summary>A place that may be an anchor's.</summary>
internal sealed class Candidate
{
    private readonly AnchorWords _quote;
    private readonly AnchorText _text;
    private readonly WordAlignment _alignment;

    private Candidate(EvidenceAnchor anchor, AnchorWords quote, AnchorText text, WordAlignment alignment)
    {
        _quote = quote;
        _text = text;
        _alignment = alignment;
        Context = ContextOf(anchor);
    }

    /// <summary>0 to 1: how far the words before and after, the headings and the clause agree.</summary>
    public double Context { get; }

    public double Likeness => _alignment.Likeness;

    /// <summary>What candidates are compared by: the words themselves, then what stands around them.</summary>
    public double Total => Likeness + (0.25 * Context);

    public AnchorPlace Place => _text.Place(_alignment.Start, _alignment.Count);

    public IReadOnlyList<WordChange> Changes => _alignment.Changes(_quote, _text.Words);

    public static Candidate Exact(EvidenceAnchor anchor, AnchorWords quote, AnchorText text, int at, int count) =>
        new(anchor, quote, text, new WordAlignment(at, count, 1, []));

    public static Candidate Aligned(
        EvidenceAnchor anchor,
        AnchorWords quote,
        AnchorText text,
        (int From, int To) stretch
    ) => new(anchor, quote, text, WordAlignment.Best(quote.Words, text.Words.Words, stretch.From, stretch.To));

    public bool Overlaps(Candidate other) =>
        _text == other._text && _alignment.Start < other._alignment.End && other._alignment.Start < _alignment.End;

    /// <summary>Whether it stands under the same innermost heading, or between the same words.</summary>
    public bool StandsUnder(EvidenceAnchor anchor)
    {
        string? was = anchor.Headings is [.., string outer] ? outer : null;
        string? now = _text.PassageAt(_alignment.Start).Headings is [.., string inner] ? inner : null;
        return was == now
            || (
                Agreement(anchor.Before, BeforeWords(anchor)) > 0.5 && Agreement(anchor.After, AfterWords(anchor)) > 0.5
            );
    }

    private double ContextOf(EvidenceAnchor anchor)
    {
        if (_alignment.Count == 0)
            return 0;
        double headings = Agreement(
            string.Join(' ', anchor.Headings),
            new AnchorWords(string.Join(' ', _text.PassageAt(_alignment.Start).Headings)).Words
        );
        return (
                Agreement(anchor.Before, BeforeWords(anchor))
                + Agreement(anchor.After, AfterWords(anchor))
                + (2 * headings)
            ) / 4;
    }

    private List<string> BeforeWords(EvidenceAnchor anchor)
    {
        int count = Math.Min(new AnchorWords(anchor.Before).Count, _alignment.Start);
        return _text.Words.Words.GetRange(_alignment.Start - count, count);
    }

    private List<string> AfterWords(EvidenceAnchor anchor)
    {
        int count = Math.Min(new AnchorWords(anchor.After).Count, _text.Words.Count - _alignment.End);
        return _text.Words.Words.GetRange(_alignment.End, count);
    }

    /// <summary>The share of words that both have; the first or last word of a context may be cut and then simply does
    /// not agree.</summary>
    private static double Agreement(string expected, List<string> found)
    {
        List<string> words = new AnchorWords(expected).Words;
        if (words.Count == 0)
            return found.Count == 0 ? 1 : 0.5;
        List<string> rest = [.. found];
        int agreeing = words.Count(rest.Remove);
        return 2.0 * agreeing / (words.Count + found.Count);
    }
}
