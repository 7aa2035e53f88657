namespace CseMapper.App.ReviewPage.Access;

/// <summary>Makes guessing passwords hopeless: after five wrong ones a name waits half a minute at that address, then
/// twice as long each time; after fifty a name waits everywhere, and an address for every name, so that neither many
/// addresses nor many names help. Wrong ones are forgotten two hours after the last.</summary>
/// <param name="time">Measures the waits.</param>
internal sealed class GuessingLock(TimeProvider time)
{
    private const int FreeTries = 5;
    private const int FreeTriesOfMany = 50;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, (int Failures, long LastAt)> _failures = [];

    /// <summary>How long until another try is looked at; zero when it may be made now.</summary>
    /// <param name="name">Who it says it is.</param>
    /// <param name="address">Where it comes from.</param>
    public TimeSpan WaitFor(string name, string address)
    {
        lock (_gate)
            return Keys(name, address).Max(Wait);
    }

    /// <summary>Counts a wrong password. Wrong tries during the wait are not looked at and so not counted.</summary>
    /// <param name="name">Who it said it was.</param>
    /// <param name="address">Where it came from.</param>
    public void Failed(string name, string address)
    {
        lock (_gate)
        {
            Forget();
            foreach (Key key in Keys(name, address))
                _failures[key] = (Known(key).Failures + 1, time.GetTimestamp());
        }
    }

    /// <summary>Forgets the wrong tries of a name at an address once its owner has signed in there; those of the
    /// address stay, or one account would free the guessing of others.</summary>
    /// <param name="name">Who signed in.</param>
    /// <param name="address">Where.</param>
    public void Succeeded(string name, string address)
    {
        lock (_gate)
            _failures.Remove(new Key(name, address));
    }

    private static Key[] Keys(string name, string address) => [new(name, address), new(name, null), new(null, address)];

    private (int Failures, long LastAt) Known(Key key) =>
        _failures.TryGetValue(key, out (int Failures, long LastAt) known)
        && time.GetElapsedTime(known.LastAt) <= _forgottenAfter
            ? known
            : default;

    private TimeSpan Wait(Key key)
    {
        (int failures, long lastAt) = Known(key);
        int over = failures - (key is { Name: not null, Address: not null } ? FreeTries : FreeTriesOfMany);
        if (over < 0)
            return TimeSpan.Zero;
        TimeSpan wait = _firstWait * Math.Pow(2, Math.Min(over, 10));
        TimeSpan left = (wait < _longestWait ? wait : _longestWait) - time.GetElapsedTime(lastAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Forget()
    {
        if (_failures.Count < MostRemembered)
            return;
        foreach (
            Key key in _failures
                .Where(entry => time.GetElapsedTime(entry.Value.LastAt) > _forgottenAfter)
                .Select(entry => entry.Key)
                .ToArray()
        )
        {
            _failures.Remove(key);
        }

        // Somebody tries more names than any team has: the oldest go first, the waits of the latest stay.
        while (_failures.Count >= MostRemembered)
            _failures.Remove(_failures.MinBy(entry => entry.Value.LastAt).Key);
    }

    /// <summary>What tries are counted by; null for any name or any address.</summary>
    private readonly record struct Key(string? Name, string? Address);
}
