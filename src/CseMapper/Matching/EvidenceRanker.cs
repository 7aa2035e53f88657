using CseMapper.Criteria;
using CseMapper.Indexing;
using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Finds, for every element of a standard, the passages that are evidence for it, best first.</summary>
public sealed class EvidenceRanker
{
    private const int SuggestionsPerElement = 10;

    /// <summary>Ranks the passages of all documents for all elements.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="documents">The documents; their order does not matter.</param>
    /// <param name="passagesOf">Yields a document's passages by its key; called for documents with suggestions only.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One for each element, in printed order.</returns>
    public IReadOnlyList<ElementEvidence> Rank(
        Standard standard, IEnumerable<IndexedDocument> documents, Func<string, IReadOnlyList<Passage>> passagesOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(passagesOf);
        IReadOnlyList<ElementQuery> queries = ElementQuery.For(standard);
        PassageHits hits = PassageHits.Collect(queries, documents, cancellation);
        Dictionary<string, IReadOnlyList<Passage>> texts = new(StringComparer.Ordinal);
        return [.. queries.Select(query => Rank(query, hits, Text, cancellation))];

        IReadOnlyList<Passage> Text(string key) => texts.TryGetValue(key, out IReadOnlyList<Passage>? known) ? known : texts[key] = passagesOf(key);
    }

    private static ElementEvidence Rank(ElementQuery query, PassageHits hits, Func<string, IReadOnlyList<Passage>> textOf, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        double best = query.Weights.Sum(weight => weight.Value * hits.Rarity(weight.Key) * 3);
        Suggestion[] suggestions =
        [
            .. hits.Passages.Select(passage => (Passage: passage, Score: hits.Score(query, passage)))
                .Where(candidate => candidate.Score > 0)
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage.Document, StringComparer.Ordinal).ThenBy(candidate => candidate.Passage.Ordinal)
                .Take(SuggestionsPerElement)
                .Select(candidate => Suggest(query, hits, textOf(candidate.Passage.Document)[candidate.Passage.Ordinal], candidate.Passage, candidate.Score / best)),
        ];
        return new ElementEvidence(query.Element, suggestions.Length == 0 ? EvidenceStrength.None : suggestions[0].Strength, suggestions);
    }

    private static Suggestion Suggest(ElementQuery query, PassageHits hits, Passage passage, PassageHits.Entry entry, double confidence)
    {
        MatchedWord[] matches =
        [
            .. TextAnalyzer.Analyze(passage.Text).Where(term => query.Weights.ContainsKey(term.Term))
                .Select(term => new MatchedWord(new TextSpan(term.Start, term.Length), MatchKind.Word, term.Term)),
        ];
        ScoreExplanation[] details = [.. hits.Explain(query, entry)];
        double score = hits.Score(query, entry);
        return new Suggestion(
            entry.Document, passage, score, confidence, confidence >= 0.5 ? EvidenceStrength.Strong : confidence >= 0.25 ? EvidenceStrength.Possible : EvidenceStrength.Weak,
            new TextSpan(0, passage.Text.Length), matches, new ScoreExplanation(score, "sum of its terms", details));
    }
}
