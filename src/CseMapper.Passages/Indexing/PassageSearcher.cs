using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Finds passages by words.</summary>
/// <param name="index">Holds them.</param>
public sealed class PassageSearcher(IndexSnapshot index)
{
    /// <summary>The passages that a person searches for, best first; of equal ones the first by document and
    /// place.</summary>
    /// <param name="search">What is searched for.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public IReadOnlyList<FoundPassage> Search(PassageSearch search, int limit)
    {
        ArgumentNullException.ThrowIfNull(search);
        return WordQueries.Build(search) is { } query ? index.Guard(() => index.Searcher.Best(query, limit)) : [];
    }

    /// <summary>Why a passage was found.</summary>
    /// <param name="search">What was searched for.</param>
    /// <param name="passage">One of the passages found.</param>
    public SearchExplanation Explain(PassageSearch search, FoundPassage passage)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(passage);
        return index.Guard(() =>
        {
            LiveSearcher searcher = index.Searcher;
            if (WordQueries.Build(search) is not { } query || searcher.NumberOf(passage) is not { } number)
                return new SearchExplanation([], new ScoreExplanation(0, "not found", []));
            string[] matched =
            [
                .. search.Words.Where(word =>
                    WordQueries.Typed(word) is { } typed && searcher.Explain(typed, number).IsMatch
                ),
            ];
            return new SearchExplanation(matched, ReasonOf(searcher.Explain(query, number)));
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
