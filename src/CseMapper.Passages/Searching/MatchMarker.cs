using CseMapper.Passages.Indexing;
using CseMapper.Passages.Terms;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Highlight;
using Lucene.Net.Search.Spans;

namespace CseMapper.Passages.Searching;

/// <summary>Finds what a query matched in a passage's text, by Lucene's highlighter: a phrase is marked where it stands
/// as a phrase, a word in quotation marks where it is written so.</summary>
internal sealed class MatchMarker
{
    /// <summary>Before a term that is a word as it is written and not a stem.</summary>
    private const char Written = '=';

    private readonly string _field;
    private readonly Query? _query;

    /// <param name="query">A query after it was rewritten.</param>
    /// <param name="field">The field that texts are of.</param>
    public MatchMarker(Query query, string field)
    {
        _field = field;
        _query = OnText(query);
    }

    /// <summary>Start and length of each place, in order.</summary>
    public IReadOnlyList<(int Start, int Length)> MatchesIn(string text)
    {
        if (_query is null || text.Length == 0)
            return [];
        Places places = new();
        Highlighter highlighter = new(places, new DefaultEncoder(), new QueryScorer(_query, _field))
        {
            TextFragmenter = new NullFragmenter(),
            MaxDocCharsToAnalyze = int.MaxValue,
        };
        using TextTokens tokens = new(text);
        highlighter.GetBestTextFragments(tokens, text, mergeContiguousFragments: false, maxNumFragments: 1);
        return places.Found;
    }

    /// <summary>What of a query speaks of texts of the field; null where nothing does.</summary>
    private Query? OnText(Query query) =>
        query switch
        {
            BooleanQuery all when all.Clauses.Where(clause => !clause.IsProhibited) is var clauses => AnyOf(
                clauses.Select(clause => OnText(clause.Query))
            ),
            SpanQuery spans when spans.Field != _field => null,
            FormsNearQuery near => new SpanNearQuery([.. near.Words.Select(AsWritten)], near.Slop, near.IsInOrder),
            FormsQuery forms => AsWritten(forms),
            SpanNearQuery => query,
            TermQuery term when term.Term.Field == _field => query,
            PhraseQuery phrase when phrase.GetTerms()[0].Field == _field => query,
            _ => null,
        };

    private static Query? AnyOf(IEnumerable<Query?> queries) =>
        queries.OfType<Query>().ToArray() is { Length: > 0 } some ? WordQueries.AnyOf(some) : null;

    private SpanQuery AsWritten(FormsQuery forms)
    {
        SpanQuery[] words =
        [
            .. forms.Words.Select(word => new SpanTermQuery(
                new Term(_field, word.Form is null ? word.Stem : Written + word.Form)
            )),
        ];
        return words.Length == 1 ? words[0] : new SpanOrQuery(words);
    }

    /// <summary>Remembers what the highlighter would print.</summary>
    private sealed class Places : IFormatter
    {
        public List<(int Start, int Length)> Found { get; } = [];

        public string HighlightTerm(string originalText, TokenGroup tokenGroup)
        {
            if (tokenGroup.TotalScore > 0)
                Found.Add((tokenGroup.StartOffset, tokenGroup.EndOffset - tokenGroup.StartOffset));
            return originalText;
        }
    }

    /// <summary>The words of a text: at each place its stem and the word as it is written.</summary>
    private sealed class TextTokens : TokenStream
    {
        private readonly string _text;
        private readonly IReadOnlyList<TextTerm> _words;
        private readonly ICharTermAttribute _term;
        private readonly IOffsetAttribute _offset;
        private readonly IPositionIncrementAttribute _step;
        private int _next;

        public TextTokens(string text)
        {
            _text = text;
            _words = TextAnalyzer.Analyze(text);
            _term = AddAttribute<ICharTermAttribute>();
            _offset = AddAttribute<IOffsetAttribute>();
            _step = AddAttribute<IPositionIncrementAttribute>();
        }

        public override void Reset() => _next = 0;

        public override bool IncrementToken()
        {
            if (_next == _words.Count * 2)
                return false;
            ClearAttributes();
            TextTerm word = _words[_next / 2];
            if (_next % 2 == 0)
                _term.SetEmpty().Append(word.Term);
            else
                AppendWritten(_text.AsSpan(word.Start, word.Length));
            _step.PositionIncrement = _next % 2 == 0 ? 1 : 0;
            _offset.SetOffset(word.Start, word.Start + word.Length);
            _next++;
            return true;
        }

        private void AppendWritten(ReadOnlySpan<char> word)
        {
            Span<char> folded = stackalloc char[TextAnalyzer.BufferLength];
            folded = folded[..TextAnalyzer.Fold(word, folded)];
            _term.SetEmpty().Append(Written).Append(folded.ToString());
        }
    }
}
