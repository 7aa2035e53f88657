using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;

namespace CseMapper.Matching.Loading;

/// <summary>The passages of all documents as a standard sees them: read once, then ranked in memory.</summary>
internal sealed class LoadedPassages
{
    private LoadedPassages(DocumentSource source, StandardQuery query)
    {
        Source = source;
        Query = query;
        Lexicon = new Lexicon(query.Features);
        Hits = new PassageHits(query.Features.Count);
    }

    /// <summary>Where the documents come from; their passages are numbered in its order.</summary>
    public DocumentSource Source { get; }

    public IReadOnlyList<IndexedDocument> Documents => Source.Documents;

    public StandardQuery Query { get; }

    public Lexicon Lexicon { get; }

    public PassageHits Hits { get; }

    /// <summary>Reads documents that carry their passages with them. Their order does not matter.</summary>
    public static LoadedPassages Load(
        Standard standard,
        IEnumerable<IndexedDocument> documents,
        RelatedWords related,
        CancellationToken cancellation
    ) => Load(standard, DocumentSource.Of(documents), related, cancellation);

    /// <summary>Takes the hits that were kept, and collects those of the other documents from the index.</summary>
    public static LoadedPassages Load(
        Standard standard,
        DocumentSource source,
        RelatedWords related,
        CancellationToken cancellation
    )
    {
        LoadedPassages loaded = new(source, StandardQuery.Build(standard, related));
        new HitLoader(source, loaded.Query.Features, loaded.Hits).Load(cancellation);
        return loaded;
    }
}
