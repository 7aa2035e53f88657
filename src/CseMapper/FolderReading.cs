using System.Threading.Channels;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>Brings the workspace up to date with a folder: reads what is new or changed on several threads, and writes
/// it from one.</summary>
/// <param name="intake">Reads one file.</param>
/// <param name="access">Names the passwords, limits and text recognition that documents are read with.</param>
/// <param name="unsettled">Tells files that wait.</param>
internal sealed class FolderReading(IFileIntake intake, string access, Unsettled unsettled)
{
    /// <summary>Bytes of files that may be held at the same time, from their opening until their passages are
    /// stored.</summary>
    private const long BytesAtOnce = 48L << 20;

    /// <summary>Readers do not recurse without bound; this is room for the depth that they allow themselves.</summary>
    private const int StackBytes = 16 << 20;

    /// <summary>Finished documents that wait for the writer.</summary>
    private const int Waiting = 64;

    /// <summary>Reads what the workspace does not hold yet, and forgets what has gone.</summary>
    /// <param name="folder">All files of the folder.</param>
    /// <param name="workspace">Where to.</param>
    /// <param name="state">What the workspace knows; afterwards what it knows then.</param>
    /// <param name="jobs">How many threads read.</param>
    /// <param name="mostGone">The share of the files that may be gone without being confirmed, 0 to 1.</param>
    /// <param name="progress">Hears of every file.</param>
    /// <param name="cancellation">Stops it; what was read so far is kept.</param>
    /// <exception cref="IOException">So many files could not be opened that the folder itself must have become
    /// unreachable.</exception>
    public FolderOutcome Run(
        FolderFiles folder,
        Workspace workspace,
        FolderState state,
        int jobs,
        double mostGone,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<FoundFile> found = folder.Files;
        IReadOnlyDictionary<string, KnownFile> known = state.Files;
        ContentClaims claims = new(state.Contents, access);
        List<FoundFile> doubtful =
        [
            .. found.Where(file =>
                !known.TryGetValue(file.Path, out KnownFile? before)
                || !before.IsSurely(file)
                || !claims.Holds(before.Hash)
            ),
        ];
        List<string> waiting = [.. doubtful.Where(unsettled.Is).Select(file => file.Path)];
        if (waiting.Count > 0)
            doubtful.RemoveAll(file => waiting.BinarySearch(file.Path, StringComparer.Ordinal) >= 0);
        using WorkspaceWriter writer = workspace.BeginWriting();
        Tally tally = new(unsettled.IsPatient ? known : null);
        Read(doubtful, claims, state, writer, jobs, progress, tally, cancellation);
        InnerFiles inner = InnerFiles.Find(found, known, tally.Containers);
        List<FoundFile> doubtfulInner =
        [
            .. inner.Found.Where(file =>
                !known.TryGetValue(file.Path, out KnownFile? before) || !claims.Holds(before.Hash)
            ),
            .. inner.Anew.Where(file =>
                known.TryGetValue(file.Path, out KnownFile? before) && claims.Holds(before.Hash)
            ),
        ];
        Read(doubtfulInner, claims, state, writer, jobs, progress, tally, cancellation);
        found = [.. found.Concat(inner.Found).OrderBy(file => file.Path, StringComparer.Ordinal)];
        if (Deletions.AreTooMany(tally.Lost, found.Count, mostGone))
        {
            throw new IOException(
                $"{tally.Lost} files could no longer be opened: the folder has become unreachable. Nothing in the "
                    + "mapping was changed; run again when it is back."
            );
        }

        Deletions deletions = Deletions.Judge(found, folder.LeavesOut, known, () => HashesOf(found, state), mostGone);
        foreach (string path in deletions.Gone)
            state.Remove(writer, path);
        if (doubtful.Count > 0 || doubtfulInner.Count > 0 || deletions.Gone.Count > 0)
        {
            writer.Commit();
            Read(claims.ToReadAgain(state, found), claims, state, writer, jobs, progress, tally, cancellation);
            state.RemoveOrphans(writer);
            writer.Commit();
        }
        return new FolderOutcome(deletions, [.. waiting.Concat(tally.Busy).Order(StringComparer.Ordinal)]);
    }

    private static HashSet<string> HashesOf(IReadOnlyList<FoundFile> found, FolderState state) =>
        new(found.Select(file => state.Files.GetValueOrDefault(file.Path)?.Hash ?? ""), StringComparer.Ordinal);

    private void Read(
        List<FoundFile> files,
        ContentClaims claims,
        FolderState state,
        WorkspaceWriter writer,
        int jobs,
        IProgress<MapProgress> progress,
        Tally tally,
        CancellationToken cancellation
    )
    {
        if (files.Count == 0)
            return;
        // The largest first: a long document begun last would keep one thread busy and the others idle.
        FoundFile[] queue =
        [
            .. files.OrderByDescending(file => file.Stamp.Bytes).ThenBy(file => file.Path, StringComparer.Ordinal),
        ];
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using ByteBudget budget = new(BytesAtOnce);
        Channel<Finished> finished = Channel.CreateBounded<Finished>(
            new BoundedChannelOptions(Waiting) { SingleReader = true }
        );
        int next = -1;
        int running = Math.Min(jobs, queue.Length);
        Thread[] threads =
        [
            .. Enumerable
                .Range(1, running)
                .Select(number => new Thread(Work, StackBytes) { Name = $"reader {number}", IsBackground = true }),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        try
        {
            Write(finished.Reader, budget, state, writer, progress, tally, queue, stop.Token);
        }
        finally
        {
            stop.Cancel();
            foreach (Thread thread in threads)
                thread.Join();
        }

        void Work()
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < queue.Length; i = Interlocked.Increment(ref next))
                    TakeIn(queue[i], claims, budget, finished.Writer, stop.Token);
                if (Interlocked.Decrement(ref running) == 0)
                    finished.Writer.TryComplete();
            }
            catch (Exception fault)
            {
                // Handed to the writing thread, which throws it on.
                finished.Writer.TryComplete(fault);
            }
        }
    }

    private void TakeIn(
        FoundFile file,
        ContentClaims claims,
        ByteBudget budget,
        ChannelWriter<Finished> finished,
        CancellationToken cancellation
    )
    {
        long share = budget.Take(file.Stamp.Bytes, cancellation);
        Finished reading = new(intake.Read(file, claims.Claim, cancellation), share);
        while (!finished.TryWrite(reading))
            finished.WaitToWriteAsync(cancellation).AsTask().GetAwaiter().GetResult();
    }

    private static void Write(
        ChannelReader<Finished> finished,
        ByteBudget budget,
        FolderState folder,
        WorkspaceWriter writer,
        IProgress<MapProgress> progress,
        Tally tally,
        FoundFile[] queue,
        CancellationToken cancellation
    )
    {
        MapProgress state = new(MapStage.Reading, 0, queue.Length, 0, 0, queue.Sum(file => file.Stamp.Bytes));
        progress.Report(state);
        try
        {
            while (finished.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult())
                WriteWaiting();
        }
        catch (OperationCanceledException)
        {
            // What has been read need not be read again by the next run.
            WriteWaiting();
            throw;
        }

        // All of it in one transaction: few of them when the readers are fast, and no delay when they are slow.
        void WriteWaiting()
        {
            while (finished.TryRead(out Finished next))
            {
                FileReading reading = next.Reading;
                tally.Count(reading);
                if (reading.Content is not null)
                    folder.Put(writer, reading.Content);
                if (!tally.Keeps(reading))
                    folder.Put(writer, reading.File);
                budget.Return(next.Share);
                state = state with
                {
                    FilesDone = state.FilesDone + 1,
                    Pages = state.Pages + (reading.Content?.Summary.Pages ?? 0),
                    BytesDone = state.BytesDone + reading.File.Stamp.Bytes,
                };
                progress.Report(state);
            }
            writer.Commit();
        }
    }

    /// <param name="Reading">What came of a file.</param>
    /// <param name="Share">Its part of the bytes held at the same time.</param>
    private readonly record struct Finished(FileReading Reading, long Share);

    /// <summary>What could not be opened, and why.</summary>
    /// <param name="known">What the last run knew, where a file that is busy stays as it was; else null.</param>
    private sealed class Tally(IReadOnlyDictionary<string, KnownFile>? known)
    {
        public int Lost { get; private set; }

        public List<string> Busy { get; } = [];

        /// <summary>What was found inside of each file that was opened.</summary>
        public Dictionary<string, IReadOnlyList<InnerDocument>> Containers { get; } = new(StringComparer.Ordinal);

        /// <summary>True for a file whose last reading stands while somebody has it open.</summary>
        public bool Keeps(FileReading reading) =>
            reading.IsBusy
            && known is not null
            && known.TryGetValue(reading.File.Path, out KnownFile? before)
            && before.Hash.Length > 0;

        public void Count(FileReading reading)
        {
            if (reading.IsLost)
                Lost++;
            if (reading.IsBusy)
                Busy.Add(reading.File.Path);
            if (reading.File.Hash.Length > 0 && InnerNames.MayHold(reading.File.Path))
                Containers[reading.File.Path] = reading.Inner;
        }
    }
}

/// <summary>What came of a folder, besides what was read.</summary>
/// <param name="Deletions">What has gone, and what is missing but kept.</param>
/// <param name="Waiting">Files that somebody was writing or had open; by path.</param>
internal sealed record FolderOutcome(Deletions Deletions, IReadOnlyList<string> Waiting);
