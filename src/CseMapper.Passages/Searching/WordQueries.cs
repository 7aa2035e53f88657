using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace CseMapper.Passages.Searching;

/// <summary>Makes Lucene's queries of words and phrases.</summary>
internal static class WordQueries
{
    /// <summary>Who searches for a word wants to read it: headings count half.</summary>
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
    public static Query? Typed(string text) =>
        TermsOf(text) is { } terms ? Anywhere(field => In(field, terms, 1)) : null;

    /// <summary>The same in one field.</summary>
    public static Query? TypedIn(string field, string text) => TermsOf(text) is { } terms ? In(field, terms, 1) : null;

    /// <summary>A query in the text, and for half in the headings.</summary>
    public static Query Anywhere(Func<string, Query> queryIn)
    {
        BooleanQuery anywhere = new(disableCoord: true);
        anywhere.Add(queryIn(PassageFields.Body), Occur.SHOULD);
        Query heading = queryIn(PassageFields.Heading);
        heading.Boost = TypedInHeadings;
        anywhere.Add(heading, Occur.SHOULD);
        return anywhere;
    }

    private static string[]? TermsOf(string text)
    {
        IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(text);
        return words.All(word => word.IsStopWord) ? null : [.. words.Select(word => word.Term)];
    }

    /// <summary>Words together in bodies, any of the pieces; null where no piece has a word.</summary>
    public static Query? AnyPiece(IEnumerable<WordPiece> pieces)
    {
        Query[] queries = [.. pieces.Select(Piece).OfType<Query>()];
        return queries.Length == 0 ? null : AnyOf(queries);
    }

    private static Query? Piece(WordPiece piece)
    {
        string[] terms = [.. piece.Words.SelectMany(TextAnalyzer.Analyze).Select(word => word.Term)];
        if (terms.Length == 0)
            return null;
        if (piece.Within is not { } within || terms.Length == 1)
            return In(PassageFields.Body, terms, 1);
        SpanQuery[] spans =
        [
            .. terms
                .Distinct(StringComparer.Ordinal)
                .Select(term => new SpanTermQuery(new Term(PassageFields.Body, term))),
        ];
        return spans.Length == 1 ? spans[0] : new SpanNearQuery(spans, within, inOrder: false);
    }

    /// <summary>Stems in one field: a term where there is one, else a phrase.</summary>
    public static Query In(string field, string[] terms, float weight)
    {
        if (terms.Length == 1)
            return new TermQuery(new Term(field, terms[0])) { Boost = weight };
        PhraseQuery phrase = new() { Boost = weight };
        foreach (string term in terms)
            phrase.Add(new Term(field, term));
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
