using System.Globalization;
using System.Text;

namespace CseMapper.Documents.Sheets;

/// <summary>Writes days and times into a section of a number format.</summary>
internal static class SheetDate
{
    private const int LastDay = 2_958_465;
    private const long TicksOfSecond = TimeSpan.TicksPerSecond;

    /// <summary>A day or time as the section shows it; a number that is none as it stands.</summary>
    /// <param name="section">The section.</param>
    /// <param name="value">Days since the first, with the time of day as a fraction.</param>
    /// <param name="firstDay">The day with the number 0, counted from 1 January of year 1.</param>
    public static string Show(FormatSection section, double value, int firstDay)
    {
        if (double.IsNaN(value) || value < 0 || value > LastDay || firstDay + value > DateOnly.MaxValue.DayNumber)
            return NumberFormat.General(value);
        // Rounded to the smallest part that is shown, as a clock would show 8:59:59.9 as 9:00.
        bool hasSeconds = section.Pieces.Any(piece => piece.Text.StartsWith('s'));
        long unit = hasSeconds ? 1 : 60;
        long seconds = (long)Math.Round(value * 86_400 / unit, MidpointRounding.AwayFromZero) * unit;
        bool isDay = section.Pieces.Any(piece => piece.Kind == FormatKind.Date && piece.Text[0] is 'y' or 'd');
        DateTime moment = new(
            (Math.Max(0, firstDay + (isDay ? (long)Math.Floor(value) : seconds / 86_400)) * TimeSpan.TicksPerDay)
                + (seconds % 86_400 * TicksOfSecond),
            DateTimeKind.Unspecified
        );
        StringBuilder text = new();
        for (int i = 0; i < section.Pieces.Count; i++)
            text.Append(Write(section.Pieces, i, moment, seconds));
        return text.ToString().Trim();
    }

    private static string Write(IReadOnlyList<FormatPiece> pieces, int at, DateTime moment, long seconds)
    {
        FormatPiece piece = pieces[at];
        bool isHalfDay = pieces.Any(other => other.Kind == FormatKind.HalfDay);
        return piece.Kind switch
        {
            FormatKind.Date when piece.Text[0] == 'm' && IsMinute(pieces, at) => Number(moment.Minute, piece.Text),
            FormatKind.Date => Day(piece.Text, moment, isHalfDay),
            FormatKind.Elapsed => Number(
                piece.Text[0] switch
                {
                    'h' => seconds / 3600,
                    'm' => seconds / 60,
                    _ => seconds,
                },
                piece.Text
            ),
            FormatKind.HalfDay => piece.Text.Length > 3
                ? moment.Hour < 12
                    ? "AM"
                    : "PM"
                : moment.Hour < 12
                    ? "A"
                    : "P",
            FormatKind.Literal or FormatKind.Slash => piece.Text,
            FormatKind.Point when at + 1 < pieces.Count && pieces[at + 1].Kind != FormatKind.Digits => ".",
            _ => "",
        };
    }

    private static string Day(string letters, DateTime moment, bool isHalfDay) =>
        letters[0] switch
        {
            'y' => moment.ToString(letters.Length <= 2 ? "yy" : "yyyy", CultureInfo.InvariantCulture),
            'm' => letters.Length switch
            {
                1 or 2 => Number(moment.Month, letters),
                3 => moment.ToString("MMM", CultureInfo.InvariantCulture),
                5 => moment.ToString("MMM", CultureInfo.InvariantCulture)[..1],
                _ => moment.ToString("MMMM", CultureInfo.InvariantCulture),
            },
            'd' => letters.Length switch
            {
                1 or 2 => Number(moment.Day, letters),
                3 => moment.ToString("ddd", CultureInfo.InvariantCulture),
                _ => moment.ToString("dddd", CultureInfo.InvariantCulture),
            },
            'h' => Number(isHalfDay ? ((moment.Hour + 11) % 12) + 1 : moment.Hour, letters),
            _ => Number(moment.Second, letters),
        };

    /// <summary>"m" are minutes after hours and before seconds, else months.</summary>
    private static bool IsMinute(IReadOnlyList<FormatPiece> pieces, int at)
    {
        if (pieces[at].Text.Length > 2)
            return false;
        static bool IsTime(FormatPiece piece) => piece.Kind is FormatKind.Date or FormatKind.Elapsed;
        FormatPiece before = pieces.Take(at).LastOrDefault(IsTime);
        FormatPiece after = pieces.Skip(at + 1).FirstOrDefault(IsTime);
        return before.Text is ['h', ..] || after.Text is ['s', ..];
    }

    private static string Number(long value, string letters) =>
        value.ToString(letters.Length > 1 ? "00" : "0", CultureInfo.InvariantCulture);
}
