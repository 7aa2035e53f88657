using System.Globalization;

namespace CseMapper.App.Configuration;

/// <summary>One field of a cron schedule: "*", "5", "1-5", "*/15", "MON,WED", "8-18/2".</summary>
internal static class CronField
{
    /// <returns>By value, whether it is included.</returns>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static bool[] Parse(string text, string name, int least, int most, string[] names)
    {
        bool[] included = new bool[most + 1];
        foreach (string part in text.Split(','))
        {
            string[] stepped = part.Split('/');
            int step = stepped.Length == 1 ? 1 : Number(stepped[1], 1, most, []);
            string[] ends = stepped[0].Split('-');
            int from = stepped[0] == "*" ? least : Number(ends[0], least, most, names);
            int to =
                stepped[0] == "*" ? most
                : ends.Length == 2 ? Number(ends[1], least, most, names)
                : stepped.Length == 2 ? most
                : from;
            if (stepped.Length > 2 || ends.Length > 2 || from > to)
                throw Fault();
            for (int value = from; value <= to; value += step)
                included[value] = true;
        }
        return included;

        int Number(string word, int lowest, int highest, string[] words)
        {
            int place = Array.FindIndex(words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
                return words.Length == 12 ? place + 1 : place;
            return
                int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= lowest
                && number <= highest
                ? number
                : throw Fault();
        }

        FormatException Fault() =>
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{text}\" is no {name}; write numbers from {least} to {most}, ranges, lists, \"*\" or steps such as \"*/2\"."
                )
            );
    }
}
