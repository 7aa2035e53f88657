using System.Globalization;
using Cronos;

namespace CseMapper.App.Configuration;

/// <summary>
/// Times by the clock, as five fields of cron: minute, hour, day of the month, month, day of the week; each a number, a
/// range (also over midnight, "22-2"), a list, "*" or a step such as "*/15"; months and days also by their English
/// names. Where both days are limited, either is enough.
/// </summary>
/// <remarks>
/// On the night the clock is put forward, a time that the day does not have comes at the first moment after the gap; on
/// the night it is put back, a time that comes twice is taken once, the first time. Schedules of every hour go on by
/// the hour in both nights.
/// </remarks>
public sealed class CronSchedule
{
    private readonly string _text;
    private readonly string[] _fields;

    // The library asks for both days, cron for either: two expressions where both are limited.
    private readonly CronExpression[] _either;

    private CronSchedule(string text, string[] fields)
    {
        _text = text;
        _fields = fields;
        bool needsBothDays = fields[2].StartsWith('*') || fields[4].StartsWith('*');
        _either = needsBothDays
            ? [CronExpression.Parse(string.Join(' ', fields))]
            :
            [
                CronExpression.Parse(string.Join(' ', [.. fields[..4], "*"])),
                CronExpression.Parse(string.Join(' ', [.. fields[..2], "*", .. fields[3..]])),
            ];
    }

    /// <summary>Reads the five fields.</summary>
    /// <param name="text">The fields, with blanks between.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static CronSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != CronField.All.Count)
        {
            throw new FormatException(
                $"\"{text}\" has not five fields; write minute, hour, day, month and day of the week: \"0 2 * * "
                    + "*\" is every night at two."
            );
        }
        foreach ((CronField field, string written) in CronField.All.Zip(fields))
            field.ValuesOf(written);

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
        return _either.Min(expression => expression.GetNextOccurrence(after, zone));
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>The same as calendar events of systemd: one, or two where either kind of day is enough.</summary>
    public IReadOnlyList<string> ToCalendar()
    {
        IReadOnlyList<int>[] values = [.. CronField.All.Zip(_fields, (field, written) => field.ValuesOf(written))];
        string time = $"{Listed(values[1], 24)}:{Listed(values[0], 60)}:00";
        string byMonth = Listed(values[2], 31);
        string months = Listed(values[3], 12);
        string week = string.Join(',', values[4].Select(day => $"{(DayOfWeek)day}"[..3]));
        string byWeek = values[4].Count < 7 ? week + " " : "";
        return _either.Length == 1
            ? [$"{byWeek}*-{months}-{byMonth} {time}"]
            : [$"*-{months}-{byMonth} {time}", $"{byWeek}*-{months}-* {time}"];
    }

    private static string Listed(IReadOnlyList<int> values, int all) =>
        values.Count == all
            ? "*"
            : string.Join(',', values.Select(value => value.ToString("00", CultureInfo.InvariantCulture)));
}
