using System.Threading.Channels;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>Tells open browser windows that something has changed; what, they fetch themselves.</summary>
internal sealed class ChangeFeed
{
    /// <summary>More windows than a team has open; further ones stay in step by reloading.</summary>
    private const int MostListeners = 1_000;

    private readonly Lock _gate = new();
    private readonly HashSet<Channel<string>> _listeners = [];

    /// <summary>How many windows listen.</summary>
    public int Listeners
    {
        get
        {
            lock (_gate)
                return _listeners.Count;
        }
    }

    /// <summary>Begins to listen; null when too many do. Of several changes that were not fetched yet only the last is
    /// kept.</summary>
    public Channel<string>? Join()
    {
        Channel<string> channel = Channel.CreateBounded<string>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        lock (_gate)
        {
            if (_listeners.Count >= MostListeners)
                return null;
            _listeners.Add(channel);
        }

        return channel;
    }

    /// <summary>Ends listening.</summary>
    public void Leave(Channel<string> channel)
    {
        lock (_gate)
            _listeners.Remove(channel);
    }

    /// <summary>Tells all.</summary>
    /// <param name="version">Names the state that holds now.</param>
    public void Tell(string version)
    {
        lock (_gate)
        {
            foreach (Channel<string> listener in _listeners)
                listener.Writer.TryWrite(version);
        }
    }
}
