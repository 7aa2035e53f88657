using CseMapper.Passages.Terms;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CseMapper.Passages.Indexing;

/// <summary>Makes Lucene's queries of words and phrases.</summary>
internal static class WordQueries
{
    /// <summary>Who searches for a word wants to read it: headings count half, as they do in the embedded
    /// index.</summary>
    private const float TypedInHeadings = 0.5f;

    /// <summary>What a person searches for; null where no word of it counts.</summary>
    public static Query? Build(PassageSearch search)
    {
        Query[] words = [.. search.Words.Select(Typed).OfType<Query>()];
        if (words.Length == 0)
            return null;
        if (!search.NeedsAll)
            return AnyOf(words);
        BooleanQuery all = new(disableCoord: true);
        foreach (Query word in words.Take(BooleanQuery.MaxClauseCount))
            all.Add(word, Occur.MUST);
        return all;
    }

    /// <summary>A word or phrase that a person typed, in the text or the headings; null for one of stop words
    /// alone.</summary>
    public static Query? Typed(string text)
    {
        TextTerm[] words = [.. TextAnalyzer.Analyze(text)];
        (string Term, int Place)[] terms =
        [
            .. words.Select((word, place) => (word.Term, place)).Where(term => !words[term.place].IsStopWord),
        ];
        if (terms.Length == 0)
            return null;
        BooleanQuery anywhere = new(disableCoord: true);
        anywhere.Add(In(PassageFields.Body, terms, 1), Occur.SHOULD);
        anywhere.Add(In(PassageFields.Headings, terms, TypedInHeadings), Occur.SHOULD);
        return anywhere;
    }

    /// <summary>Words at their places in one field: a term where there is one, else a phrase.</summary>
    public static Query In(string field, IReadOnlyList<(string Term, int Place)> terms, float weight)
    {
        if (terms.Count == 1)
            return new TermQuery(new Term(field, terms[0].Term)) { Boost = weight };
        PhraseQuery phrase = new() { Boost = weight };
        foreach ((string term, int place) in terms)
            phrase.Add(new Term(field, term), place);
        return phrase;
    }

    /// <summary>Any of them; more than Lucene takes in one query are nested.</summary>
    public static Query AnyOf(IEnumerable<Query> queries)
    {
        BooleanQuery any = new(disableCoord: true);
        foreach (Query[] part in queries.Chunk(BooleanQuery.MaxClauseCount))
        {
            BooleanQuery inner = new(disableCoord: true);
            foreach (Query query in part)
                inner.Add(query, Occur.SHOULD);
            any.Add(inner, Occur.SHOULD);
        }

        return any.Clauses.Count == 1 ? any.Clauses[0].Query : any;
    }
}
