using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Vectors;

namespace CseMapper.Matching.Scoring;

/// <summary>The passages of all documents, ranked for every element of a standard.</summary>
internal sealed class PassageRanking
{
    private readonly LoadedPassages _loaded;

    private PassageRanking(
        LoadedPassages loaded,
        PassageScorer scorer,
        WorkingSet set,
        EvidenceScores scores,
        MeaningScores? meaning
    )
    {
        _loaded = loaded;
        Scorer = scorer;
        Set = set;
        Scores = scores;
        Meaning = meaning;
    }

    /// <summary>All documents, by key.</summary>
    public IReadOnlyList<IndexedDocument> Documents => _loaded.Documents;

    public DocumentSource Source => _loaded.Source;

    public StandardQuery Query => _loaded.Query;

    public Lexicon Lexicon => _loaded.Lexicon;

    public PassageHits Hits => _loaded.Hits;

    public PassageScorer Scorer { get; }

    public WorkingSet Set { get; }

    public EvidenceScores Scores { get; }

    /// <summary>What meaning has added to the scores; null where words alone were compared.</summary>
    public MeaningScores? Meaning { get; }

    /// <summary>Scores everything once.</summary>
    /// <param name="loaded">The passages.</param>
    /// <param name="vectors">Turns texts into vectors by their meaning; null to compare words alone.</param>
    /// <param name="progress">Hears of vectors that have to be made.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static PassageRanking Rank(
        LoadedPassages loaded,
        SentenceVectors? vectors,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    )
    {
        int elements = loaded.Query.Elements.Count;
        PassageScorer scorer = new(loaded.Query.Features, elements, loaded.Hits);
        WorkingSet set = WorkingSet.Choose(loaded.Hits, scorer, elements, cancellation);
        LikenessScores likeness = new(
            WorkingTerms.Load(loaded.Source, set, cancellation),
            loaded.Source.Index(cancellation),
            set,
            scorer
        );
        EvidenceScores scores = EvidenceScores.Compute(
            set,
            loaded.Hits,
            scorer,
            new ElementRivalry(loaded.Query.Features, elements),
            elements,
            likeness.To,
            cancellation
        );
        MeaningScores? meaning = vectors is null
            ? null
            : MeaningScores.AddTo(loaded.Source, set, loaded.Query, scores.Final, vectors, progress, cancellation);
        return new PassageRanking(loaded, scorer, set, scores, meaning);
    }

    public IndexedDocument DocumentOf(int row) => Documents[Set.Documents[row]];

    public PassagePlace PlaceOf(int row) => new(Set.Documents[row], Set.Ordinals[row]);
}
