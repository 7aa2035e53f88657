using CseMapper.Passages.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace CseMapper.Passages.Searching;

/// <summary>Makes the parts of an element's query: each looks where hits are collected, in no field more and in none
/// less.</summary>
internal static class EvidenceQueries
{
    /// <summary>Lead-in and title tell less than a passage's own words and headings.</summary>
    private const float Beside = 0.5f;

    /// <summary>A stem, wherever it stands.</summary>
    public static Query Word(string term) => Everywhere(field => new TermQuery(new Term(field, term)));

    /// <summary>The derivations of a stem, without itself.</summary>
    /// <param name="term">A stem that <see cref="DerivedQuery.MayHave"/> some.</param>
    /// <param name="boost">What they count for.</param>
    public static Query Derived(string term, float boost)
    {
        Query derived = Everywhere(field => new DerivedQuery(field, term));
        derived.Boost = boost;
        return derived;
    }

    /// <summary>Stems near each other in any order; pairs are looked for in bodies only.</summary>
    /// <param name="terms">The stems.</param>
    /// <param name="slop">How many other words may stand between them.</param>
    public static Query Near(IReadOnlyList<string> terms, int slop) =>
        new SpanNearQuery(
            [.. terms.Select(term => new SpanTermQuery(new Term(PassageFields.Body, term)))],
            slop,
            inOrder: false
        );

    /// <summary>Stems one after the other, in a body or a heading path.</summary>
    public static Query Phrase(IEnumerable<string> terms)
    {
        string[] words = [.. terms];
        BooleanQuery anywhere = new(disableCoord: true);
        anywhere.Add(WordQueries.In(PassageFields.Body, words, 1), Occur.SHOULD);
        anywhere.Add(WordQueries.In(PassageFields.Heading, words, 1), Occur.SHOULD);
        return anywhere;
    }

    private static BooleanQuery Everywhere(Func<string, Query> queryIn)
    {
        BooleanQuery everywhere = new(disableCoord: true);
        everywhere.Add(queryIn(PassageFields.Body), Occur.SHOULD);
        everywhere.Add(queryIn(PassageFields.Heading), Occur.SHOULD);
        foreach (string field in (string[])[PassageFields.LeadIn, PassageFields.Title])
        {
            Query beside = queryIn(field);
            beside.Boost = Beside;
            everywhere.Add(beside, Occur.SHOULD);
        }

        return everywhere;
    }
}
