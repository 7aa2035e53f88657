namespace CseMapper;

/// <summary>Lets work begin while the files it holds stay within a number of bytes, so that memory is bounded whatever
/// the folder; a file larger than all of it runs alone.</summary>
/// <param name="capacity">The bytes to share out.</param>
internal sealed class ByteBudget(long capacity) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _returned = new(0);
    private long _used;
    private int _waiting;

    /// <inheritdoc/>
    public void Dispose() => _returned.Dispose();

    /// <summary>Waits for room.</summary>
    /// <returns>What to give back.</returns>
    public long Take(long bytes, CancellationToken cancellation)
    {
        long share = Math.Clamp(bytes, 1, capacity);
        while (true)
        {
            lock (_gate)
            {
                if (_used + share <= capacity)
                {
                    _used += share;
                    return share;
                }
                _waiting++;
            }
            _returned.Wait(cancellation);
        }
    }

    /// <summary>Gives back what <see cref="Take"/> returned.</summary>
    public void Return(long share)
    {
        lock (_gate)
        {
            _used -= share;
            if (_waiting == 0)
                return;
            _returned.Release(_waiting);
            _waiting = 0;
        }
    }
}
