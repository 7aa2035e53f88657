using System.Globalization;

namespace CseMapper.Reports;

/// <summary>Numbers together with what they count, for reports, pages and commands.</summary>
public static class Plural
{
    /// <summary>"1 copy", "2 copies", "2,310 copies".</summary>
    /// <param name="number">How many there are.</param>
    /// <param name="one">The noun for one of them.</param>
    /// <param name="many">The noun for none or several.</param>
    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    /// <summary>The same for a noun that takes an s: "1 passage", "2 passages".</summary>
    /// <param name="number">How many there are.</param>
    /// <param name="one">The noun for one of them.</param>
    public static string Count(int number, string one) => Count(number, one, one + "s");
}
