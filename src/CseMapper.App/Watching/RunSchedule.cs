using CseMapper.App.Configuration;

namespace CseMapper.App.Watching;

/// <summary>When the next run is due, by a schedule; asked every now and then.</summary>
/// <param name="schedule">The schedule.</param>
/// <param name="time">The clock.</param>
internal sealed class RunSchedule(ScheduleSettings schedule, TimeProvider time)
{
    /// <summary>A clock is corrected by seconds all day long; more than this, and somebody has set it.</summary>
    private static readonly TimeSpan _correction = TimeSpan.FromMinutes(1);

    private long _ranAt = time.GetTimestamp();
    private DateTimeOffset _seen = time.GetUtcNow();
    private DateTimeOffset? _byClock = schedule.Cron?.Next(time.GetUtcNow(), schedule.Zone);

    /// <summary>The next run by the schedule, or null where only changes bring one.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            DateTimeOffset? byInterval = schedule.Every is { } every
                ? time.GetUtcNow() + every - time.GetElapsedTime(_ranAt)
                : null;
            return byInterval is null || _byClock < byInterval ? _byClock ?? byInterval : byInterval;
        }
    }

    /// <summary>True when a run is due.</summary>
    public bool IsDue()
    {
        DateTimeOffset now = time.GetUtcNow();
        // Set back by hours, the clock would otherwise keep us waiting for hours.
        if (now < _seen - _correction)
            _byClock = schedule.Cron?.Next(now, schedule.Zone);
        _seen = now;
        return (schedule.Every is { } every && time.GetElapsedTime(_ranAt) >= every) || now >= _byClock;
    }

    /// <summary>Notes that a run has ended.</summary>
    public void Ran()
    {
        _ranAt = time.GetTimestamp();
        _seen = time.GetUtcNow();
        _byClock = schedule.Cron?.Next(_seen, schedule.Zone);
    }
}
