using System.Globalization;

namespace CseMapper.App.Configuration;

/// <summary>Times as people write them: "30s", "15m", "2h", "1d".</summary>
internal static class DurationText
{
    /// <summary>A year: longer is a slip.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromDays(366);

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (
            text.Length < 2
            || !double.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double number
            )
        )
        {
            return false;
        }

        double seconds =
            text[^1] switch
            {
                's' => 1,
                'm' => 60,
                'h' => 3600,
                'd' => 86400,
                _ => double.NaN,
            } * number;
        if (double.IsNaN(seconds) || seconds > _longest.TotalSeconds)
            return false;
        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
