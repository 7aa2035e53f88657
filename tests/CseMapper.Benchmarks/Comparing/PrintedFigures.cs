using System.Globalization;
using System.Text.RegularExpressions;

namespace CseMapper.Benchmarks.Comparing;

/// <summary>Takes the figures out of what a run prints: the numbers that a unit follows.</summary>
internal static partial class PrintedFigures
{
    /// <summary>Of each line the figures, named by the line's first word and their unit; of rounds the last counts.</summary>
    public static IReadOnlyList<Figure> In(string output)
    {
        Dictionary<string, double> figures = new(StringComparer.Ordinal);
        foreach (
            string line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            string subject = line.Split(' ', 2)[0].TrimEnd(':');
            if (char.IsAsciiDigit(subject[0]))
                continue;
            Dictionary<string, int> sameUnit = new(StringComparer.Ordinal);
            foreach (Match match in WithUnit().Matches(line))
            {
                string unit = match.Groups["unit"].Value;
                int nth = sameUnit[unit] = sameUnit.GetValueOrDefault(unit) + 1;
                string name = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{subject}, {unit}{(nth > 1 ? $" ({nth})" : "")}"
                );
                figures[name] = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return [.. figures.Select(figure => new Figure(figure.Key, figure.Value))];
    }

    [GeneratedRegex(@"(?<![\w.-])(?<number>\d+(\.\d+)?) (?<unit>[A-Za-zµ]+(/[a-z]+)?)(?![\w/])")]
    private static partial Regex WithUnit();
}
