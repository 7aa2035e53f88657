using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace CseMapper.App.Configuration;

/// <summary>One of the five fields of a cron schedule.</summary>
/// <param name="Name">What a user calls it.</param>
/// <param name="Least">Its smallest value.</param>
/// <param name="Most">Its largest value.</param>
/// <param name="Names">The names that its values may have, separated by "|".</param>
/// <param name="Alone">A schedule in which nothing but this field decides, with {0} in its place.</param>
/// <param name="Span">How long that schedule takes to come to every value once.</param>
/// <param name="ValueOf">The field's value at a moment.</param>
internal sealed record CronField(
    string Name,
    int Least,
    int Most,
    string Names,
    string Alone,
    TimeSpan Span,
    Func<DateTime, int> ValueOf
)
{
    /// <summary>A year that begins on a Sunday; its first month has 31 days.</summary>
    private static readonly DateTime _start = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The fields in the order in which a schedule has them.</summary>
    public static IReadOnlyList<CronField> All { get; } =
    [
        new("minute", 0, 59, "", "{0} * * * *", TimeSpan.FromHours(1), time => time.Minute),
        new("hour", 0, 23, "", "0 {0} * * *", TimeSpan.FromDays(1), time => time.Hour),
        new("day of the month", 1, 31, "", "0 0 {0} * *", TimeSpan.FromDays(31), time => time.Day),
        new(
            "month",
            1,
            12,
            "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC",
            "0 0 1 {0} *",
            TimeSpan.FromDays(365),
            time => time.Month
        ),
        new(
            "day of the week",
            0,
            7,
            "SUN|MON|TUE|WED|THU|FRI|SAT",
            "0 0 * * {0}",
            TimeSpan.FromDays(7),
            time => (int)time.DayOfWeek
        ),
    ];

    /// <summary>The values that a text includes, ascending.</summary>
    /// <param name="text">Numbers, names, ranges, lists, "*" or steps.</param>
    /// <exception cref="FormatException">It is no such text; the message says why.</exception>
    public IReadOnlyList<int> ValuesOf(string text)
    {
        // The signs of other dialects ("L", "W", "#", "?") mean nothing to the timers that a schedule may be handed to.
        string numbers = Names.Length == 0 ? text : Regex.Replace(text, Names, "1", RegexOptions.IgnoreCase);
        string schedule = string.Format(CultureInfo.InvariantCulture, Alone, text);
        if (
            numbers.Any(sign => !char.IsAsciiDigit(sign) && !"*,-/".Contains(sign, StringComparison.Ordinal))
            || !CronExpression.TryParse(schedule, out CronExpression? alone)
        )
        {
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{text}\" is no {Name}; write numbers from {Least} to {Most}, ranges, lists, \"*\" or steps such as \"*/2\"."
                )
            );
        }
        return [.. alone.GetOccurrences(_start, _start + Span).Select(ValueOf).Distinct().Order()];
    }
}
