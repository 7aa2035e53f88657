namespace CseMapper.App.Watching;

/// <summary>Hears from the system that something in a folder may have changed. Only a hint: network shares send none, and a full queue loses some.</summary>
internal sealed class ChangeHint : IDisposable
{
    private readonly SemaphoreSlim _heard = new(0, 1);
    private readonly FileSystemWatcher? _watcher;

    /// <param name="folder">The folder, with its sub-folders.</param>
    public ChangeHint(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            _watcher.Changed += (_, _) => Hear();
            _watcher.Created += (_, _) => Hear();
            _watcher.Deleted += (_, _) => Hear();
            _watcher.Renamed += (_, _) => Hear();
            _watcher.Error += (_, _) => Hear();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception trouble) when (trouble is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Too many folders for the system, or a share that cannot tell: looking now and then is enough.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Waits for a hint, but not for longer than given.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_heard.WaitAsync(stop.Token), Task.Delay(most, time, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        _heard.Dispose();
    }

    private void Hear()
    {
        try
        {
            if (_heard.CurrentCount == 0) _heard.Release();
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Two at once are one hint; one after the end is none.
        }
    }
}
