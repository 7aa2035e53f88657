using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>
/// Closes connections that say nothing: a browser speaks at once, while somebody who opens thousands and keeps silent
/// would take the places of everybody else. A few may wait for a while, since browsers open one ahead; when there are
/// more, the one that has been silent longest goes.
/// </summary>
/// <param name="time">Measures the silence.</param>
internal sealed class SilentConnections(TimeProvider time)
{
    /// <summary>More than the browsers of a team open ahead.</summary>
    public const int Most = 200;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly LinkedList<ConnectionContext> _silent = [];

    /// <summary>How many have said nothing yet.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _silent.Count;
        }
    }

    /// <summary>Waits for the first byte, then lets the connection be served.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="serve">Serves it.</param>
    public async Task Handle(ConnectionContext connection, ConnectionDelegate serve)
    {
        LinkedListNode<ConnectionContext> place = Wait(connection);
        bool speaks;
        try
        {
            speaks = await Speaks(connection).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (place.List is not null)
                    _silent.Remove(place);
            }
        }

        if (speaks)
            await serve(connection).ConfigureAwait(false);
    }

    private LinkedListNode<ConnectionContext> Wait(ConnectionContext connection)
    {
        ConnectionContext? oldest = null;
        LinkedListNode<ConnectionContext> place;
        lock (_gate)
        {
            place = _silent.AddLast(connection);
            if (_silent.Count > Most)
            {
                oldest = _silent.First!.Value;
                _silent.RemoveFirst();
            }
        }

        oldest?.Abort(new ConnectionAbortedException("It said nothing, and others wait."));
        return place;
    }

    private async Task<bool> Speaks(ConnectionContext connection)
    {
        using CancellationTokenSource patience = new(_patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            patience.Token,
            connection.ConnectionClosed
        );
        try
        {
            PipeReader input = connection.Transport.Input;
            ReadResult read = await input.ReadAsync(either.Token).ConfigureAwait(false);
            // Nothing is taken and nothing looked at, so that the server finds all of it.
            input.AdvanceTo(read.Buffer.Start);
            return !read.Buffer.IsEmpty;
        }
        catch (Exception silent) when (silent is OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
