namespace CseMapper.App.Configuration;

/// <summary>Time zones by their names in the IANA database ("Europe/London") or in Windows ("GMT Standard
/// Time").</summary>
internal static class TimeZones
{
    /// <summary>
    /// Without culture data Windows knows only its own names; these are the zones of the countries that the standard is
    /// used in.
    /// </summary>
    private static readonly Dictionary<string, string> _windowsNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Europe/London"] = "GMT Standard Time",
        ["Europe/Belfast"] = "GMT Standard Time",
        ["Europe/Jersey"] = "GMT Standard Time",
        ["Europe/Guernsey"] = "GMT Standard Time",
        ["Europe/Isle_of_Man"] = "GMT Standard Time",
        ["Europe/Dublin"] = "GMT Standard Time",
        ["Europe/Gibraltar"] = "Romance Standard Time",
        ["Etc/UTC"] = "UTC",
    };

    /// <exception cref="FormatException">There is no such zone.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
            return zone;
        foreach ((string iana, string windows) in _windowsNames)
        {
            string? other =
                name.Equals(iana, StringComparison.OrdinalIgnoreCase) ? windows
                : name.Equals(windows, StringComparison.OrdinalIgnoreCase) ? iana
                : null;
            if (other is not null && TimeZoneInfo.TryFindSystemTimeZoneById(other, out zone))
                return zone;
        }
        throw new FormatException($"this machine knows no time zone \"{name}\"; write one such as \"Europe/London\".");
    }
}
