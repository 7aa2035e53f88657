using System.Threading.Channels;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Intake;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>Has the PDF files of a folder read by a second reader as well, each content once and for all.</summary>
/// <param name="intake">Reads one file with both.</param>
/// <param name="madeBy">Names the build of the second reader.</param>
/// <param name="access">Names the passwords and limits that documents are read with.</param>
internal sealed class FolderCrossCheck(IFileIntake intake, string madeBy, string access)
{
    /// <summary>Bytes of files that may be held at the same time.</summary>
    private const long BytesAtOnce = 48L << 20;

    /// <summary>Readers do not recurse without bound; this is room for the depth that they allow themselves.</summary>
    private const int StackBytes = 16 << 20;

    /// <summary>Checks what has not been checked before.</summary>
    /// <param name="found">All files of the folder.</param>
    /// <param name="workspace">Keeps what was found.</param>
    /// <param name="state">What the workspace knows of them.</param>
    /// <param name="jobs">How many threads read.</param>
    /// <param name="progress">Hears of every file.</param>
    /// <param name="cancellation">Stops it; what was checked so far is kept.</param>
    /// <returns>What came of each content, by its hash.</returns>
    public IReadOnlyDictionary<string, CrossCheck> Run(
        IReadOnlyList<FoundFile> found,
        Workspace workspace,
        FolderState state,
        int jobs,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        Dictionary<string, CrossCheck> checks = workspace.CrossChecks(madeBy, access);
        HashSet<string> seen = new(checks.Keys, StringComparer.Ordinal);
        (FoundFile File, string Hash)[] queue =
        [
            .. found
                .Select(file => (File: file, Hash: state.Files.GetValueOrDefault(file.Path)?.Hash ?? ""))
                .Where(item => IsChecked(state, item.Hash) && seen.Add(item.Hash))
                .OrderByDescending(item => item.File.Stamp.Bytes)
                .ThenBy(item => item.File.Path, StringComparer.Ordinal),
        ];
        if (queue.Length > 0)
            Check(queue, checks, workspace, jobs, progress, cancellation);
        return checks;
    }

    /// <summary>A document that nobody can open, or that could not be read for want of a password, has no second
    /// reading either.</summary>
    private static bool IsChecked(FolderState state, string hash) =>
        state.Contents.TryGetValue(hash, out StoredContent? content)
        && content is { Format: FileFormat.Pdf, Status: not (ReadStatus.NeedsPassword or ReadStatus.Unsupported) };

    private void Check(
        (FoundFile File, string Hash)[] queue,
        Dictionary<string, CrossCheck> checks,
        Workspace workspace,
        int jobs,
        IProgress<MapProgress> progress,
        CancellationToken cancellation
    )
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using ByteBudget budget = new(BytesAtOnce);
        Channel<(FoundFile File, string Hash, CrossCheckReading? Reading)> finished = Channel.CreateUnbounded<(
            FoundFile,
            string,
            CrossCheckReading?
        )>();
        int next = -1;
        int running = Math.Min(jobs, queue.Length);
        Thread[] threads =
        [
            .. Enumerable
                .Range(1, running)
                .Select(number => new Thread(Work, StackBytes)
                {
                    Name = $"second reader {number}",
                    IsBackground = true,
                }),
        ];
        foreach (Thread thread in threads)
            thread.Start();
        try
        {
            Keep();
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
                {
                    (FoundFile file, string hash) = queue[i];
                    long share = budget.Take(file.Stamp.Bytes, stop.Token);
                    CrossCheckReading? reading = intake.CrossCheck(file, hash, stop.Token);
                    budget.Return(share);
                    finished.Writer.TryWrite((file, hash, reading));
                }
                if (Interlocked.Decrement(ref running) == 0)
                    finished.Writer.TryComplete();
            }
            catch (Exception fault)
            {
                // Handed to the thread that keeps what was found, which throws it on.
                finished.Writer.TryComplete(fault);
            }
        }

        void Keep()
        {
            MapProgress state = new(
                MapStage.CrossChecking,
                0,
                queue.Length,
                0,
                0,
                queue.Sum(item => item.File.Stamp.Bytes)
            );
            progress.Report(state);
            using WorkspaceWriter writer = workspace.BeginWriting();
            while (finished.Reader.WaitToReadAsync(stop.Token).AsTask().GetAwaiter().GetResult())
            {
                while (finished.Reader.TryRead(out (FoundFile File, string Hash, CrossCheckReading? Reading) item))
                {
                    if (item.Reading is { } reading)
                    {
                        string under = reading.Result.Failure is null ? "" : access;
                        writer.Put(new StoredCrossCheck(item.Hash, madeBy, under, reading));
                        checks[item.Hash] = reading.Result;
                    }
                    state = state with
                    {
                        FilesDone = state.FilesDone + 1,
                        Pages = state.Pages + (item.Reading?.Result.Pages ?? 0),
                        BytesDone = state.BytesDone + item.File.Stamp.Bytes,
                    };
                    progress.Report(state);
                }
                writer.Commit();
            }
        }
    }
}
