using CseMapper.Indexing;
using CseMapper.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CseMapper.Lucene;

/// <summary>Finds passages with Lucene.Net: the other engine for those who have it on their package feed.</summary>
/// <remarks>
/// One Lucene document a passage. Searches are near real time: they see what an update under way has added so far. Deleted documents are merged away at each
/// commit, so that scores do not depend on how the index came to be.
/// </remarks>
public sealed class LucenePassageIndex : IPassageIndex
{
    /// <summary>The name of its folder in the cache folder.</summary>
    public const string FolderName = "lucene";

    private const int MegabytesBeforeFlush = 64;

    private readonly LuceneDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly PassageAnalyzer _analyzer = new();
    private bool _isCommitted = true;

    private LucenePassageIndex(LuceneDirectory directory)
    {
        _directory = directory;
        _writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
        {
            Similarity = new PassageSimilarity(),
            RAMBufferSizeMB = MegabytesBeforeFlush,
            // Merges in the calling thread: the same documents always come to the same segments.
            MergeScheduler = new SerialMergeScheduler(),
            MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0 },
        });
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, new PassageSearchers());
    }

    /// <summary>Opens the index of a folder, or begins one; an index of another version begins anew. One process at a time.</summary>
    /// <param name="folder">Its folder; created when missing.</param>
    /// <exception cref="IOException">The folder cannot be written, or another process has it open.</exception>
    public static LucenePassageIndex Open(string folder) => new(IndexFolder.Open(folder));

    /// <summary>An index that is gone when it is closed.</summary>
    public static LucenePassageIndex InMemory() => new(new RAMDirectory());

    /// <inheritdoc/>
    public void Update(IReadOnlyDictionary<string, string> documents, Func<string, DocumentText> textOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(textOf);
        HashSet<string> held = Search(searcher => IndexReading.ReadingsIn(searcher.IndexReader));
        Dictionary<string, string> wanted = documents.ToDictionary(document => $"{document.Key} {document.Value}", document => document.Key, StringComparer.Ordinal);
        Term[] gone = [.. held.Where(reading => !wanted.ContainsKey(reading)).Select(reading => new Term(PassageFields.Reading, reading))];
        string[] added = [.. wanted.Keys.Where(reading => !held.Contains(reading)).Order(StringComparer.Ordinal)];
        if (gone.Length + added.Length == 0 && _writer.CommitData.ContainsKey(IndexFolder.VersionKey)) return;
        _isCommitted = false;
        _writer.DeleteDocuments(gone);
        foreach (string reading in added)
        {
            cancellation.ThrowIfCancellationRequested();
            _writer.AddDocuments(PassageFields.DocumentsOf(wanted[reading], reading, textOf(wanted[reading])));
        }

        if (gone.Length > 0) _writer.ForceMergeDeletes();
        _writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFolder.VersionKey] = IndexFolder.FormatVersion });
        _writer.Commit();
        _isCommitted = true;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FoundPassage> Search(IReadOnlyList<string> words, int limit)
    {
        ArgumentNullException.ThrowIfNull(words);
        Query[] queries = [.. words.Select(WordQueries.Typed).OfType<Query>()];
        return queries.Length == 0 ? [] : Search(searcher => IndexReading.Best(searcher, WordQueries.AnyOf(queries), limit));
    }

    /// <inheritdoc/>
    public SearchExplanation Explain(IReadOnlyList<string> words, FoundPassage passage)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(passage);
        return Search(searcher => IndexReading.Explain(searcher, words, passage));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<FoundPassage>> Candidates(ElementQueries queries, int depth, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(queries);
        return Search(searcher =>
        {
            List<IReadOnlyList<FoundPassage>> candidates = [];
            foreach (Query? query in ElementQueryBuilder.Build(queries))
            {
                cancellation.ThrowIfCancellationRequested();
                candidates.Add(query is null ? [] : IndexReading.Best(searcher, query, depth));
            }

            return candidates;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searchers.Dispose();
        // Closing the writer would commit half an update.
        if (_isCommitted) _writer.Dispose();
        else _writer.Rollback();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private T Search<T>(Func<IndexSearcher, T> search)
    {
        _searchers.MaybeRefreshBlocking();
        IndexSearcher searcher = _searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private sealed class PassageSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new PassageSimilarity() };
    }
}
