using CseMapper.Passages.Indexing;

namespace CseMapper.Matching.Queries;

/// <summary>Says what a standard looks for in the plain words that an index takes.</summary>
internal static class ElementQueryMaker
{
    public static ElementQueries Make(StandardQuery query, RelatedWords related) =>
        new(query.Elements.Count, [.. query.Features.Select(feature => Make(feature, related))]);

    private static SoughtTerms Make(Feature feature, RelatedWords related) =>
        new(
            KindOf(feature.Kind),
            feature.Terms,
            [.. feature.Uses.Select(use => new ElementWeight(use.Element, use.Weight))]
        )
        {
            Synonyms = feature.Kind == FeatureKind.Word ? related.SynonymsOf(feature.Terms[0]) : [],
        };

    private static SoughtKind KindOf(FeatureKind kind) =>
        kind switch
        {
            FeatureKind.Word => SoughtKind.Word,
            FeatureKind.Pair => SoughtKind.Pair,
            _ => SoughtKind.Phrase,
        };
}
