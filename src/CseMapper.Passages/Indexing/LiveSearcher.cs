using System.Collections.Concurrent;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Searches with statistics of the passages that have not been deleted, so that a score does not tell what
/// happened to the index before.</summary>
internal sealed class LiveSearcher : IndexSearcher
{
    /// <summary>Places asked for beyond the limit, so that the order of equal scores does not decide who is among
    /// them.</summary>
    private const int Spare = 32;

    private readonly ConcurrentDictionary<(string Field, string Term), long> _frequencies;

    public LiveSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = new PassageSimilarity(MeanLength(reader));
        _frequencies = [];
    }

    /// <summary>Searches the same index through another reader.</summary>
    public LiveSearcher(LiveSearcher known, IndexReader reader)
        : base(reader)
    {
        Similarity = known.Similarity;
        _frequencies = known._frequencies;
    }

    public override TermStatistics TermStatistics(Term term, TermContext context)
    {
        long with = IndexReader.HasDeletions
            ? _frequencies.GetOrAdd((term.Field, term.Text), _ => CountLive(term))
            : context.DocFreq;
        return new TermStatistics(term.Bytes, with, -1);
    }

    public override CollectionStatistics CollectionStatistics(string field) =>
        new(field, IndexReader.NumDocs, -1, -1, -1);

    /// <summary>The best passages for a query; of equal ones the first by document and place.</summary>
    public FoundPassage[] Best(Query query, int limit)
    {
        if (limit < 1 || IndexReader.NumDocs == 0)
            return [];
        ScoreDoc[] hits = Search(query, (int)Math.Min((long)limit + Spare, IndexReader.MaxDoc)).ScoreDocs;
        return Places(hits, limit);
    }

    /// <summary>The places of passages, best first; of equal ones the first by document and place.</summary>
    public FoundPassage[] Places(ScoreDoc[] hits, int limit) =>
        [
            .. PlacesOf(hits)
                .OrderByDescending(place => place.Score)
                .ThenBy(place => place.Hash, StringComparer.Ordinal)
                .ThenBy(place => place.Ordinal)
                .Take(limit),
        ];

    /// <summary>Lucene's number of a passage.</summary>
    public int? NumberOf(FoundPassage passage)
    {
        BytesRef prefix = new(passage.Hash + "\n");
        foreach (AtomicReaderContext leaf in IndexReader.Leaves)
        {
            AtomicReader reader = leaf.AtomicReader;
            if (reader.GetTerms(PassageFields.Document)?.GetEnumerator() is not { } keys)
                continue;
            for (
                bool isThere = keys.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
                isThere && StringHelper.StartsWith(keys.Term, prefix);
                isThere = keys.MoveNext()
            )
            {
                NumericDocValues ordinals = reader.GetNumericDocValues(PassageFields.Ordinal);
                DocsEnum documents = keys.Docs(reader.LiveDocs, null, DocsFlags.NONE);
                while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    if (ordinals.Get(documents.DocID) == passage.Ordinal)
                        return leaf.DocBase + documents.DocID;
                }
            }
        }

        return null;
    }

    /// <summary>Scores are rounded to five places: what differs beyond comes from the order in which Lucene
    /// adds.</summary>
    private IEnumerable<FoundPassage> PlacesOf(ScoreDoc[] hits)
    {
        IList<AtomicReaderContext> leaves = IndexReader.Leaves;
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
                IndexedContent.HashIn(key),
                (int)ordinalsOfLeaf.Get(local),
                MathF.Round(hit.Score, 5)
            );
        }
    }

    private long CountLive(Term term)
    {
        long count = 0;
        foreach (AtomicReaderContext leaf in IndexReader.Leaves)
        {
            AtomicReader reader = leaf.AtomicReader;
            if (reader.LiveDocs is null)
            {
                count += reader.DocFreq(term);
            }
            else if (reader.GetTermDocsEnum(term) is { } documents)
            {
                // The reader leaves out the deleted ones itself.
                while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    count++;
            }
        }

        return count;
    }

    private static float MeanLength(IndexReader reader)
    {
        long sum = 0;
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetNormValues(PassageFields.Body) is not { } lengths)
                continue;
            IBits? live = leaf.AtomicReader.LiveDocs;
            for (int document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (live is null || live.Get(document))
                    sum += (byte)lengths.Get(document);
            }
        }

        return Math.Max(1, sum / (float)Math.Max(1, reader.NumDocs));
    }
}
