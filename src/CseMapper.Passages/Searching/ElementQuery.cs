using System.Globalization;
using System.Text;
using Lucene.Net.Search;

namespace CseMapper.Passages.Searching;

/// <summary>What is looked for on behalf of one element of a standard.</summary>
/// <remarks>
/// One thing with two uses: what its clauses name is collected from the index's postings, in one pass for all elements,
/// and it is printed in the syntax of searches, so that it can be pasted, changed and tried. A passage is a candidate for
/// the element if and only if the printed query matches it; how candidates are ranked is up to the evidence scores.
/// </remarks>
/// <param name="Clauses">Words, then pairs, then phrases; any of them is enough.</param>
public sealed record ElementQuery(IReadOnlyList<QueryClause> Clauses)
{
    /// <summary>What a derivation of a word counts for: "complainant" for "complain".</summary>
    public const float DerivedShare = 0.25f;

    /// <summary>What a synonym counts for.</summary>
    public const float SynonymShare = 0.2f;

    /// <summary>As many other words may stand between the words of a pair.</summary>
    public const int PairSlop = 7;

    /// <summary>The query in the syntax of searches, on one line.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(SearchFields.Evidence).Append(":(");
        foreach (QueryClause clause in Clauses)
        {
            if (!ReferenceEquals(clause, Clauses[0]))
                text.Append(' ');
            Print(clause, text);
        }

        return text.Append(')').ToString();
    }

    /// <summary>The query as Lucene runs it.</summary>
    internal Query ToQuery() => Clauses.Count == 1 ? QueryOf(Clauses[0]) : WordQueries.AnyOf(Clauses.Select(QueryOf));

    private static Query QueryOf(QueryClause clause)
    {
        Query query = clause.Kind switch
        {
            FeatureKind.Pair => EvidenceQueries.Near(clause.Terms, PairSlop),
            FeatureKind.Phrase => EvidenceQueries.Phrase(clause.Terms),
            _ => WordOf(clause),
        };
        query.Boost = clause.Weight;
        return query;
    }

    private static Query WordOf(QueryClause clause)
    {
        Query word = EvidenceQueries.Word(clause.Terms[0]);
        List<Query> forms = [word];
        if (DerivedQuery.MayHave(clause.Terms[0]))
            forms.Add(EvidenceQueries.Derived(clause.Terms[0], DerivedShare));
        foreach (QuerySynonym synonym in clause.Synonyms)
        {
            Query other = EvidenceQueries.Word(synonym.Term);
            other.Boost = SynonymShare;
            forms.Add(other);
        }

        return forms.Count == 1 ? word : WordQueries.AnyOf(forms);
    }

    private static void Print(QueryClause clause, StringBuilder text)
    {
        switch (clause.Kind)
        {
            case FeatureKind.Pair:
                text.Append('"').Append(clause.Words).Append(CultureInfo.InvariantCulture, $"\"~{PairSlop}");
                break;
            case FeatureKind.Phrase:
                text.Append('"').Append(clause.Words).Append('"');
                break;
            default:
                PrintWord(clause, text);
                break;
        }

        text.Append('^').Append(Number(clause.Weight));
    }

    private static void PrintWord(QueryClause clause, StringBuilder text)
    {
        bool hasDerived = DerivedQuery.MayHave(clause.Terms[0]);
        if (!hasDerived && clause.Synonyms.Count == 0)
        {
            text.Append(clause.Words);
            return;
        }

        text.Append('(').Append(clause.Words);
        if (hasDerived)
            text.Append(' ').Append(clause.Words).Append("~^").Append(Number(DerivedShare));
        foreach (QuerySynonym synonym in clause.Synonyms)
            text.Append(' ').Append(synonym.Word).Append('^').Append(Number(SynonymShare));
        text.Append(')');
    }

    /// <summary>The shortest figures that come to the same number, without an exponent.</summary>
    private static string Number(float value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal)
            ? value.ToString("F20", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.')
            : shortest;
    }
}

/// <summary>Something that an element's query looks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Terms">Its stems: one for a word, two for a pair, all words in order for a phrase.</param>
/// <param name="Words">The words that the stems stand for, as the standard writes them.</param>
/// <param name="Weight">What it is worth to the element, before its rarity in the documents.</param>
public sealed record QueryClause(FeatureKind Kind, IReadOnlyList<string> Terms, string Words, float Weight)
{
    /// <summary>Of a word: those that policies use for it, in ordinal order.</summary>
    public IReadOnlyList<QuerySynonym> Synonyms { get; init; } = [];
}

/// <summary>A word that policies use for another.</summary>
/// <param name="Term">Its stem.</param>
/// <param name="Word">The word itself.</param>
public sealed record QuerySynonym(string Term, string Word);

/// <summary>What is looked for.</summary>
public enum FeatureKind
{
    /// <summary>A word, in any inflection.</summary>
    Word,

    /// <summary>Two words of a wording that stand near each other.</summary>
    Pair,

    /// <summary>The words of a phrase of the vocabulary, one after the other.</summary>
    Phrase,
}
