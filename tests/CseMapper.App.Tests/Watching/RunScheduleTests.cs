using System.Globalization;
using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Watching;

public sealed class RunScheduleTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void AnIntervalBeginsWhenARunHasEnded()
    {
        ManualTime time = At("2026-11-21 12:00");
        RunSchedule due = new(new ScheduleSettings { Every = TimeSpan.FromMinutes(15) }, time);

        Assert.False(due.IsDue());
        time.Advance(15 * _minute);
        Assert.True(due.IsDue());
        time.Advance(5 * _minute);
        due.Ran();

        Assert.False(due.IsDue());
        Assert.Equal(Utc("2026-11-21 12:35"), due.Next);
    }

    [Fact]
    public void SettingTheClockDoesNotChangeAnInterval()
    {
        ManualTime time = At("2026-11-21 12:00");
        RunSchedule due = new(new ScheduleSettings { Every = TimeSpan.FromMinutes(15) }, time);

        time.Set(Utc("2020-01-01 00:00"));
        time.Advance(14 * _minute);
        Assert.False(due.IsDue());
        time.Advance(_minute);
        Assert.True(due.IsDue());
    }

    [Fact]
    public void AClockThatWasAYearAheadDoesNotStopTheNightlyRun()
    {
        ManualTime time = At("2027-11-21 12:00");
        RunSchedule due = Nightly("0 2 * * *", time);

        time.Set(Utc("2026-11-21 12:00"));
        Assert.False(due.IsDue());

        Assert.Equal(Utc("2026-11-22 02:00"), due.Next);
    }

    [Fact]
    public void AMachineThatSleptOverTheTimeRunsWhenItWakes()
    {
        ManualTime time = At("2026-11-21 12:00");
        RunSchedule due = Nightly("0 2 * * *", time);

        time.Advance(TimeSpan.FromHours(20));

        Assert.True(due.IsDue());
    }

    [Theory]
    [InlineData("2026-03-28 12:00", "30 1 * * *")]
    [InlineData("2026-10-24 12:00", "30 1 * * *")]
    [InlineData("2026-03-28 12:00", "0 2 * * *")]
    [InlineData("2026-10-24 12:00", "0 2 * * *")]
    public void ANightInWhichTheClockIsChangedHasOneRun(string noon, string schedule)
    {
        ManualTime time = At(noon);
        RunSchedule due = Nightly(schedule, time);
        int runs = 0;
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            time.Advance(_minute);
            if (!due.IsDue())
                continue;
            runs++;
            due.Ran();
        }

        Assert.Equal(1, runs);
    }

    private static RunSchedule Nightly(string schedule, ManualTime time) =>
        new(new ScheduleSettings { Cron = CronSchedule.Parse(schedule), Zone = TimeZones.Find("Europe/London") }, time);

    private static ManualTime At(string text) => new(Utc(text));

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
