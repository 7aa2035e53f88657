using CseMapper.Passages.Terms;
using Lucene.Net.Search;

namespace CseMapper.Passages.Indexing;

/// <summary>Makes one query an element out of what is looked for: boosted terms, and phrases.</summary>
/// <remarks>Pairs are left out: they weigh a tenth of their words and only part passages that hold the same
/// words.</remarks>
internal static class ElementQueryBuilder
{
    private const float SynonymShare = 0.2f;

    /// <summary>By element; null where nothing is looked for.</summary>
    public static Query?[] Build(ElementQueries queries)
    {
        List<Query>[] clauses = [.. Enumerable.Range(0, queries.Elements).Select(_ => new List<Query>())];
        foreach (SoughtTerms sought in queries.Terms)
        {
            (string Term, int Place)[] terms = TermsOf(sought);
            if (sought.Kind == SoughtKind.Pair || terms.Length == 0)
                continue;
            foreach ((int element, float weight) in sought.Weights)
            {
                foreach ((string field, float share) in PassageFields.Searched)
                {
                    clauses[element].Add(WordQueries.In(field, terms, weight * share));
                }

                foreach (string synonym in sought.Synonyms)
                    clauses[element].Add(WordQueries.In(PassageFields.Body, [(synonym, 0)], weight * SynonymShare));
            }
        }

        return [.. clauses.Select(parts => parts.Count == 0 ? null : WordQueries.AnyOf(parts))];
    }

    /// <summary>Stop words are not in the index; the others keep their distance.</summary>
    private static (string Term, int Place)[] TermsOf(SoughtTerms sought) =>
        [
            .. sought
                .Terms.Select((term, place) => (Term: term, Place: place))
                .Where(term => term.Term == TextAnalyzer.Negation || !StopWords.Contains(term.Term)),
        ];
}
