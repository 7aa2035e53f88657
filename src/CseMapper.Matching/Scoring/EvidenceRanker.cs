using CseMapper.Matching.Criteria;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Suggestions;
using CseMapper.Matching.Vectors;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Scoring;

/// <summary>Finds, for every element of a standard, the passages that are evidence for it, best first.</summary>
/// <param name="vectors">Turns texts into vectors, to compare them by meaning as well; null to compare words alone.
/// </param>
public sealed class EvidenceRanker(SentenceVectors? vectors = null)
{
    private const int SuggestionsPerElement = 10;
    private readonly Lazy<RelatedWords> _related = new(RelatedWords.Load);

    /// <summary>What it compares meanings with; null for nothing.</summary>
    public SentenceVectors? Vectors => vectors;

    /// <summary>True where meanings were to be compared, and this build has no model for it.</summary>
    public bool MissesModel { get; init; }

    /// <summary>Ranks the passages of all documents for all elements.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="documents">The documents; their order does not matter.</param>
    /// <param name="passagesOf">Yields a document's passages by its key; called for documents with suggestions
    /// only.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One for each element, in printed order.</returns>
    public IReadOnlyList<ElementEvidence> Rank(
        Standard standard,
        IEnumerable<IndexedDocument> documents,
        Func<string, IReadOnlyList<Passage>> passagesOf,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(documents);
        using DocumentSource source = DocumentSource.Of(documents);
        return Rank(standard, source, passagesOf, null, cancellation);
    }

    /// <summary>Ranks the passages of all documents for all elements, without holding their texts.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="source">The documents.</param>
    /// <param name="passagesOf">Yields a document's passages by its key; called for documents with suggestions only, on
    /// the calling thread.</param>
    /// <param name="progress">Hears how far the comparing by meaning is, where that takes time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One for each element, in printed order.</returns>
    /// <exception cref="SentenceModelException">Meanings were to be compared, and the model cannot be used.</exception>
    public IReadOnlyList<ElementEvidence> Rank(
        Standard standard,
        DocumentSource source,
        Func<string, IReadOnlyList<Passage>> passagesOf,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(passagesOf);
        PassageRanking ranking = Score(standard, source, progress, cancellation);
        SuggestionMaker maker = new(ranking, passagesOf);
        Suggestion[][] made = maker.MakeAll(SuggestionsPerElement, cancellation);
        List<ElementEvidence> evidence = [];
        for (int element = 0; element < made.Length; element++)
        {
            EvidenceStrength strength = EvidenceStrength.None;
            foreach (Suggestion suggestion in made[element])
                strength = suggestion.Strength > strength ? suggestion.Strength : strength;
            evidence.Add(
                new ElementEvidence(standard.Elements[element].Number, strength, made[element])
                {
                    SearchedFor = maker.SearchedFor(element),
                }
            );
        }

        return evidence;
    }

    /// <summary>The best passages of one document for one element, each with its place among the passages of all
    /// documents, however far down.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="element">The element's number.</param>
    /// <param name="source">The documents.</param>
    /// <param name="document">The document's key.</param>
    /// <param name="passagesOf">Yields a document's passages by its key; called on the calling thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="SentenceModelException">Meanings were to be compared, and the model cannot be used.</exception>
    public ElementEvidence RankWithin(
        Standard standard,
        string element,
        DocumentSource source,
        string document,
        Func<string, IReadOnlyList<Passage>> passagesOf,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(passagesOf);
        PassageRanking ranking = Score(standard, source, null, cancellation);
        int number = standard.Elements.ToList().FindIndex(one => one.Number == element);
        SuggestionMaker maker = new(ranking, passagesOf);
        Suggestion[] made = maker.MakeOf(number, document, SuggestionsPerElement, cancellation);
        return new ElementEvidence(element, made.Select(one => one.Strength).DefaultIfEmpty().Max(), made)
        {
            SearchedFor = maker.SearchedFor(number),
        };
    }

    /// <summary>What is looked for on behalf of an element, heaviest first.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="element">The element's number.</param>
    public static IReadOnlyList<QueryWord> QueryOf(Standard standard, string element) =>
        [
            .. (ElementQueryOf(standard, element)?.Clauses ?? [])
                .Select(clause => new QueryWord(
                    string.Join(clause.Kind == FeatureKind.Pair ? " near " : " ", clause.Terms),
                    clause.Weight
                ))
                .OrderByDescending(word => word.Weight)
                .ThenBy(word => word.Words, StringComparer.Ordinal),
        ];

    /// <summary>An element's query, by which its candidates are found.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="element">The element's number.</param>
    /// <returns>Null where the standard has no such element.</returns>
    public static ElementQuery? ElementQueryOf(Standard standard, string element)
    {
        ArgumentNullException.ThrowIfNull(standard);
        int number = standard.Elements.ToList().FindIndex(one => one.Number == element);
        return number < 0 ? null : StandardQuery.Build(standard, RelatedWords.Load()).Queries[number];
    }

    private PassageRanking Score(
        Standard standard,
        DocumentSource source,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    ) =>
        PassageRanking.Rank(
            LoadedPassages.Load(standard, source, _related.Value, cancellation),
            vectors,
            progress,
            cancellation
        );

    /// <summary>Ranks without making suggestions: many places an element, in the order of their scores.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="source">The documents.</param>
    /// <param name="passagesOf">Yields a document's passages by its key; called on the calling thread.</param>
    /// <param name="depth">How many places to give for each element.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="SentenceModelException">Meanings were to be compared, and the model cannot be used.</exception>
    public IReadOnlyList<RankedElement> RankPassages(
        Standard standard,
        DocumentSource source,
        Func<string, IReadOnlyList<Passage>> passagesOf,
        int depth,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(passagesOf);
        PassageRanking ranking = Score(standard, source, null, cancellation);
        (int Row, double Confidence)[][] ranked = new SuggestionMaker(ranking, passagesOf).RankAll(depth, cancellation);
        return
        [
            .. standard.Elements.Select(
                (element, i) =>
                    new RankedElement(
                        element.Number,
                        [
                            .. ranked[i]
                                .Select(found => new RankedPlace(
                                    ranking.DocumentOf(found.Row).Key,
                                    ranking.Set.Ordinals[found.Row],
                                    ranking.Scores.Final[found.Row][i],
                                    found.Confidence
                                )),
                        ]
                    )
            ),
        ];
    }
}

/// <summary>A word, pair or phrase that is looked for on behalf of an element.</summary>
/// <param name="Words">Its stems; a pair's are joined by "near".</param>
/// <param name="Weight">What it is worth, before its rarity in the documents.</param>
public sealed record QueryWord(string Words, double Weight);

/// <summary>The best places of an element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Places">Best first.</param>
public sealed record RankedElement(string Element, IReadOnlyList<RankedPlace> Places);

/// <summary>A passage in a ranking.</summary>
/// <param name="Document">Its document's key.</param>
/// <param name="Ordinal">Its place in the document.</param>
/// <param name="Score">Comparable within one element.</param>
/// <param name="Confidence">Probability that a reviewer accepts it, what stands against it counted in.</param>
public sealed record RankedPlace(string Document, int Ordinal, double Score, double Confidence);
