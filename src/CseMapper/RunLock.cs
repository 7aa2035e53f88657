using System.Globalization;
using System.Text.Json;
using CseMapper.Passages.Storage;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>Who works on an output folder.</summary>
/// <param name="Process">The number of its process.</param>
/// <param name="User">The account it runs under.</param>
/// <param name="Machine">The machine it runs on.</param>
/// <param name="Since">When it began.</param>
public sealed record RunHolder(int Process, string User, string Machine, DateTimeOffset Since)
{
    /// <summary>"process 4711 of anna on PC-12, since 2026-11-21 09:30 UTC".</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {Process} of {User} on {Machine}, since {Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
        );
}

/// <summary>
/// Lets one run at a time work on an output folder. Held by the system, which releases it when the process ends, however
/// it ends; a file beside it says who holds it. Looking, reviewing and taking in decisions need no such lock.
/// </summary>
public sealed class RunLock : IDisposable
{
    private const string LockName = "run.lock";
    private const string HolderName = "run.json";
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    private readonly FileLock _held;

    private RunLock(FileLock held) => _held = held;

    /// <summary>Waits until no other run works on the folder.</summary>
    /// <param name="cacheFolder">The cache of the output folder; created when missing.</param>
    /// <param name="time">Says since when it is held.</param>
    /// <param name="whenWaiting">Hears once whom it waits for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="WorkspaceException">The folder cannot be written.</exception>
    public static RunLock Take(
        string cacheFolder,
        TimeProvider time,
        Action<RunHolder?> whenWaiting,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(cacheFolder);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(whenWaiting);
        bool isWaiting = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(cacheFolder, time) is { } taken)
                return taken;
            if (!isWaiting)
                whenWaiting(Read(cacheFolder));
            isWaiting = true;
            cancellation.WaitHandle.WaitOne(_between);
        }
    }

    /// <summary>Whether a run works on the folder, and who it is as far as known.</summary>
    /// <param name="cacheFolder">The folder <c>.csemapper</c> of the output folder.</param>
    public static (bool IsHeld, RunHolder? Holder) Look(string cacheFolder)
    {
        string path = Path.Combine(cacheFolder, LockName);
        if (!File.Exists(path))
            return (false, null);
        try
        {
            using FileStream _ = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return (false, null);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return (true, Read(cacheFolder));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static RunLock? TryTake(string cacheFolder, TimeProvider time)
    {
        try
        {
            Directory.CreateDirectory(cacheFolder);
            if (FileLock.TryTake(Path.Combine(cacheFolder, LockName)) is not { } held)
                return null;
            Tell(
                cacheFolder,
                new RunHolder(Environment.ProcessId, Environment.UserName, Environment.MachineName, time.GetUtcNow())
            );
            return new RunLock(held);
        }
        catch (Exception trouble)
            when (trouble is UnauthorizedAccessException or (IOException and not OutputFileException))
        {
            throw new WorkspaceException(cacheFolder, trouble);
        }
    }

    private static void Tell(string cacheFolder, RunHolder holder)
    {
        try
        {
            AtomicFile.Write(
                Path.Combine(cacheFolder, HolderName),
                stream => JsonSerializer.Serialize(stream, holder),
                CancellationToken.None
            );
        }
        catch (OutputFileException)
        {
            // Who holds the lock is a courtesy; a full disk says so where it matters.
        }
    }

    private static RunHolder? Read(string cacheFolder)
    {
        try
        {
            return JsonSerializer.Deserialize<RunHolder>(File.ReadAllBytes(Path.Combine(cacheFolder, HolderName)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
