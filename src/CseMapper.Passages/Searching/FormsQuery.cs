using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>A word as it stands in the index: its stem, and the word itself where only that is meant.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Form">The word in lower case without accents; null for any of that stem.</param>
internal readonly record struct WordForm(string Stem, string? Form)
{
    /// <summary>A word and nothing else of its stem.</summary>
    /// <param name="folded">In lower case without accents.</param>
    public static WordForm Of(string folded)
    {
        Span<char> buffer = stackalloc char[TextAnalyzer.BufferLength];
        folded.CopyTo(buffer);
        int length = TextAnalyzer.StemFolded(buffer, folded.Length, out _);
        return new WordForm(buffer[..length].ToString(), folded);
    }
}

/// <summary>One word at one place: any of some stems, all words of it or those that are written so.</summary>
/// <remarks>Which of the words of a stem stands at a place is told by a byte beside the place.</remarks>
internal sealed class FormsQuery : SpanQuery
{
    private readonly string _field;
    private readonly StemQuery[] _stems;
    private readonly SpanQuery _any;

    /// <param name="field">The field.</param>
    /// <param name="words">What may stand there.</param>
    public FormsQuery(string field, IReadOnlyList<WordForm> words)
    {
        _field = field;
        Words = words;
        _stems =
        [
            .. words
                .GroupBy(word => word.Stem, StringComparer.Ordinal)
                .Select(stem => new StemQuery(
                    new Term(field, stem.Key),
                    stem.Any(word => word.Form is null)
                        ? null
                        : [.. stem.Select(word => WordForms.CodeOf(word.Form, word.Stem))]
                )),
        ];
        _any = _stems.Length == 1 ? _stems[0] : new SpanOrQuery(_stems);
    }

    /// <summary>What may stand there.</summary>
    public IReadOnlyList<WordForm> Words { get; }

    /// <summary>The stems.</summary>
    public IEnumerable<Term> Stems => _stems.Select(stem => stem.Term);

    /// <inheritdoc/>
    public override string Field => _field;

    /// <inheritdoc/>
    public override Spans GetSpans(
        AtomicReaderContext context,
        IBits acceptDocs,
        IDictionary<Term, TermContext> termContexts
    ) => _any.GetSpans(context, acceptDocs, termContexts);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(Stems);

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) =>
        new WordWeight(
            this,
            searcher,
            [
                [.. Stems],
            ]
        );

    /// <inheritdoc/>
    public override string ToString(string field) =>
        $"{_field}:({string.Join(' ', Words.Select(word => word.Form is null ? word.Stem : $"={word.Form}"))})"
        + ToStringUtils.Boost(Boost);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is FormsQuery other && base.Equals(other) && _field == other._field && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Words.Count, Words[0]);
}

/// <summary>Words one after the other, or near each other, each as it is written.</summary>
/// <param name="words">The words.</param>
/// <param name="slop">How many other words may stand between them; then they may come in any order.</param>
internal sealed class FormsNearQuery(FormsQuery[] words, int? slop)
    : SpanNearQuery([.. words], slop ?? 0, inOrder: slop is null)
{
    /// <summary>The words.</summary>
    public IReadOnlyList<FormsQuery> Words { get; } = words;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) =>
        new WordWeight(this, searcher, Words.Select(word => word.Stems.ToArray()));

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader) => this;
}

/// <summary>A stem, all its words or some.</summary>
/// <param name="stem">The stem.</param>
/// <param name="codes">The bytes of its words; null for all of them.</param>
internal sealed class StemQuery(Term stem, byte[]? codes) : SpanTermQuery(stem)
{
    /// <inheritdoc/>
    public override Spans GetSpans(
        AtomicReaderContext context,
        IBits acceptDocs,
        IDictionary<Term, TermContext> termContexts
    )
    {
        Spans spans = base.GetSpans(context, acceptDocs, termContexts);
        return codes is not null && spans is TermSpans { Postings: not null } own ? new FormSpans(own, codes) : spans;
    }

    private sealed class FormSpans(TermSpans all, byte[] codes) : Spans
    {
        public override int Doc => all.Doc;

        public override int Start => all.Start;

        public override int End => all.End;

        public override bool IsPayloadAvailable => false;

        public override ICollection<byte[]> GetPayload() => [];

        public override long GetCost() => all.GetCost();

        public override bool MoveNext()
        {
            while (all.MoveNext())
            {
                if (IsMeant())
                    return true;
            }

            return false;
        }

        public override bool SkipTo(int target) => all.SkipTo(target) && (IsMeant() || MoveNext());

        private bool IsMeant()
        {
            BytesRef? form = all.Postings.GetPayload();
            byte code = form is { Length: > 0 } ? form.Bytes[form.Offset] : WordForms.Stem;
            return Array.IndexOf(codes, code) >= 0;
        }
    }
}

/// <summary>Scores places of words as terms and phrases are scored: each counts once, and all stems of one place are as
/// common as the commonest of them.</summary>
internal sealed class WordWeight : SpanWeight
{
    /// <param name="query">The words.</param>
    /// <param name="searcher">Knows how common they are.</param>
    /// <param name="places">By place the stems that may stand there.</param>
    public WordWeight(SpanQuery query, IndexSearcher searcher, IEnumerable<Term[]> places)
        : base(query, searcher) =>
        m_stats = m_similarity.ComputeWeight(
            query.Boost,
            searcher.CollectionStatistics(query.Field),
            [
                .. places.Select(stems =>
                    stems.Select(stem => searcher.TermStatistics(stem, m_termContexts[stem])).MaxBy(one => one.DocFreq)!
                ),
            ]
        );

    /// <inheritdoc/>
    public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
        new WordScorer(
            m_query.GetSpans(context, acceptDocs, m_termContexts),
            this,
            m_similarity.GetSimScorer(m_stats, context)
        );

    private sealed class WordScorer(
        Spans spans,
        Weight weight,
        Lucene.Net.Search.Similarities.Similarity.SimScorer scorer
    ) : SpanScorer(spans, weight, scorer)
    {
        protected override bool SetFreqCurrentDoc()
        {
            if (!base.SetFreqCurrentDoc())
                return false;
            m_freq = m_numMatches;
            return true;
        }
    }
}
