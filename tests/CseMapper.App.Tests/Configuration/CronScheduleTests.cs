using System.Globalization;
using CseMapper.App.Configuration;

namespace CseMapper.App.Tests.Configuration;

public sealed class CronScheduleTests
{
    private static readonly TimeZoneInfo _london = TimeZones.Find("Europe/London");

    [Theory]
    [InlineData("0 2 * * *", "2026-11-21 01:59", "2026-11-21 02:00")]
    [InlineData("0 2 * * *", "2026-11-21 02:00", "2026-11-22 02:00")]
    [InlineData("*/15 8-17 * * MON-FRI", "2026-11-20 17:45", "2026-11-23 08:00")]
    [InlineData("30 6 1 JAN,JUL *", "2026-11-21 00:00", "2027-01-01 06:30")]
    [InlineData("0 0 29 2 *", "2026-11-21 00:00", "2028-02-29 00:00")]
    [InlineData("0 3 * * 7", "2026-11-21 00:00", "2026-11-22 03:00")]
    [InlineData("0 3 1 * 5", "2026-11-21 00:00", "2026-11-27 03:00")]
    [InlineData("0 22-2 * * *", "2026-11-21 23:30", "2026-11-22 00:00")]
    [InlineData("5/20 * * * *", "2026-11-21 00:26", "2026-11-21 00:45")]
    public void TheNextTimeIsFound(string schedule, string after, string expected) =>
        Assert.Equal(Utc(expected), CronSchedule.Parse(schedule).Next(Utc(after), TimeZoneInfo.Utc));

    [Fact]
    public void ATimeThatTheSpringNightDoesNotHaveComesRightAfterTheGap()
    {
        CronSchedule nightly = CronSchedule.Parse("30 1 * * *");

        DateTimeOffset next = nightly.Next(Utc("2026-03-28 12:00"), _london)!.Value;

        Assert.Equal(Utc("2026-03-29 01:00"), next);
        Assert.Equal(Utc("2026-03-30 00:30"), nightly.Next(next, _london));
    }

    [Fact]
    public void ATimeThatComesTwiceInTheAutumnNightIsTakenOnce()
    {
        CronSchedule nightly = CronSchedule.Parse("30 1 * * *");

        DateTimeOffset next = nightly.Next(Utc("2026-10-24 12:00"), _london)!.Value;

        Assert.Equal(Utc("2026-10-25 00:30"), next);
        Assert.Equal(Utc("2026-10-26 01:30"), nightly.Next(next, _london));
    }

    [Theory]
    [InlineData("2026-03-29 00:00")]
    [InlineData("2026-10-24 23:00")]
    public void AnHourlyScheduleGoesOnByTheHourInBothNights(string midnight)
    {
        CronSchedule hourly = CronSchedule.Parse("0 * * * *");
        DateTimeOffset time = Utc(midnight);
        for (int hour = 1; hour < 6; hour++)
        {
            DateTimeOffset next = hourly.Next(time, _london)!.Value;
            Assert.Equal(TimeSpan.FromHours(1), next - time);
            time = next;
        }
    }

    [Theory]
    [InlineData("0 2 * *", "has not five fields")]
    [InlineData("60 2 * * *", "is no minute")]
    [InlineData("0 2 * * FRIDAY", "is no day of the week")]
    [InlineData("0 8-24 * * *", "is no hour")]
    [InlineData("0 2 L * *", "is no day of the month")]
    [InlineData("0 2 * * MON#1", "is no day of the week")]
    [InlineData("0 2 30 2 *", "never comes")]
    [InlineData("*/0 * * * *", "is no minute")]
    public void WhatIsNoScheduleIsExplained(string text, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<FormatException>(() => CronSchedule.Parse(text)).Message,
            StringComparison.Ordinal
        );

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
