using System.Globalization;
using System.Text.RegularExpressions;

namespace CseMapper.Documents.Facts;

/// <summary>Reads dates as British public bodies write them: day before month; where only a month or year is given, its
/// last day is meant.</summary>
internal static partial class FactDates
{
    private static readonly string[] _months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>The first date of a text, with the words that say it; null where there is none.</summary>
    public static (string Text, DateOnly Date)? Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (DateOf(match) is { } date)
                return (match.Value, date);
        }

        return null;
    }

    private static DateOnly? DateOf(Match match)
    {
        int? day = Number(match, "day");
        int? month = match.Groups["name"].Success
            ? Array.IndexOf(_months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1
            : Number(match, "month");
        int? year = Number(match, "year");
        if (year is null)
            return null;
        if (match.Groups["year"].Length == 2)
            year += year < 70 ? 2000 : 1900;
        if (year is < 1950 or > 2150 || month is < 1 or > 12)
            return null;
        int lastDay = DateTime.DaysInMonth(year.Value, month ?? 12);
        if (day is < 1 || day > lastDay)
            return null;
        return new DateOnly(year.Value, month ?? 12, day ?? lastDay);
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        """
            (?<![\d.])
            (?:
              # "2027-03-31"
              (?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)
              # "31/03/2027", "31.3.27"
              | (?<day>\d{1,2})(?:[./-])(?<month>\d{1,2})(?:[./-])(?<year>(?:19|20)\d\d|\d\d)
              # "31st of March 2027", "Mar '27"
              | (?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?
                (?<name>
                  jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
                  |sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?
                )
                \.?[\s,'’-]+(?<year>(?:19|20)\d\d|\d\d)
              # "2027"
              | (?<year>(?:19|20)\d\d)
            )
            (?![\d.]\d)(?!\d)
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Pattern();
}
