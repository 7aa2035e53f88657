using System.Globalization;
using System.Text;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>Lucene's classic query syntax over passages.</summary>
/// <remarks>
/// What stands in quotation marks is searched as it is written, everything else by stems; a pattern is held against both.
/// Filters (pages, documents, clauses) find and do not rank.
/// </remarks>
internal sealed class PassageQueryParser : QueryParser
{
    /// <summary>No number after a phrase.</summary>
    private const int NoSlop = -1;

    private const int MostEdits = 2;

    private readonly SearchCatalogue _catalogue;
    private readonly List<ExpandedQuery> _expanded = [];

    /// <param name="catalogue">Knows documents' paths and elements' queries.</param>
    /// <param name="needsAll">True where all words must stand in a passage that have no operator.</param>
    public PassageQueryParser(SearchCatalogue catalogue, bool needsAll)
        : base(LuceneVersion.LUCENE_48, SearchFields.Anywhere, new PassageAnalyzer())
    {
        _catalogue = catalogue;
        DefaultOperator = needsAll ? Operator.AND : Operator.OR;
        AllowLeadingWildcard = true;
        LowercaseExpandedTerms = false;
        PhraseSlop = NoSlop;
        Locale = CultureInfo.InvariantCulture;
    }

    /// <summary>The parts that stand for all words like something.</summary>
    public IReadOnlyList<ExpandedQuery> Expanded => _expanded;

    /// <summary>Makes the query.</summary>
    /// <param name="typed">What was typed, without slips.</param>
    /// <returns>Null where no word of it counts.</returns>
    /// <exception cref="QuerySlipException">It cannot be read after all.</exception>
    public Query? Read(TypedQuery typed)
    {
        try
        {
            Query query = Parse(typed.Escaped);
            return query is BooleanQuery { Clauses.Count: 0 } ? null : query;
        }
        catch (Exception fault)
            when (fault is ParseException or TokenMgrError or FormatException or ArgumentException or OverflowException)
        {
            throw new QuerySlipException(
                fault.InnerException is BooleanQuery.TooManyClausesException
                    ? "The search has too many words"
                    : "The search cannot be read",
                fault
            );
        }
    }

    /// <inheritdoc/>
    protected override Query? GetFieldQuery(string field, string queryText, bool quoted) =>
        GetFieldQuery(field, queryText, quoted ? NoSlop : null);

    /// <inheritdoc/>
    protected override Query? GetFieldQuery(string field, string queryText, int slop) =>
        GetFieldQuery(field, queryText, (int?)slop);

    /// <inheritdoc/>
    protected override Query GetRangeQuery(
        string field,
        string? part1,
        string? part2,
        bool startInclusive,
        bool endInclusive
    )
    {
        long from = part1 is null ? 1 : PageOf(part1) + (startInclusive ? 0 : 1);
        long to = part2 is null ? long.MaxValue : PageOf(part2) - (endInclusive ? 0 : 1);
        return Filters.Pages(from, to);
    }

    /// <inheritdoc/>
    protected override Query? GetPrefixQuery(string field, string termStr) => GetWildcardQuery(field, termStr + "*");

    /// <inheritdoc/>
    protected override Query? GetWildcardQuery(string field, string termStr)
    {
        switch (field)
        {
            case SearchFields.Document:
                return Filters.Documents(_catalogue, termStr);
            case SearchFields.Clause:
                return Filters.Clauses(termStr);
            case SearchFields.Page or SearchFields.Element:
                throw new QuerySlipException($"After {field}: stands a number, not {termStr}");
        }

        IReadOnlyList<WordPattern> patterns = [.. WordPattern.Read(termStr).Where(pattern => !pattern.IsEmpty)];
        if (patterns.Count == 0)
            return null;
        Query[] words = [.. patterns.Select(pattern => In(field, one => Remember(new PatternQuery(one, pattern))))];
        if (words.Length == 1)
            return words[0];
        BooleanQuery all = new(disableCoord: true);
        foreach (Query word in words)
            all.Add(word, Occur.MUST);
        return all;
    }

    /// <inheritdoc/>
    protected override Query? GetFuzzyQuery(string field, string termStr, float minSimilarity)
    {
        IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(termStr);
        if (
            words.Count != 1
            || field is SearchFields.Document or SearchFields.Clause or SearchFields.Page or SearchFields.Element
        )
        {
            return GetFieldQuery(field, termStr, quoted: false);
        }

        if (field == SearchFields.Evidence)
            return DerivedQuery.MayHave(words[0].Term) ? EvidenceQueries.Derived(words[0].Term, 1) : null;
        string word = Fold(termStr.AsSpan(words[0].Start, words[0].Length));
        // A share of letters that must be the same, as Lucene took it once, or a number of letters that may differ.
        double differing = minSimilarity < 1 ? (1 - minSimilarity) * word.Length : minSimilarity;
        int edits = (int)Math.Min(MostEdits, differing);
        if (edits == 0)
            return GetFieldQuery(field, termStr, quoted: false);
        return In(field, one => Remember(new LikeQuery(one, word, edits)));
    }

    /// <inheritdoc/>
    protected override Query GetBooleanQuery(IList<BooleanClause> clauses, bool disableCoord)
    {
        if (clauses.All(clause => clause.Occur == Occur.SHOULD) && clauses.Count > BooleanQuery.MaxClauseCount)
            return WordQueries.AnyOf(clauses.Select(clause => clause.Query));
        // Lucene finds nothing without, where people mean all but these.
        if (clauses.Count > 0 && clauses.All(clause => clause.Occur == Occur.MUST_NOT))
            clauses.Add(new BooleanClause(new MatchAllDocsQuery { Boost = 0 }, Occur.MUST));
        return base.GetBooleanQuery(clauses, disableCoord: true) ?? new BooleanQuery(disableCoord: true);
    }

    /// <param name="field">The field.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="slop">Null where it stands in no quotation marks.</param>
    private Query? GetFieldQuery(string field, string text, int? slop) =>
        field switch
        {
            SearchFields.Page => Filters.Pages(PageOf(text), PageOf(text)),
            SearchFields.Clause => Filters.Clauses(text),
            SearchFields.Document => Filters.Documents(_catalogue, text),
            SearchFields.Element => ElementOf(text),
            SearchFields.Evidence => EvidenceOf(text, slop),
            _ when slop is { } given => Quoted(field, text, given),
            SearchFields.Anywhere => WordQueries.Typed(text),
            _ => WordQueries.TypedIn(field, text),
        };

    private static Query? EvidenceOf(string text, int? slop)
    {
        string[] terms = [.. TextAnalyzer.Analyze(text).Select(word => word.Term)];
        return terms.Length == 0 ? null
            : terms.Length == 1 ? EvidenceQueries.Word(terms[0])
            : slop is { } given and not NoSlop
                ? EvidenceQueries.Near([.. terms.Distinct(StringComparer.Ordinal)], given)
            : EvidenceQueries.Phrase(terms);
    }

    private static Query? Quoted(string field, string text, int slop)
    {
        IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(text);
        if (words.Count == 0 || (words.Count == 1 && words[0].IsStopWord))
            return null;
        WordForm[] forms =
        [
            .. words.Select(word => new WordForm(word.Term, Fold(text.AsSpan(word.Start, word.Length)))),
        ];
        return In(
            field,
            one =>
            {
                FormsQuery[] places = [.. forms.Select(form => new FormsQuery(one, [form]))];
                return places.Length == 1 ? places[0] : new FormsNearQuery(places, slop == NoSlop ? null : slop);
            }
        );
    }

    private Query ElementOf(string number) =>
        _catalogue.Element(number)?.ToQuery() ?? throw new QuerySlipException($"The standard has no element {number}");

    private static long PageOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long page)
            ? page
            : throw new QuerySlipException($"{text} is no page: write page:3 or page:[3 TO 7]");

    private ExpandedQuery Remember(ExpandedQuery query)
    {
        query.ShareWith(_expanded.Find(query.IsLike));
        _expanded.Add(query);
        return query;
    }

    /// <summary>A query in the field that was named; in the text and, for half, in the headings where none was.</summary>
    private static Query In(string field, Func<string, Query> queryIn) =>
        field is SearchFields.Anywhere or SearchFields.Evidence ? WordQueries.Anywhere(queryIn) : queryIn(field);

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[TextAnalyzer.BufferLength];
        return folded[..TextAnalyzer.Fold(word, folded)].ToString();
    }
}

/// <summary>A search cannot be understood as it was typed.</summary>
internal sealed class QuerySlipException : Exception
{
    /// <param name="slip">What is wrong, as a sentence without its full stop.</param>
    /// <param name="cause">What told so.</param>
    public QuerySlipException(string slip, Exception? cause = null)
        : base(slip, cause) { }
}
