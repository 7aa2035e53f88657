namespace CseMapper.Decisions.Anchors;

/// <summary>
/// Finds the words of decisions again after documents were edited, moved, renamed, split or saved in another format. It
/// rather asks than guesses: only the same words in the same or the renamed document keep a decision.
/// </summary>
/// <param name="documents">The documents as they are now.</param>
/// <param name="nearby">
/// Names the documents in which the words of a document that is gone may stand now, so that not all have to be
/// searched; null to search all.
/// </param>
public sealed class AnchorFinder(
    IReadOnlyList<AnchorDocument> documents,
    Func<EvidenceAnchor, IReadOnlyList<AnchorDocument>>? nearby = null
)
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
    private readonly ILookup<string, AnchorDocument> _byPath = documents.ToLookup(
        document => document.Path,
        StringComparer.Ordinal
    );
    private readonly ILookup<string, AnchorDocument> _byHash = documents.ToLookup(
        document => document.ContentHash,
        StringComparer.Ordinal
    );

    /// <summary>Finds one anchor.</summary>
    /// <param name="anchor">What was decided about.</param>
    /// <param name="successor">The path of the document that took the place of the anchor's, where that is known and it
    /// is gone.</param>
    public AnchorMatch Find(EvidenceAnchor anchor, string? successor = null)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        AnchorDocument? same = _byPath[anchor.Path].FirstOrDefault();
        if (same?.ContentHash == anchor.ContentHash)
            return Same(AnchorState.Unchanged, anchor, same);
        if (same is null && _byHash[anchor.ContentHash].FirstOrDefault() is { } renamed)
            return Same(AnchorState.Moved, anchor, renamed);
        AnchorWords quote = new(anchor.Quote);
        if (quote.Count == 0)
            return Gone;
        if (same is not null)
            return InDocument(anchor, quote, same);
        return successor is null
            ? Elsewhere(anchor, quote)
            : AsMoved(InDocument(anchor, quote, _byPath[successor].First()));
    }

    /// <summary>True where neither the anchor's document nor another of the same content is there.</summary>
    /// <param name="anchor">What a decision was taken about.</param>
    public bool IsLost(EvidenceAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return !_byPath.Contains(anchor.Path) && !_byHash.Contains(anchor.ContentHash);
    }

    private static AnchorMatch Gone => new(AnchorState.Gone, null, 0, []);

    private static AnchorMatch AsMoved(AnchorMatch match) =>
        match.State == AnchorState.Unchanged ? match with { State = AnchorState.Moved } : match;

    /// <summary>A document that is what it was byte for byte needs no search.</summary>
    private static AnchorMatch Same(AnchorState state, EvidenceAnchor anchor, AnchorDocument document) =>
        new(state, AnchorPlace.WhereMade(anchor) with { Path = document.Path }, 1, []);

    private AnchorMatch InDocument(EvidenceAnchor anchor, AnchorWords quote, AnchorDocument document)
    {
        AnchorText text = TextOf(document);
        List<Candidate> exact = [.. Exact(anchor, quote, text)];
        if (quote.Count < ShortQuote)
            exact.RemoveAll(candidate => candidate.Context < 0.5);
        if (exact.Count > 0)
        {
            // The same words several times in one document: which of them is meant, the words around tell; if they do
            // not, it does not matter.
            Candidate best = exact.MaxBy(candidate => candidate.Context)!;
            return new AnchorMatch(
                best.StandsUnder(anchor) ? AnchorState.Unchanged : AnchorState.Moved,
                best.Place,
                1,
                []
            );
        }

        return Alike(anchor, quote, [text], LeastLikeness);
    }

    /// <summary>The document is gone: a renamed and edited one must hold the words and what stood around
    /// them.</summary>
    private AnchorMatch Elsewhere(EvidenceAnchor anchor, AnchorWords quote)
    {
        List<AnchorText> texts =
        [
            .. (nearby?.Invoke(anchor) ?? documents)
                .Where(document => !anchor.Copies.Contains(document.Path))
                .Select(TextOf),
        ];
        List<Candidate> exact =
        [
            .. texts.SelectMany(text => Exact(anchor, quote, text)).OrderByDescending(candidate => candidate.Context),
        ];
        if (exact.Count == 0)
            return Alike(anchor, quote, texts, LeastLikenessElsewhere);
        bool isAlone =
            exact.Count == 1
            || exact[0].Context >= exact[1].Context + Margin
            || exact.All(candidate => candidate.Place.ContentHash == exact[0].Place.ContentHash);
        // A copy that has gone as well may be what is found here under a new name.
        bool isKnownApart = anchor.Copies.Count < EvidenceAnchor.MostCopies && anchor.Copies.All(_byPath.Contains);
        bool isTrusted = exact[0].Context >= LeastContextElsewhere && isAlone && isKnownApart;
        return new AnchorMatch(isTrusted ? AnchorState.Moved : AnchorState.Ambiguous, exact[0].Place, 1, []);
    }

    /// <summary>The places where the words stand letter for letter.</summary>
    private static IEnumerable<Candidate> Exact(EvidenceAnchor anchor, AnchorWords quote, AnchorText text)
    {
        List<int> places = text.FindExactly(quote.Words);
        return places.Count > 0
            ? places.Select(at => Candidate.Exact(anchor, quote, text, at, quote.Count))
            : text.FindSpaced(quote.Words).Select(place => Candidate.Exact(anchor, quote, text, place.At, place.Count));
    }

    private static AnchorMatch Alike(EvidenceAnchor anchor, AnchorWords quote, List<AnchorText> texts, double least)
    {
        List<Candidate> candidates =
        [
            .. texts
                .SelectMany(text =>
                    text.Stretches(quote.Words, most: 4)
                        .Select(stretch => Candidate.Aligned(anchor, quote, text, stretch))
                )
                .Where(candidate => candidate.Likeness >= least)
                .OrderByDescending(candidate => candidate.Total),
        ];
        if (candidates.Count == 0)
            return Gone;
        Candidate best = candidates[0];
        Candidate? second = candidates.Skip(1).FirstOrDefault(candidate => !candidate.Overlaps(best));
        bool isClear = second is null || best.Total >= second.Total + Margin;
        return new AnchorMatch(
            isClear ? AnchorState.Reworded : AnchorState.Ambiguous,
            best.Place,
            best.Likeness,
            best.Changes
        );
    }

    private AnchorText TextOf(AnchorDocument document)
    {
        if (_texts.TryGetValue(document.Path, out AnchorText? known))
            return known;
        if (_texts.Count == MostTexts)
            _texts.Clear();
        return _texts[document.Path] = new AnchorText(document);
    }
}
