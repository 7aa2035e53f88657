using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CseMapper.Passages.Indexing;

/// <summary>Finds passages with Lucene.Net: the other engine for those who have it on their package feed.</summary>
/// <remarks>
/// One Lucene document a passage. Searches are near real time: they see what an update under way has added so far, and
/// what other processes have committed. Only an update locks the folder, so that a review page may stay open while runs
/// come and go. Deleted passages are merged away at each commit, so that scores do not depend on how the index came to
/// be.
/// </remarks>
public sealed class LucenePassageIndex : IPassageIndex
{
    /// <summary>The name of its folder in the cache folder.</summary>
    public const string FolderName = "lucene";

    private readonly LuceneDirectory _directory;
    private readonly PassageAnalyzer _analyzer = new();
    private readonly System.Threading.Lock _switching = new();
    private SearcherManager? _searchers;

    private LucenePassageIndex(LuceneDirectory directory) => _directory = directory;

    /// <summary>Opens the index of a folder. One that is missing, damaged or of another version is empty, and made anew
    /// by the next update.</summary>
    /// <param name="folder">Its folder; created when missing.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static LucenePassageIndex Open(string folder) =>
        new(FSDirectory.Open(System.IO.Directory.CreateDirectory(folder)));

    /// <summary>An index that is gone when it is closed.</summary>
    public static LucenePassageIndex InMemory() => new(new RAMDirectory());

    /// <inheritdoc/>
    public void Update(
        IReadOnlyDictionary<string, string> documents,
        Func<string, DocumentText> textOf,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(textOf);
        cancellation.ThrowIfCancellationRequested();
        using IndexWriter writer = IndexFolder.BeginWriting(_directory, _analyzer);
        Switch(new SearcherManager(writer, applyAllDeletes: true, new PassageSearchers()));
        try
        {
            Update(writer, documents, textOf, cancellation);
        }
        catch
        {
            // Closing the writer would commit half an update.
            writer.Rollback();
            throw;
        }
        finally
        {
            Switch(null);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FoundPassage> Search(PassageSearch search, int limit)
    {
        ArgumentNullException.ThrowIfNull(search);
        return WordQueries.Build(search) is { } query
            ? Search(searcher => IndexReading.Best(searcher, query, limit), [])
            : [];
    }

    /// <inheritdoc/>
    public SearchExplanation Explain(PassageSearch search, FoundPassage passage)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(passage);
        return Search(
            searcher => IndexReading.Explain(searcher, search, passage),
            new SearchExplanation([], new ScoreExplanation(0, "not found", []))
        );
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<FoundPassage>> Candidates(
        ElementQueries queries,
        int depth,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(queries);
        Query?[] ofElements = ElementQueryBuilder.Build(queries);
        IReadOnlyList<FoundPassage>[] nothing = [.. ofElements.Select(_ => Array.Empty<FoundPassage>())];
        return Search(
            searcher =>
            {
                IReadOnlyList<FoundPassage>[] candidates = [.. nothing];
                for (int element = 0; element < candidates.Length; element++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (ofElements[element] is { } query)
                        candidates[element] = IndexReading.Best(searcher, query, depth);
                }

                return candidates;
            },
            nothing
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Switch(null);
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private void Update(
        IndexWriter writer,
        IReadOnlyDictionary<string, string> documents,
        Func<string, DocumentText> textOf,
        CancellationToken cancellation
    )
    {
        HashSet<string> held = Search(searcher => IndexReading.ReadingsIn(searcher.IndexReader), []);
        Dictionary<string, string> wanted = documents.ToDictionary(
            document => $"{document.Key} {document.Value}",
            document => document.Key,
            StringComparer.Ordinal
        );
        Term[] gone =
        [
            .. held.Where(reading => !wanted.ContainsKey(reading))
                .Select(reading => new Term(PassageFields.Reading, reading)),
        ];
        string[] added = [.. wanted.Keys.Where(reading => !held.Contains(reading)).Order(StringComparer.Ordinal)];
        writer.DeleteDocuments(gone);
        foreach (string reading in added)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.AddDocuments(PassageFields.DocumentsOf(wanted[reading], reading, textOf(wanted[reading])));
        }

        if (gone.Length > 0)
            writer.ForceMergeDeletes();
        IndexFolder.Commit(writer);
    }

    private T Search<T>(Func<IndexSearcher, T> search, T nothing)
    {
        SearcherManager searchers;
        IndexSearcher searcher;
        lock (_switching)
        {
            if (_searchers is null && !IndexFolder.IsUsable(_directory))
                return nothing;
            searchers = _searchers ??= new SearcherManager(_directory, new PassageSearchers());
            searchers.MaybeRefreshBlocking();
            searcher = searchers.Acquire();
        }

        try
        {
            return search(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private void Switch(SearcherManager? next)
    {
        lock (_switching)
        {
            _searchers?.Dispose();
            _searchers = next;
        }
    }

    private sealed class PassageSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) =>
            new(reader) { Similarity = new PassageSimilarity() };
    }
}
