namespace CseMapper.Testing;

/// <summary>A clock that a test sets; timers run on the thread that moves it.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, () => callback(state), period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : _elapsed + dueTime,
        };
        lock (_gate)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span)
    {
        _now += span;
        _elapsed += span;
        ManualTimer[] due;
        lock (_gate)
            due = [.. _timers.Where(timer => timer.Due <= _elapsed)];
        foreach (ManualTimer timer in due)
            timer.Fire(_elapsed);
    }

    /// <summary>Sets the clock on the wall, without any time passing.</summary>
    public void Set(DateTimeOffset now) => _now = now;

    private sealed class ManualTimer(ManualTime owner, Action callback, TimeSpan period) : ITimer
    {
        private TimeSpan _period = period;

        public TimeSpan? Due { get; set; }

        public void Fire(TimeSpan elapsed)
        {
            Due = _period > TimeSpan.Zero ? elapsed + _period : null;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : owner._elapsed + dueTime;
            _period = period;
            return true;
        }

        public void Dispose()
        {
            lock (owner._gate)
                owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
