using System.Globalization;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Searching;

/// <summary>Finds passages by what people type, and by words that stand together.</summary>
/// <param name="index">Holds them.</param>
/// <param name="catalogue">What a search may name beside words.</param>
/// <param name="time">The clock by which a search is cut; the system's where none is given.</param>
public sealed class PassageSearcher(IndexSnapshot index, SearchCatalogue? catalogue = null, TimeProvider? time = null)
{
    /// <summary>A search that takes longer is cut.</summary>
    public static readonly TimeSpan LongestSearch = TimeSpan.FromMilliseconds(750);

    private readonly SearchCatalogue _catalogue = catalogue ?? SearchCatalogue.Empty;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The passages that a person searches for. A slip in the syntax is told, and its words are searched
    /// for.</summary>
    /// <param name="text">Words, or Lucene's query syntax.</param>
    /// <param name="limit">How many passages at most.</param>
    /// <param name="needsAll">True to find only passages that hold all words which have no operator; by default any of
    /// them is enough.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public SearchAnswer Search(string text, int limit, bool needsAll = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        TypedQuery typed = TypedQuery.Read(text);
        if (typed.IsPlain)
            return SearchWords(TypedQuery.WordsOf(text), limit, needsAll, []);
        string? slip = typed.Slip;
        if (slip is null)
        {
            PassageQueryParser parser = new(_catalogue, needsAll);
            try
            {
                return
                    Run(parser.Read(typed), limit, []) is var answer
                    && parser.Expanded.Where(one => one.IsCut) is { } cut
                    ? answer with
                    {
                        Remarks = [.. answer.Remarks, .. cut.Select(CutOf).Distinct(StringComparer.Ordinal)],
                    }
                    : answer;
            }
            catch (QuerySlipException fault)
            {
                slip = fault.Message;
            }
        }

        return SearchWords(typed.Words, limit, needsAll, [$"{slip}. The words were searched for as they stand."]);
    }

    /// <summary>One line of what came as several arguments: blanks within one that has no syntax came from quotation
    /// marks, which command lines take away.</summary>
    /// <param name="arguments">The arguments.</param>
    public static string LineOf(IEnumerable<string> arguments) =>
        string.Join(
            ' ',
            arguments.Select(argument =>
                argument.AsSpan().Trim().ContainsAny(" \t\r\n") && TypedQuery.Read(argument).IsPlain
                    ? $"\"{argument.Trim()}\""
                    : argument
            )
        );

    /// <summary>Why a passage was found.</summary>
    /// <param name="answer">What was searched for.</param>
    /// <param name="passage">One of the passages found.</param>
    /// <param name="content">What it says.</param>
    public SearchExplanation Explain(SearchAnswer answer, FoundPassage passage, Passage content)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(content);
        return index.Guard(() =>
        {
            LiveSearcher searcher = index.Searcher;
            if (answer.Query is not { } query || searcher.NumberOf(passage) is not { } number)
                return new SearchExplanation([], new ScoreExplanation(0, "not found", []));
            IEnumerable<string> matched =
                answer.Words.Count > 0
                    ? answer.Words.Where(word =>
                        WordQueries.Typed(word) is { } typed && searcher.Explain(typed, number).IsMatch
                    )
                    : WordsIn(content.Text, answer.MatchesIn)
                        .Concat(content.Headings.SelectMany(heading => WordsIn(heading, answer.MatchesInHeading)));
            return new SearchExplanation(
                [.. matched.Distinct(StringComparer.Ordinal)],
                ReasonOf(searcher.Explain(query, number))
            );
        });
    }

    /// <summary>The contents of the best passages that hold any of the pieces, the best first.</summary>
    /// <param name="pieces">Words that stand together.</param>
    /// <param name="most">How many passages at most are looked at.</param>
    public IReadOnlyList<string> ContentsWith(IEnumerable<WordPiece> pieces, int most) =>
        WordQueries.AnyPiece(pieces) is { } query
            ? index.Guard(() =>
                index.Searcher.Best(query, most).Select(found => found.Hash).Distinct(StringComparer.Ordinal).ToArray()
            )
            : [];

    /// <summary>Contents that hold any of the pieces, in the order of their hashes; nothing is ranked.</summary>
    /// <param name="pieces">Words that stand together.</param>
    /// <param name="most">How many contents at most.</param>
    public IReadOnlyList<string> HoldersOf(IEnumerable<WordPiece> pieces, int most)
    {
        if (WordQueries.AnyPiece(pieces) is not { } query)
            return [];
        return index.Guard(() =>
        {
            HolderCollector holders = new();
            index.Searcher.Search(query, holders);
            return holders.Hashes.Order(StringComparer.Ordinal).Take(most).ToArray();
        });
    }

    private SearchAnswer SearchWords(IReadOnlyList<string> words, int limit, bool needsAll, string[] remarks) =>
        Run(WordQueries.Build(new PassageSearch(words, needsAll)), limit, remarks) with
        {
            Words = words,
        };

    private SearchAnswer Run(Query? query, int limit, string[] remarks)
    {
        if (query is null || limit < 1)
            return new SearchAnswer([]) { Remarks = remarks, IsEmpty = query is null };
        return index.Guard(() =>
        {
            BestCollector best = new(limit);
            try
            {
                LiveSearcher searcher = new(
                    index.Searcher,
                    new TimedReader(index.Reader, new TimeLimit(_time, LongestSearch))
                );
                query = searcher.Rewrite(query);
                searcher.Search(query, best);
                return new SearchAnswer(best.Found()) { Remarks = remarks, Query = query };
            }
            catch (TimeIsUpException)
            {
                return new SearchAnswer(best.Found())
                {
                    Remarks =
                    [
                        .. remarks,
                        "The search was cut after a second: there may be better passages. Say more closely what you look for.",
                    ],
                    IsCut = true,
                    Query = query,
                };
            }
        });
    }

    private static string CutOf(ExpandedQuery query) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{query.Text} stands for more than {ExpandedQuery.Most} words; the most frequent of them were searched for."
        );

    /// <summary>The words that were matched; those that follow one another together.</summary>
    private static IEnumerable<string> WordsIn(
        string text,
        Func<string, IReadOnlyList<(int Start, int Length)>> matchesIn
    )
    {
        (int Start, int End)? run = null;
        foreach ((int start, int length) in matchesIn(text))
        {
            if (run is { } before && start == before.End + 1 && text[before.End] == ' ')
            {
                run = (before.Start, start + length);
                continue;
            }

            if (run is { } done)
                yield return text[done.Start..done.End].ToLowerInvariant();
            run = (start, start + length);
        }

        if (run is { } last)
            yield return text[last.Start..last.End].ToLowerInvariant();
    }

    private static ScoreExplanation ReasonOf(Explanation explanation) =>
        new(
            explanation.Value,
            explanation.Description.ReplaceLineEndings(" ").TrimEnd(),
            [.. (explanation.GetDetails() ?? []).Select(ReasonOf)]
        );

    /// <summary>Collects the contents of passages.</summary>
    private sealed class HolderCollector : ICollector
    {
        private readonly BytesRef _key = new();
        private SortedDocValues? _keys;
        private int _last;

        public HashSet<string> Hashes { get; } = new(StringComparer.Ordinal);

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) { }

        public void SetNextReader(AtomicReaderContext context)
        {
            _keys = context.AtomicReader.GetSortedDocValues(PassageFields.Document);
            _last = -1;
        }

        public void Collect(int doc)
        {
            int number = _keys!.GetOrd(doc);
            if (number == _last)
                return;
            _last = number;
            _keys.LookupOrd(number, _key);
            Hashes.Add(IndexedContent.HashIn(_key));
        }
    }
}
