using CseMapper.Criteria;

namespace CseMapper.Matching;

/// <summary>The passages of all documents, ranked for every element of a standard.</summary>
internal sealed class PassageRanking
{
    private readonly IReadOnlyList<IndexedDocument> _documents;

    private PassageRanking(IReadOnlyList<IndexedDocument> documents, StandardQuery query, Lexicon lexicon, PassageHits hits, PassageScorer scorer, WorkingSet set, EvidenceScores scores)
    {
        _documents = documents;
        Query = query;
        Lexicon = lexicon;
        Hits = hits;
        Scorer = scorer;
        Set = set;
        Scores = scores;
    }

    public StandardQuery Query { get; }

    public Lexicon Lexicon { get; }

    public PassageHits Hits { get; }

    public PassageScorer Scorer { get; }

    public WorkingSet Set { get; }

    public EvidenceScores Scores { get; }

    /// <summary>Reads and scores everything once. The order of the documents does not matter.</summary>
    public static PassageRanking Of(Standard standard, IEnumerable<IndexedDocument> documents, RelatedWords related, CancellationToken cancellation)
    {
        IndexedDocument[] sorted = [.. documents.OrderBy(document => document.Key, StringComparer.Ordinal)];
        StandardQuery query = StandardQuery.Of(standard);
        Lexicon lexicon = new(query.Features, related);
        PassageHits hits = new(query.Features.Count);
        HitCollector collector = new(lexicon, hits, query.Features.Count);
        StoredTerms terms = new(lexicon);
        foreach (IndexedDocument document in sorted)
        {
            cancellation.ThrowIfCancellationRequested();
            collector.Add(document.Terms);
            terms.Add(document.Terms);
        }

        PassageScorer scorer = new(query, hits);
        WorkingSet set = WorkingSet.Choose(hits, scorer, query.Elements.Count, cancellation);
        LikenessScores likeness = new(terms, set, hits, scorer);
        EvidenceScores scores = EvidenceScores.Of(set, hits, scorer, query.Elements.Count, likeness.To, cancellation);
        return new PassageRanking(sorted, query, lexicon, hits, scorer, set, scores);
    }

    public IndexedDocument DocumentOf(int row) => _documents[Set.Documents[row]];
}
