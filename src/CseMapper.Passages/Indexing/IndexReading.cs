using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Reads documents, places and reasons out of an index.</summary>
internal static class IndexReading
{
    /// <summary>Places asked for beyond the limit, so that the order of equal scores does not decide who is among
    /// them.</summary>
    private const int Spare = 32;

    /// <summary>The readings of all documents in the index.</summary>
    public static HashSet<string> ReadingsIn(IndexReader reader)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        if (MultiFields.GetTerms(reader, PassageFields.Reading) is not { } terms)
            return keys;
        TermsEnum key = terms.GetEnumerator();
        while (key.MoveNext())
            keys.Add(key.Term.Utf8ToString());
        return keys;
    }

    /// <summary>The best passages for a query; of equal ones the first by document and place.</summary>
    public static FoundPassage[] Best(IndexSearcher searcher, Query query, int limit)
    {
        if (limit < 1 || searcher.IndexReader.NumDocs == 0)
            return [];
        ScoreDoc[] hits = searcher
            .Search(query, (int)Math.Min((long)limit + Spare, searcher.IndexReader.MaxDoc))
            .ScoreDocs;
        return
        [
            .. PlacesOf(searcher, hits)
                .OrderByDescending(place => place.Score)
                .ThenBy(place => place.Hash, StringComparer.Ordinal)
                .ThenBy(place => place.Ordinal)
                .Take(limit),
        ];
    }

    /// <summary>Lucene's own explanation of a passage's score, and the words of the search that it finds
    /// there.</summary>
    public static SearchExplanation Explain(IndexSearcher searcher, PassageSearch search, FoundPassage passage)
    {
        if (WordQueries.Build(search) is not { } query || NumberOf(searcher, passage) is not { } number)
            return new SearchExplanation([], new ScoreExplanation(0, "not found", []));
        string[] matched =
        [
            .. search.Words.Where(word =>
                WordQueries.Typed(word) is { } typed && searcher.Explain(typed, number).IsMatch
            ),
        ];
        return new SearchExplanation(matched, ReasonOf(searcher.Explain(query, number)));
    }

    private static ScoreExplanation ReasonOf(Explanation explanation) =>
        new(
            explanation.Value,
            explanation.Description.ReplaceLineEndings(" ").TrimEnd(),
            [.. (explanation.GetDetails() ?? []).Select(ReasonOf)]
        );

    /// <summary>Lucene's number of a passage.</summary>
    private static int? NumberOf(IndexSearcher searcher, FoundPassage passage)
    {
        foreach (AtomicReaderContext leaf in searcher.IndexReader.Leaves)
        {
            if (leaf.AtomicReader.GetTermDocsEnum(new Term(PassageFields.Document, passage.Hash)) is not { } numbers)
                continue;
            NumericDocValues ordinals = leaf.AtomicReader.GetNumericDocValues(PassageFields.Ordinal);
            while (numbers.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (ordinals.Get(numbers.DocID) == passage.Ordinal)
                    return leaf.DocBase + numbers.DocID;
            }
        }

        return null;
    }

    /// <summary>Scores are rounded to five places: what differs beyond comes from the order in which Lucene
    /// adds.</summary>
    private static IEnumerable<FoundPassage> PlacesOf(IndexSearcher searcher, ScoreDoc[] hits)
    {
        IList<AtomicReaderContext> leaves = searcher.IndexReader.Leaves;
        SortedDocValues?[] keys = new SortedDocValues[leaves.Count];
        NumericDocValues?[] ordinals = new NumericDocValues[leaves.Count];
        BytesRef key = new();
        foreach (ScoreDoc hit in hits)
        {
            int leaf = ReaderUtil.SubIndex(hit.Doc, leaves);
            AtomicReader reader = leaves[leaf].AtomicReader;
            SortedDocValues keysOfLeaf = keys[leaf] ??= reader.GetSortedDocValues(PassageFields.Document);
            NumericDocValues ordinalsOfLeaf = ordinals[leaf] ??= reader.GetNumericDocValues(PassageFields.Ordinal);
            int local = hit.Doc - leaves[leaf].DocBase;
            keysOfLeaf.Get(local, key);
            yield return new FoundPassage(
                key.Utf8ToString(),
                (int)ordinalsOfLeaf.Get(local),
                MathF.Round(hit.Score, 5)
            );
        }
    }
}
