using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CseMapper.Passages.Workspaces;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CseMapper.Passages.Indexing;

/// <summary>Brings an index to what a workspace holds: drops what is too much, adds what is missing, from the stored
/// texts.</summary>
/// <param name="folder">The index.</param>
/// <param name="workspace">The texts.</param>
internal sealed class IndexUpdate(IndexFolder folder, Workspace workspace)
{
    /// <summary>Documents that wait for a thread.</summary>
    private const int Waiting = 64;

    /// <summary>Fewer documents than this are not worth a second thread.</summary>
    private const int LeastForTwo = 16;

    private static readonly TimeSpan _betweenCommits = TimeSpan.FromMinutes(1);

    /// <summary>Does it; everything is durable when this returns.</summary>
    /// <param name="readings">All contents that have passages.</param>
    /// <param name="patience">How long to wait for another process that writes.</param>
    /// <param name="cancellation">Stops it; what was indexed so far is kept.</param>
    /// <exception cref="IndexException">It cannot be written.</exception>
    public void Run(IReadOnlyList<StoredReading> readings, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            Write(readings, patience, cancellation);
        }
        catch (Exception fault)
            when (fault is not (IndexException or WorkspaceException) && IndexException.IsTrouble(fault))
        {
            throw new IndexException(folder.Path, fault, IndexException.IsDamaged(fault));
        }
    }

    private void Write(IReadOnlyList<StoredReading> readings, TimeSpan patience, CancellationToken cancellation)
    {
        HeldBy(out bool isUsable);
        using IndexWriter writer = folder.BeginWriting(isUsable ? OpenMode.APPEND : OpenMode.CREATE, patience);
        try
        {
            // Another process may have written until now: only what stands while nobody else can write counts.
            HashSet<BytesRef> held = isUsable ? HeldBy(out isUsable) : [];
            if (!isUsable)
                writer.DeleteAll();
            Dictionary<BytesRef, StoredReading> wanted = new(readings.Count);
            foreach (StoredReading reading in readings)
                wanted.Add(IndexedContent.KeyOf(reading), reading);
            Term[] gone =
            [
                .. held.Where(key => !wanted.ContainsKey(key)).Select(key => new Term(PassageFields.Document, key)),
            ];
            writer.DeleteDocuments(gone);
            Dictionary<long, BytesRef> missing = [];
            foreach ((BytesRef key, StoredReading reading) in wanted)
            {
                if (!held.Contains(key))
                    missing.Add(reading.Number, key);
            }

            Add(writer, missing, cancellation);
            Commit(writer, IndexedContent.NameOf(wanted.Keys));
        }
        catch (OperationCanceledException)
        {
            Commit(writer, "");
            throw;
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private void Add(IndexWriter writer, Dictionary<long, BytesRef> missing, CancellationToken cancellation)
    {
        using BlockingCollection<StoredText> queue = new(Waiting);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? fault = null;
        int count = missing.Count < LeastForTwo ? 1 : Math.Min(Environment.ProcessorCount, 2);
        Thread[] threads =
        [
            .. Enumerable.Range(1, count).Select(number => new Thread(Work) { Name = $"index {number}" }),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        try
        {
            Feed(writer, missing, queue, stop.Token);
        }
        catch (OperationCanceledException) when (fault is not null)
        {
            // The thread's own fault is thrown below.
        }
        finally
        {
            queue.CompleteAdding();
            foreach (Thread thread in threads)
                thread.Join();
        }

        fault?.Throw();

        void Work()
        {
            try
            {
                PassageDocuments documents = new();
                foreach (StoredText text in queue.GetConsumingEnumerable(stop.Token))
                    writer.AddDocuments(documents.Of(missing[text.Number], text.Title, text.Passages()));
            }
            catch (OperationCanceledException)
            {
                // The feeding thread says so.
            }
            catch (Exception trouble)
            {
                fault ??= ExceptionDispatchInfo.Capture(trouble);
                stop.Cancel();
            }
        }
    }

    private void Feed(
        IndexWriter writer,
        Dictionary<long, BytesRef> missing,
        BlockingCollection<StoredText> queue,
        CancellationToken stop
    )
    {
#pragma warning disable RS0030 // Only how often is committed hangs on this clock, never what the index holds.
        long committed = Environment.TickCount64;
        foreach (StoredText text in workspace.TextsOf(missing.Keys))
        {
            queue.Add(text, stop);
            if (Environment.TickCount64 - committed < _betweenCommits.TotalMilliseconds)
                continue;
            Commit(writer, "");
            committed = Environment.TickCount64;
        }
#pragma warning restore RS0030
    }

    /// <summary>The keys of all documents that have not been deleted.</summary>
    private HashSet<BytesRef> HeldBy(out bool isUsable)
    {
        HashSet<BytesRef> keys = [];
        using DirectoryReader? reader = folder.TryOpen(out bool isDamaged);
        isUsable = reader is not null && reader.IndexCommit.UserData[IndexFolder.MadeByKey] == workspace.MadeBy;
        if (isDamaged)
            folder.SetAside();
        if (!isUsable)
            return keys;
        foreach (AtomicReaderContext leaf in reader!.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(PassageFields.Document)?.GetEnumerator() is not { } terms)
                continue;
            DocsEnum? documents = null;
            while (terms.MoveNext())
            {
                documents = terms.Docs(leaf.AtomicReader.LiveDocs, documents, DocsFlags.NONE);
                if (documents.NextDoc() != DocIdSetIteratorEnd)
                    keys.Add(BytesRef.DeepCopyOf(terms.Term));
            }
        }

        return keys;
    }

    private const int DocIdSetIteratorEnd = Lucene.Net.Search.DocIdSetIterator.NO_MORE_DOCS;

    private void Commit(IndexWriter writer, string holds)
    {
        writer.SetCommitData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexFolder.FormatKey] = IndexFolder.FormatVersion,
                [IndexFolder.MadeByKey] = workspace.MadeBy,
                [IndexFolder.HoldsKey] = holds,
            }
        );
        writer.Commit();
    }
}
