namespace CseMapper.Review;

/// <summary>
/// Finds the words of decisions again after documents were edited, moved, renamed, split or saved in another format. It
/// rather asks than guesses: only the same words in the same or the renamed document keep a decision.
/// </summary>
/// <param name="documents">The documents as they are now.</param>
/// <param name="nearby">
/// Names the documents in which the words of a document that is gone may stand now, so that not all have to be searched; null to search all.
/// </param>
public sealed class AnchorFinder(IReadOnlyList<AnchorDocument> documents, Func<EvidenceAnchor, IReadOnlyList<AnchorDocument>>? nearby = null)
{
    /// <summary>Texts kept for the next anchor: neighbours in the log are mostly neighbours in a document.</summary>
    private const int MostTexts = 32;

    /// <summary>Less alike than this is another sentence.</summary>
    private const double LeastLikeness = 0.55;

    /// <summary>In another document the words around must agree as well, and more of the words themselves.</summary>
    private const double LeastLikenessElsewhere = 0.75;

    /// <summary>The best place must be better than the second by this much.</summary>
    private const double Margin = 0.1;

    /// <summary>An equal heading alone (half of the context) does not make a document the renamed one.</summary>
    private const double LeastContextElsewhere = 0.6;

    /// <summary>Shorter quotes stand in many places by chance: the words around them must agree.</summary>
    private const int ShortQuote = 8;

    private readonly Dictionary<string, AnchorText> _texts = [];
    private readonly ILookup<string, AnchorDocument> _byPath = documents.ToLookup(document => document.Path, StringComparer.Ordinal);
    private readonly ILookup<string, AnchorDocument> _byHash = documents.ToLookup(document => document.ContentHash, StringComparer.Ordinal);

    /// <summary>Finds one anchor.</summary>
    /// <param name="anchor">What was decided about.</param>
    public AnchorMatch Find(EvidenceAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        AnchorWords quote = new(anchor.Quote);
        if (quote.Count == 0) return Gone;
        AnchorDocument? same = _byPath[anchor.Path].FirstOrDefault();
        if (same is not null) return same.ContentHash == anchor.ContentHash ? Same(AnchorState.Unchanged, anchor, same) : InDocument(anchor, quote, same);
        AnchorDocument? renamed = _byHash[anchor.ContentHash].FirstOrDefault();
        return renamed is not null ? Same(AnchorState.Moved, anchor, renamed) : Elsewhere(anchor, quote);
    }

    private static AnchorMatch Gone => new(AnchorState.Gone, null, 0, []);

    /// <summary>A document that is what it was byte for byte needs no search.</summary>
    private static AnchorMatch Same(AnchorState state, EvidenceAnchor anchor, AnchorDocument document) =>
        new(state, AnchorPlace.Of(anchor) with { Path = document.Path }, 1, []);

    private AnchorMatch InDocument(EvidenceAnchor anchor, AnchorWords quote, AnchorDocument document)
    {
        AnchorText text = TextOf(document);
        List<Candidate> exact = [.. text.FindExactly(quote.Words).Select(at => Candidate.Exact(anchor, quote, text, at))];
        if (quote.Count < ShortQuote) exact.RemoveAll(candidate => candidate.Context < 0.5);
        if (exact.Count > 0)
        {
            // The same words several times in one document: which of them is meant, the words around tell; if they do not, it does not matter.
            Candidate best = exact.MaxBy(candidate => candidate.Context)!;
            return new AnchorMatch(best.StandsUnder(anchor) ? AnchorState.Unchanged : AnchorState.Moved, best.Place, 1, []);
        }

        return Alike(anchor, quote, [text], LeastLikeness);
    }

    /// <summary>The document is gone: a renamed and edited one must hold the words and what stood around them.</summary>
    private AnchorMatch Elsewhere(EvidenceAnchor anchor, AnchorWords quote)
    {
        List<AnchorText> texts = [.. (nearby?.Invoke(anchor) ?? documents).Where(document => !anchor.Copies.Contains(document.Path)).Select(TextOf)];
        List<Candidate> exact = [.. texts.SelectMany(text => text.FindExactly(quote.Words).Select(at => Candidate.Exact(anchor, quote, text, at))).OrderByDescending(candidate => candidate.Context)];
        if (exact.Count == 0) return Alike(anchor, quote, texts, LeastLikenessElsewhere);
        bool isAlone = exact.Count == 1 || exact[0].Context >= exact[1].Context + Margin || exact.All(candidate => candidate.Place.ContentHash == exact[0].Place.ContentHash);
        bool isTrusted = exact[0].Context >= LeastContextElsewhere && isAlone;
        return new AnchorMatch(isTrusted ? AnchorState.Moved : AnchorState.Ambiguous, exact[0].Place, 1, []);
    }

    private static AnchorMatch Alike(EvidenceAnchor anchor, AnchorWords quote, List<AnchorText> texts, double least)
    {
        List<Candidate> candidates =
        [
            .. texts
                .SelectMany(text => text.Stretches(quote.Words, most: 4).Select(stretch => Candidate.Aligned(anchor, quote, text, stretch)))
                .Where(candidate => candidate.Likeness >= least)
                .OrderByDescending(candidate => candidate.Total),
        ];
        if (candidates.Count == 0) return Gone;
        Candidate best = candidates[0];
        Candidate? second = candidates.Skip(1).FirstOrDefault(candidate => !candidate.Overlaps(best));
        bool isClear = second is null || best.Total >= second.Total + Margin;
        return new AnchorMatch(isClear ? AnchorState.Reworded : AnchorState.Ambiguous, best.Place, best.Likeness, best.Changes);
    }

    private AnchorText TextOf(AnchorDocument document)
    {
        if (_texts.TryGetValue(document.Path, out AnchorText? known)) return known;
        if (_texts.Count == MostTexts) _texts.Clear();
        return _texts[document.Path] = new AnchorText(document);
    }
}
