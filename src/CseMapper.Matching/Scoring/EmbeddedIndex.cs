using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Matching.Scoring;

/// <summary>The index that is always there: full text in the workspace, and candidates by one pass over the stored
/// terms of all passages.</summary>
/// <remarks>
/// 57 fixed queries meet a stream of passages, so the loop is turned round: each passage is read once and scored for
/// all elements. It stands in this step because that pass is the one which ranking makes.
/// </remarks>
/// <param name="workspace">What was read; stays open.</param>
public sealed class EmbeddedIndex(Workspace workspace) : IPassageIndex
{
    private readonly Lazy<RelatedWords> _related = new(RelatedWords.Load);

    /// <summary>Does nothing: the workspace indexes a document when it stores it.</summary>
    /// <inheritdoc/>
    public void Update(
        IReadOnlyDictionary<string, string> documents,
        Func<string, DocumentText> textOf,
        CancellationToken cancellation
    ) => cancellation.ThrowIfCancellationRequested();

    /// <inheritdoc/>
    public IReadOnlyList<FoundPassage> Search(PassageSearch search, int limit)
    {
        ArgumentNullException.ThrowIfNull(search);
        string query = string.Join(search.NeedsAll ? " AND " : " OR ", search.Words.Where(IsSought).Select(Quote));
        return query.Length == 0 ? [] : workspace.Search(query, limit);
    }

    /// <inheritdoc/>
    public SearchExplanation Explain(PassageSearch search, FoundPassage passage)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(passage);
        List<ScoreExplanation> reasons = [];
        foreach (string word in search.Words.Where(IsSought))
        {
            // The score of a search is the sum of its words' scores.
            if (workspace.ScoreOf(Quote(word), passage.Hash, passage.Ordinal) is { } score)
                reasons.Add(new ScoreExplanation(score, word, []));
        }

        return new SearchExplanation(
            [.. reasons.Select(reason => reason.Description)],
            new ScoreExplanation(reasons.Sum(reason => reason.Value), "sum of", reasons)
        );
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<FoundPassage>> Candidates(
        ElementQueries queries,
        int depth,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(queries);
        Feature[] features = [.. queries.Terms.Select(FeatureOf)];
        PassageHits hits = new(features.Length);
        HitCollector collector = new(new Lexicon(features, _related.Value), features.Length, hits);
        List<string> documents = [];
        foreach (CseMapper.Passages.Workspaces.StoredTerms document in workspace.Terms())
        {
            cancellation.ThrowIfCancellationRequested();
            documents.Add(document.Hash);
            collector.Add(document.Terms);
        }

        BestCandidates best = WorkingSet.Best(
            hits,
            new PassageScorer(features, queries.Elements, hits),
            queries.Elements,
            depth,
            cancellation
        );
        return
        [
            .. Enumerable
                .Range(0, queries.Elements)
                .Select(element =>
                    best.Ranked(element).Select(item => PlaceOf(item.Passage, item.Score, hits, documents)).ToArray()
                ),
        ];
    }

    /// <summary>Nothing to close: the workspace is its owner's.</summary>
    public void Dispose() { }

    private static bool IsSought(string word) => TextAnalyzer.Analyze(word).Any(term => !term.IsStopWord);

    /// <summary>Between quotation marks nothing in a word is read as search syntax.</summary>
    private static string Quote(string word) => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static Feature FeatureOf(SoughtTerms sought)
    {
        FeatureKind kind = sought.Kind switch
        {
            SoughtKind.Word => FeatureKind.Word,
            SoughtKind.Pair => FeatureKind.Pair,
            _ => FeatureKind.Phrase,
        };
        Feature feature = new(kind, sought.Terms);
        feature.Uses.AddRange(sought.Weights.Select(use => (use.Element, use.Weight)));
        return feature;
    }

    private static FoundPassage PlaceOf(int passage, float score, PassageHits hits, List<string> documents)
    {
        int low = 0;
        int high = documents.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (hits.FirstOf(middle) <= passage)
                low = middle;
            else
                high = middle - 1;
        }

        return new FoundPassage(documents[low], passage - hits.FirstOf(low), score);
    }
}
