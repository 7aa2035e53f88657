using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Intake;

/// <summary>
/// Takes in files in a process beside this one, so that no document can end the run. What was being read when the
/// process failed is read once more, each file by itself; one that fails again is left out until its content, or the
/// limits, change.
/// </summary>
/// <param name="program">What is started.</param>
/// <param name="options">How it reads, and its limits.</param>
/// <param name="time">Measures the time that documents take.</param>
public sealed class ProcessIntake(ReaderProgram program, ReaderOptions options, TimeProvider time) : IFileIntake
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private ReaderProcess? _shared;

    /// <inheritdoc/>
    public void Begin() => Shared();

    /// <inheritdoc/>
    public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(claim);
        long readAt = time.GetUtcNow().UtcTicks;
        if (FileReading.OfUnopened(file, options.Reading, readAt) is { } unopened)
            return unopened;
        string claimed = "";
        ReaderProcess shared = Shared();
        try
        {
            FileReading reading = shared.Read(file, Claim, cancellation);
            if (!reading.LackedMemory)
                return reading;
        }
        catch (ReaderFailedException)
        {
            Drop(shared);
        }
        (FileReading? again, ReaderFailure failure) = Alone(
            single => single.Read(file, Claim, cancellation),
            reading => reading.LackedMemory,
            cancellation
        );
        return again ?? LeftOut(file, claimed, readAt, ReaderFailureText.Describe(failure, options.Limits));

        // A claim that was granted stays granted to the second attempt.
        bool Claim(string hash)
        {
            if (hash != claimed && !claim(hash))
                return false;
            claimed = hash;
            return true;
        }
    }

    /// <inheritdoc/>
    public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ReaderProcess shared = Shared();
        try
        {
            CrossCheckReading? reading = shared.CrossCheck(file, hash, cancellation);
            if (reading is not { LackedMemory: true })
                return reading;
        }
        catch (ReaderFailedException)
        {
            Drop(shared);
        }
        (CrossCheckReading? again, ReaderFailure failure) = Alone(
            single => single.CrossCheck(file, hash, cancellation),
            reading => reading is { LackedMemory: true },
            cancellation
        );
        return failure == ReaderFailure.None
            ? again
            : new CrossCheckReading(
                CrossChecking.CrossCheck.Failed(ReaderFailureText.OfSecondReader(failure, options.Limits))
            );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shared?.Dispose();
        _oneAtATime.Dispose();
    }

    private ReaderProcess Shared()
    {
        lock (_gate)
            return _shared ??= new ReaderProcess(program, options, time);
    }

    private void Drop(ReaderProcess failed)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_shared, failed))
                return;
            _shared = null;
            failed.Dispose();
        }
    }

    /// <summary>Lets a fresh process do something, so that nothing that another document left behind counts against
    /// this one.</summary>
    private (T? Reading, ReaderFailure Failure) Alone<T>(
        Func<ReaderProcess, T> read,
        Func<T, bool> lackedMemory,
        CancellationToken cancellation
    )
    {
        _oneAtATime.Wait(cancellation);
        try
        {
            using ReaderProcess single = new(program, options with { Jobs = 1 }, time);
            T reading = read(single);
            return lackedMemory(reading) ? (default, ReaderFailure.TookTooMuchMemory) : (reading, ReaderFailure.None);
        }
        catch (ReaderFailedException fault)
        {
            return (default, fault.Failure);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private FileReading LeftOut(FoundFile file, string hash, long readAt, string reason)
    {
        if (hash.Length == 0)
            return FileReading.Refused(file, readAt, reason);
        ReadingMark mark = new(ContentClaims.ExtensionOf(file.Path), options.Access);
        return new FileReading(new KnownFile(file.Path, file.Stamp, readAt, hash))
        {
            Content = ReadContent.Encode(
                hash,
                mark,
                FileFormat.Unknown,
                IngestResult.Failed(ReadStatus.Unreadable, reason),
                []
            ),
        };
    }
}
