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

    private readonly ConcurrentDictionary<string, (Session Session, long UsedAt)> _sessions = new(
        StringComparer.Ordinal
    );

    /// <summary>Signs a browser in.</summary>
    public Session Begin(string reviewer, Role role, string password = "")
    {
        if (_sessions.Count >= MostSessions)
            _sessions.TryRemove(_sessions.MinBy(entry => entry.Value.UsedAt).Key, out _);
        Session session = new(RandomText.New(), reviewer, role, RandomText.New()) { Password = password };
        _sessions[session.Id] = (session, time.GetTimestamp());
        return session;
    }

    /// <summary>The session of a cookie, or null where there is none or it was idle for too long.</summary>
    public Session? Find(string? id)
    {
        if (id is null || !_sessions.TryGetValue(id, out (Session Session, long UsedAt) found))
            return null;
        if (time.GetElapsedTime(found.UsedAt) > _idleLimit)
        {
            _sessions.TryRemove(id, out _);
            return null;
        }

        _sessions[id] = (found.Session, time.GetTimestamp());
        return found.Session;
    }

    /// <summary>Signs a browser out.</summary>
    public void End(string id) => _sessions.TryRemove(id, out _);
}
