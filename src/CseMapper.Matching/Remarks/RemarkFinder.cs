using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Scoring;

namespace CseMapper.Matching.Remarks;

/// <summary>Finds what a reviewer should know of a candidate beyond its wording: whether it quotes the standard, and
/// what its document and the other documents say of it.</summary>
internal sealed class RemarkFinder
{
    private readonly PassageRanking _ranking;
    private readonly StandardQuotes _quotes;
    private readonly Dictionary<int, bool> _quotesStandard = [];
    private DocumentFamilies? _families;
    private PassageCopies? _copies;

    /// <param name="ranking">The ranked passages.</param>
    public RemarkFinder(PassageRanking ranking)
    {
        _ranking = ranking;
        _quotes = new StandardQuotes(ranking.Query.Elements);
    }

    /// <summary>Compares the best passages of all elements with all others, and their documents with one another; to be
    /// done before anything is asked, on any thread.</summary>
    /// <param name="source">The documents.</param>
    /// <param name="best">The rows that may be asked about, of each element the best first.</param>
    /// <param name="shown">How many of an element's best belong to documents that are compared.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    public void Compare(DocumentSource source, IReadOnlyList<int[]> best, int shown, CancellationToken cancellation)
    {
        bool[] isShown = new bool[source.Documents.Count];
        HashSet<int> rows = [];
        foreach (int[] ofElement in best)
        {
            rows.UnionWith(ofElement);
            foreach (int row in ofElement.AsSpan(0, Math.Min(shown, ofElement.Length)))
                isShown[_ranking.Set.Documents[row]] = true;
        }

        _copies = new PassageCopies(source, rows.Select(_ranking.PlaceOf), cancellation);
        // Only documents with a suggestion are compared with one another.
        _families = new DocumentFamilies(source, isShown);
    }

    /// <summary>The remarks on a candidate.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="words">The passage's words.</param>
    /// <param name="wording">What its wording says, to which they are added.</param>
    public EvidenceRemark[] Find(int row, TextWord[] words, IReadOnlyList<EvidenceRemark> wording)
    {
        IndexedDocument document = _ranking.DocumentOf(row);
        List<EvidenceRemark> remarks = [.. wording];
        if (QuotesStandard(row, words))
            remarks.Add(EvidenceRemark.QuotesStandard);
        if (_copies!.IsBoilerplate(_ranking.PlaceOf(row), holder => _families!.FamilyOf(holder.Key)))
            remarks.Add(EvidenceRemark.Boilerplate);
        if (document.IsDraft)
            remarks.Add(EvidenceRemark.Draft);
        if (_families!.IsSuperseded(document.Key))
            remarks.Add(EvidenceRemark.Superseded);
        if (document.IsReviewOverdue)
            remarks.Add(EvidenceRemark.ReviewOverdue);
        return [.. remarks];
    }

    /// <summary>Where else nearly the same words stand.</summary>
    public IReadOnlyList<PassagePlace> CopiesOf(int row) => _copies!.Of(_ranking.PlaceOf(row));

    private bool QuotesStandard(int row, TextWord[] words)
    {
        if (!_quotesStandard.TryGetValue(row, out bool known))
            _quotesStandard.Add(row, known = _quotes.AreIn(words));
        return known;
    }
}
