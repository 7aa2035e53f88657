namespace CseMapper.Passages.Storage;

/// <summary>Keeps other processes out while a few bytes are written; the system releases it when the process
/// ends.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(15);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Waits until the lock is free.</summary>
    /// <param name="path">The lock's file; created when missing, never deleted (deleting it would let two processes
    /// in).</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="time">Measures the wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="TimeoutException">Another process held it all the time.</exception>
    public static async Task<FileLock> TakeAsync(
        string path,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        long start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileLock(Open(path));
            }
            catch (IOException) when (File.Exists(path) && time.GetElapsedTime(start) < patience)
            {
                await Task.Delay(_between, time, cancellation).ConfigureAwait(false);
            }
            catch (IOException fault) when (File.Exists(path))
            {
                throw new TimeoutException(
                    $"{path} has been held by another program for {patience.TotalSeconds:0} seconds; "
                        + "nothing was written. Try again.",
                    fault
                );
            }
        }
    }

    /// <summary>Takes the lock when it is free.</summary>
    /// <param name="path">The lock's file; made where it is not there.</param>
    /// <returns>Null when another process holds it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(Open(path));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Lets the lock go.</summary>
    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
}
