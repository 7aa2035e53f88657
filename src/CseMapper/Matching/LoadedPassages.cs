using CseMapper.Criteria;

namespace CseMapper.Matching;

/// <summary>The passages of all documents as a standard sees them: read once, then ranked in memory.</summary>
internal sealed class LoadedPassages
{
    private LoadedPassages(IReadOnlyList<IndexedDocument> documents, StandardQuery query, RelatedWords related)
    {
        Documents = documents;
        Query = query;
        Related = related;
        Lexicon = new Lexicon(query.Features, related);
        Hits = new PassageHits(query.Features.Count);
    }

    /// <summary>In the ordinal order of their keys; their passages are numbered in this order.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    public StandardQuery Query { get; }

    public RelatedWords Related { get; }

    public Lexicon Lexicon { get; }

    public PassageHits Hits { get; }

    public TermFrequencies Frequencies { get; } = new();

    /// <summary>Reads all documents. Their order does not matter.</summary>
    public static LoadedPassages Of(Standard standard, IEnumerable<IndexedDocument> documents, RelatedWords related, CancellationToken cancellation)
    {
        StandardQuery query = StandardQuery.Of(standard);
        IndexedDocument[] sorted = [.. documents.OrderBy(document => document.Key, StringComparer.Ordinal)];
        LoadedPassages loaded = new(sorted, query, related);
        HitCollector collector = new(loaded.Lexicon, query.Features.Count, loaded.Hits, loaded.Frequencies);
        foreach (IndexedDocument document in sorted)
        {
            cancellation.ThrowIfCancellationRequested();
            collector.Add(document.Terms);
        }

        return loaded;
    }
}
