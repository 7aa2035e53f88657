using System.Globalization;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage;

/// <summary>Writes points in time for people, in the time zone of the machine that serves the page.</summary>
internal static class Times
{
    public static void WriteTime(this HtmlWriter html, DateTimeOffset at, TimeProvider time)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
        html.Write(
            $"""<time datetime="{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}">{local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)}</time>"""
        );
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
