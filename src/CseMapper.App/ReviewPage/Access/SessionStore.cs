using System.Collections.Concurrent;

namespace CseMapper.App.ReviewPage.Access;

/// <summary>The browsers that are signed in; forgotten when the program ends.</summary>
/// <param name="time">Ends sessions nobody uses.</param>
internal sealed class SessionStore(TimeProvider time)
{
    /// <summary>A working day: nobody has to sign in again after lunch.</summary>
    private static readonly TimeSpan _idleLimit = TimeSpan.FromHours(12);

    /// <summary>More browsers than a team has; the longest idle one is signed out for the next.</summary>
    private const int MostSessions = 500;

    private readonly ConcurrentDictionary<string, Entry> _sessions = new(StringComparer.Ordinal);

    /// <summary>Signs a browser in.</summary>
    public Session Begin(string reviewer, Role role, string password = "")
    {
        if (_sessions.Count >= MostSessions)
            End(_sessions.MinBy(entry => entry.Value.UsedAt).Key);
        CancellationTokenSource end = new();
        Session session = new(RandomText.New(), reviewer, role) { Password = password, Ended = end.Token };
        _sessions[session.Id] = new Entry(session, time.GetTimestamp(), end);
        return session;
    }

    /// <summary>The session that a cookie names, or null where there is none or it was idle for too long.</summary>
    public Session? Find(string? id)
    {
        if (id is null || !_sessions.TryGetValue(id, out Entry? found))
            return null;
        if (time.GetElapsedTime(found.UsedAt) > _idleLimit)
        {
            End(id);
            return null;
        }

        // Not where it was ended meanwhile: it would be back.
        _sessions.TryUpdate(id, found with { UsedAt = time.GetTimestamp() }, found);
        return found.Session;
    }

    /// <summary>Signs a browser out, and ends what is still being sent to it.</summary>
    public void End(string id)
    {
        if (_sessions.TryRemove(id, out Entry? ended))
            ended.End.Cancel();
    }

    private sealed record Entry(Session Session, long UsedAt, CancellationTokenSource End);
}
