using TimeZoneConverter;

namespace CseMapper.App.Configuration;

/// <summary>Time zones by their names in the IANA database ("Europe/London") or in Windows ("GMT Standard Time"), on
/// either system.</summary>
internal static class TimeZones
{
    /// <summary>The zone of a name.</summary>
    /// <param name="name">Its name, in either way of naming.</param>
    /// <exception cref="FormatException">There is no such zone.</exception>
    public static TimeZoneInfo Find(string name) =>
        TZConvert.TryGetTimeZoneInfo(name, out TimeZoneInfo? zone)
            ? zone
            : throw new FormatException(
                $"this machine knows no time zone \"{name}\"; write one such as \"Europe/London\"."
            );
}
