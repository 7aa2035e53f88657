namespace CseMapper.App.Watching;

/// <summary>Hears from the system that something in a folder may have changed. Only a hint: network shares send none,
/// and a full queue loses some.</summary>
internal sealed class ChangeHint : IDisposable
{
    private readonly SemaphoreSlim _heard = new(0, 1);
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="folders">The folders, with their sub-folders.</param>
    public ChangeHint(IEnumerable<string> folders)
    {
        foreach (string folder in folders)
            Watch(folder);
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
        foreach (FileSystemWatcher watcher in _watchers)
            watcher.Dispose();
        _heard.Dispose();
    }

    private void Watch(string folder)
    {
        try
        {
            FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true };
            _watchers.Add(watcher);
            watcher.Changed += (_, _) => Hear();
            watcher.Created += (_, _) => Hear();
            watcher.Deleted += (_, _) => Hear();
            watcher.Renamed += (_, _) => Hear();
            watcher.Error += (_, _) => Hear();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception trouble) when (trouble is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Not there now, too many sub-folders for the system, or a share that cannot tell: looking now and then is
            // enough.
        }
    }

    private void Hear()
    {
        try
        {
            if (_heard.CurrentCount == 0)
                _heard.Release();
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Two at once are one hint; one after the end is none.
        }
    }
}
