namespace CseMapper.App.ReviewPage.Access;

/// <summary>Makes guessing passwords hopeless: after five wrong ones a name or an address waits half a minute, then
/// twice as long each time.</summary>
/// <param name="time">Measures the waits.</param>
internal sealed class GuessingLock(TimeProvider time)
{
    private const int FreeTries = 5;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromHours(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Failures, long LastAt)> _failures = new(StringComparer.Ordinal);

    /// <summary>How long until another try is looked at; zero when it may be made now.</summary>
    /// <param name="keys">What tries are counted by: the name and the address.</param>
    public TimeSpan WaitFor(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            TimeSpan longest = TimeSpan.Zero;
            foreach (string key in keys)
            {
                if (
                    _failures.TryGetValue(key, out (int Failures, long LastAt) known)
                    && Wait(known.Failures) - time.GetElapsedTime(known.LastAt) is { } left
                    && left > longest
                )
                {
                    longest = left;
                }
            }

            return longest;
        }
    }

    /// <summary>Counts a wrong password. Wrong tries during the wait are not looked at and so not counted.</summary>
    public void Failed(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            Forget();
            foreach (string key in keys)
                _failures[key] = (_failures.GetValueOrDefault(key).Failures + 1, time.GetTimestamp());
        }
    }

    /// <summary>Forgets the wrong tries of a name once its owner has signed in; those of an address stay, or one
    /// account would free the guessing of others.</summary>
    public void Succeeded(string name)
    {
        lock (_gate)
            _failures.Remove(name);
    }

    private static TimeSpan Wait(int failures)
    {
        if (failures < FreeTries)
            return TimeSpan.Zero;
        TimeSpan wait = _firstWait * Math.Pow(2, Math.Min(failures - FreeTries, 10));
        return wait < _longestWait ? wait : _longestWait;
    }

    private void Forget()
    {
        if (_failures.Count < MostRemembered)
            return;
        foreach (
            string key in _failures
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
}
