using System.Globalization;

namespace CseMapper.App.Configuration;

/// <summary>
/// Times by the clock, as five fields of cron: minute, hour, day of the month, month, day of the week; each a number, a
/// range, a list, "*" or a step such as "*/15"; months and days also by their English names. Where both days are
/// limited, either is enough.
/// </summary>
/// <remarks>
/// On the night the clock is put forward, a time that the day does not have comes at the first moment after the gap; on
/// the night it is put back, a time that comes twice is taken once, the first time. Schedules of every hour go on by
/// the hour in both nights.
/// </remarks>
public sealed class CronSchedule
{
    private static readonly string[] _months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];
    private static readonly string[] _days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>29 February on a given day of the week comes within 40 years; anything later comes never.</summary>
    private const int DaysAhead = 41 * 366;

    private readonly string _text;
    private readonly bool[] _minutes;
    private readonly bool[] _hours;
    private readonly bool[] _daysOfMonth;
    private readonly bool[] _monthsOfYear;
    private readonly bool[] _daysOfWeek;
    private readonly bool _needsBothDays;
    private readonly bool _isEveryHour;

    private CronSchedule(string text, string[] fields)
    {
        _text = text;
        _minutes = CronField.Parse(fields[0], "minute", 0, 59, []);
        _hours = CronField.Parse(fields[1], "hour", 0, 23, []);
        _daysOfMonth = CronField.Parse(fields[2], "day of the month", 1, 31, []);
        _monthsOfYear = CronField.Parse(fields[3], "month", 1, 12, _months);
        _daysOfWeek = CronField.Parse(fields[4], "day of the week", 0, 7, _days);
        _daysOfWeek[0] |= _daysOfWeek[7];
        _needsBothDays = fields[2].StartsWith('*') || fields[4].StartsWith('*');
        _isEveryHour = fields[1].StartsWith('*');
    }

    /// <summary>Reads the five fields.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static CronSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new FormatException(
                $"\"{text}\" has not five fields; write minute, hour, day, month and day of the week: \"0 2 * * "
                    + "*\" is every night at two."
            );
        }

        CronSchedule schedule = new(text, fields);
        if (schedule.Next(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc) is null)
            throw new FormatException($"\"{text}\" never comes: no month has that day.");
        return schedule;
    }

    /// <summary>The first time after a moment, or null where none comes.</summary>
    /// <param name="after">The moment.</param>
    /// <param name="zone">The zone whose clock is meant.</param>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTime first = TimeZoneInfo.ConvertTime(after, zone).Date.AddDays(-1);
        for (int ahead = 0; ahead < DaysAhead; ahead++)
        {
            DateTime day = first.AddDays(ahead);
            if (!Includes(day))
                continue;
            DateTimeOffset next = Times(day, zone)
                .Where(time => time > after)
                .DefaultIfEmpty(DateTimeOffset.MaxValue)
                .Min();
            if (next != DateTimeOffset.MaxValue)
                return next;
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>The same as calendar events of systemd: one, or two where either kind of day is enough.</summary>
    public IReadOnlyList<string> ToCalendar()
    {
        string time = $"{Listed(_hours, 0)}:{Listed(_minutes, 0)}:00";
        string months = Listed(_monthsOfYear, 1);
        string week = string.Join(
            ',',
            Enumerable
                .Range(0, 7)
                .Where(day => _daysOfWeek[day])
                .Select(day => $"{_days[day][0]}{_days[day][1..].ToLowerInvariant()}")
        );
        string byWeek = _daysOfWeek.AsSpan(0, 7).Contains(false) ? week + " " : "";
        string byMonth = Listed(_daysOfMonth, 1);
        return _needsBothDays
            ? [$"{byWeek}*-{months}-{byMonth} {time}"]
            : [$"*-{months}-{byMonth} {time}", $"{byWeek}*-{months}-* {time}"];
    }

    private static string Listed(bool[] included, int least) =>
        included.AsSpan(least).Contains(false)
            ? string.Join(
                ',',
                Enumerable
                    .Range(least, included.Length - least)
                    .Where(value => included[value])
                    .Select(value => value.ToString("00", CultureInfo.InvariantCulture))
            )
            : "*";

    private bool Includes(DateTime day)
    {
        if (!_monthsOfYear[day.Month])
            return false;
        bool byMonth = _daysOfMonth[day.Day];
        bool byWeek = _daysOfWeek[(int)day.DayOfWeek];
        return _needsBothDays ? byMonth && byWeek : byMonth || byWeek;
    }

    private IEnumerable<DateTimeOffset> Times(DateTime day, TimeZoneInfo zone)
    {
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            if (!_hours[minute / 60] || !_minutes[minute % 60])
                continue;
            DateTime local = DateTime.SpecifyKind(day.AddMinutes(minute), DateTimeKind.Unspecified);
            if (zone.IsInvalidTime(local))
            {
                if (_isEveryHour)
                    continue;
                while (zone.IsInvalidTime(local))
                    local = local.AddMinutes(1);
                yield return new DateTimeOffset(local, zone.GetUtcOffset(local));
            }
            else if (zone.IsAmbiguousTime(local))
            {
                TimeSpan[] offsets = [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending()];
                foreach (TimeSpan offset in _isEveryHour ? offsets : offsets[..1])
                    yield return new DateTimeOffset(local, offset);
            }
            else
            {
                yield return new DateTimeOffset(local, zone.GetUtcOffset(local));
            }
        }
    }
}
