namespace CseMapper;

/// <summary>Lets work begin while the files it holds stay within a number of bytes, so that memory is bounded whatever
/// the folder; a file larger than all of it runs alone.</summary>
/// <param name="capacity">The bytes to share out.</param>
internal sealed class ByteBudget(long capacity) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim returned = new(0);
    private long used;
    private int waiting;

    /// <inheritdoc/>
    public void Dispose() => returned.Dispose();

    /// <summary>Waits for room.</summary>
    /// <returns>What to give back.</returns>
    public long Take(long bytes, CancellationToken cancellation)
    {
        long share = Math.Clamp(bytes, 1, capacity);
        while (true)
        {
            lock (gate)
            {
                if (used + share <= capacity)
                {
                    used += share;
                    return share;
                }
                waiting++;
            }
            returned.Wait(cancellation);
        }
    }

    /// <summary>Gives back what <see cref="Take"/> returned.</summary>
    public void Return(long share)
    {
        lock (gate)
        {
            used -= share;
            if (waiting == 0)
                return;
            returned.Release(waiting);
            waiting = 0;
        }
    }
}
