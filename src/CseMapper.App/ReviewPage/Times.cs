using System.Globalization;

namespace CseMapper.App.ReviewPage;

/// <summary>Writes days for people.</summary>
internal static class Times
{
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
