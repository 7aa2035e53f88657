using CseMapper.Indexing;
using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Finds what a reviewer should know of a candidate: from its wording, its document, and the other documents.</summary>
internal sealed class RemarkFinder
{
    private readonly PassageRanking _ranking;
    private readonly StandardQuotes _quotes;
    private readonly Dictionary<int, bool> _quotesStandard = [];
    private readonly Lazy<DocumentFamilies> _families;
    private readonly Lazy<PassageCopies> _copies;

    /// <param name="ranking">The ranked passages.</param>
    /// <param name="pool">How many of each element's best may be asked about.</param>
    /// <param name="cancellation">Stops the comparison of passages.</param>
    public RemarkFinder(PassageRanking ranking, int pool, CancellationToken cancellation)
    {
        _ranking = ranking;
        _quotes = new StandardQuotes(ranking.Query.Elements);
        int[] BestOfAll(int count) => [.. Enumerable.Range(0, ranking.Query.Elements.Count).SelectMany(element => ranking.Scores.Final.BestRows(element, count)).Distinct().Order()];
        // Only documents with a suggestion are compared with one another.
        _families = new Lazy<DocumentFamilies>(() => new DocumentFamilies(
            [.. BestOfAll(SuggestionMaker.Best).Select(ranking.DocumentOf).DistinctBy(document => document.Key).OrderBy(document => document.Key, StringComparer.Ordinal)]));
        _copies = new Lazy<PassageCopies>(() => new PassageCopies(ranking.Documents, BestOfAll(pool).Select(ranking.PlaceOf), cancellation));
    }

    /// <summary>All remarks on a candidate.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="passage">Its passage.</param>
    /// <param name="words">The passage's words.</param>
    /// <param name="quote">The part of it that is shown.</param>
    public IEnumerable<EvidenceRemark> Of(int row, Passage passage, IReadOnlyList<TextTerm> words, TextSpan quote)
    {
        IndexedDocument document = _ranking.DocumentOf(row);
        foreach (EvidenceRemark flag in WordingFlags.Of(passage.Text, quote)) yield return flag;
        if (QuotesStandard(row, words)) yield return EvidenceRemark.QuotesStandard;
        if (_copies.Value.IsBoilerplate(_ranking.PlaceOf(row), holder => _families.Value.FamilyOf(holder.Key))) yield return EvidenceRemark.Boilerplate;
        if (document.IsDraft) yield return EvidenceRemark.Draft;
        if (_families.Value.IsSuperseded(document.Key)) yield return EvidenceRemark.Superseded;
        if (document.IsReviewOverdue) yield return EvidenceRemark.ReviewOverdue;
    }

    /// <summary>Where else nearly the same words stand.</summary>
    public IReadOnlyList<PassagePlace> CopiesOf(int row) => _copies.Value.Of(_ranking.PlaceOf(row));

    private bool QuotesStandard(int row, IReadOnlyList<TextTerm> words)
    {
        if (!_quotesStandard.TryGetValue(row, out bool known)) _quotesStandard.Add(row, known = _quotes.AreIn(words));
        return known;
    }
}
