using CseMapper.Criteria;
using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Finds, for every element of a standard, the passages that are evidence for it, best first.</summary>
public sealed class EvidenceRanker
{
    private const int SuggestionsPerElement = 10;
    private readonly RelatedWords _related = RelatedWords.Load();

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
        PassageRanking ranking = PassageRanking.Of(standard, documents, _related, cancellation);
        SuggestionMaker maker = new(ranking, passagesOf);
        List<ElementEvidence> evidence = [];
        for (int element = 0; element < standard.Elements.Count; element++)
        {
            cancellation.ThrowIfCancellationRequested();
            Suggestion[] suggestions = maker.Make(element, SuggestionsPerElement);
            EvidenceStrength strength = suggestions.Length == 0 ? EvidenceStrength.None : suggestions.Max(suggestion => suggestion.Strength);
            evidence.Add(new ElementEvidence(standard.Elements[element].Number, strength, suggestions));
        }

        return evidence;
    }
}
