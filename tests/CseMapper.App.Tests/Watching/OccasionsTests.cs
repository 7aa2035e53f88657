using System.Globalization;
using CseMapper.App.Configuration;
using CseMapper.App.Watching;
using CseMapper.Testing;

namespace CseMapper.App.Tests.Watching;

public sealed class OccasionsTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void AnIntervalBeginsWhenARunHasEnded()
    {
        ManualTime time = At("2026-11-21 12:00");
        Occasions occasions = new(new ScheduleSettings { Every = TimeSpan.FromMinutes(15) }, time);

        Assert.False(occasions.IsDue());
        time.Advance(15 * _minute);
        Assert.True(occasions.IsDue());
        time.Advance(5 * _minute);
        occasions.Ran();

        Assert.False(occasions.IsDue());
        Assert.Equal(Utc("2026-11-21 12:35"), occasions.Next);
    }

    [Fact]
    public void SettingTheClockDoesNotChangeAnInterval()
    {
        ManualTime time = At("2026-11-21 12:00");
        Occasions occasions = new(new ScheduleSettings { Every = TimeSpan.FromMinutes(15) }, time);

        time.Set(Utc("2020-01-01 00:00"));
        time.Advance(14 * _minute);
        Assert.False(occasions.IsDue());
        time.Advance(_minute);
        Assert.True(occasions.IsDue());
    }

    [Fact]
    public void AClockThatWasAYearAheadDoesNotStopTheNightlyRun()
    {
        ManualTime time = At("2027-11-21 12:00");
        Occasions occasions = Nightly("0 2 * * *", time);

        time.Set(Utc("2026-11-21 12:00"));
        Assert.False(occasions.IsDue());

        Assert.Equal(Utc("2026-11-22 02:00"), occasions.Next);
    }

    [Fact]
    public void AMachineThatSleptOverTheTimeRunsWhenItWakes()
    {
        ManualTime time = At("2026-11-21 12:00");
        Occasions occasions = Nightly("0 2 * * *", time);

        time.Advance(TimeSpan.FromHours(20));

        Assert.True(occasions.IsDue());
    }

    [Theory]
    [InlineData("2026-03-28 12:00", "30 1 * * *")]
    [InlineData("2026-10-24 12:00", "30 1 * * *")]
    [InlineData("2026-03-28 12:00", "0 2 * * *")]
    [InlineData("2026-10-24 12:00", "0 2 * * *")]
    public void ANightInWhichTheClockIsChangedHasOneRun(string noon, string schedule)
    {
        ManualTime time = At(noon);
        Occasions occasions = Nightly(schedule, time);
        int runs = 0;
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            time.Advance(_minute);
            if (!occasions.IsDue())
                continue;
            runs++;
            occasions.Ran();
        }

        Assert.Equal(1, runs);
    }

    private static Occasions Nightly(string schedule, ManualTime time) =>
        new(new ScheduleSettings { Cron = CronSchedule.Parse(schedule), Zone = TimeZones.Find("Europe/London") }, time);

    private static ManualTime At(string text) => new(Utc(text));

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
