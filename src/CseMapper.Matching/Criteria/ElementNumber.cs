using System.Globalization;
using System.Text.RegularExpressions;

namespace CseMapper.Matching.Criteria;

/// <summary>How a number stands to the one before it in a list.</summary>
internal enum NumberStep
{
    /// <summary>The one expected next.</summary>
    Next,

    /// <summary>Further on, but near: some between are missing.</summary>
    Skips,

    /// <summary>The same again.</summary>
    Same,

    /// <summary>Nowhere that a list could go on from here.</summary>
    Elsewhere,
}

/// <summary>A number as lists of requirements print it: 1, 1.2, 1.2.3, A.5.1, 4.2(b).</summary>
internal sealed partial class ElementNumber
{
    /// <summary>A list that skips more than this many numbers has not skipped: the number is a stray.</summary>
    private const int FurthestSkip = 5;

    private ElementNumber(string text)
    {
        Text = text;
        Parts = [.. PartPattern().Matches(text).Select(match => match.Value)];
    }

    /// <summary>As printed, without a full stop at the end.</summary>
    public string Text { get; }

    /// <summary>"4.2(b)" is 4, 2, b.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Takes the number off the front of a line.</summary>
    /// <param name="line">A line of the list, trimmed.</param>
    /// <param name="rest">What follows the number.</param>
    /// <returns>Null for a line that begins with none.</returns>
    public static ElementNumber? TakeFrom(string line, out string rest)
    {
        Match match = LinePattern().Match(line);
        rest = match.Success ? match.Groups["rest"].Value.Trim() : line;
        return match.Success ? new ElementNumber(match.Groups["number"].Value) : null;
    }

    /// <summary>The number that a heading of these first parts has: "4.2" for 4.2(b) and 4.2.1.</summary>
    public string Prefix(int parts)
    {
        int end = 0;
        foreach (Match match in PartPattern().Matches(Text).Take(parts))
            end = match.Index + match.Length;
        return Text[..(end < Text.Length && Text[end] == ')' ? end + 1 : end)];
    }

    public bool Extends(ElementNumber other) =>
        Parts.Count > other.Parts.Count && Parts.Take(other.Parts.Count).SequenceEqual(other.Parts);

    /// <summary>How this number stands to the one before it.</summary>
    public NumberStep After(ElementNumber before)
    {
        int common = Parts.Zip(before.Parts).TakeWhile(pair => pair.First == pair.Second).Count();
        if (common == Parts.Count)
            return common == before.Parts.Count ? NumberStep.Same : NumberStep.Elsewhere;
        bool isBelow = common == before.Parts.Count;
        int distance = isBelow ? Value(Parts[common]) : Distance(before.Parts[common], Parts[common]);
        IEnumerable<int> deeper = Parts.Skip(common + 1).Select(Value);
        if (distance is < 1 or > FurthestSkip || deeper.Any(value => value is < 1 or > FurthestSkip))
            return NumberStep.Elsewhere;
        return distance == 1 && deeper.All(value => value == 1) ? NumberStep.Next : NumberStep.Skips;
    }

    private static int Distance(string before, string after)
    {
        // (i) after (h) is a letter, after nothing or (ii) a roman number.
        int letters = Value(after) - Value(before);
        return Roman(before) is { } low && Roman(after) is { } high && letters != 1 ? high - low : letters;
    }

    /// <summary>1 for "1", "a" and "A"; "i" counts as the first of its kind too where nothing came before.</summary>
    private static int Value(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : part == "i" ? 1
        : part.Length == 1 ? char.ToLowerInvariant(part[0]) - 'a' + 1
        : Roman(part) ?? 0;

    private static int? Roman(string part)
    {
        int index = Array.IndexOf(_romanNumbers, part.ToLowerInvariant());
        return index < 0 ? null : index + 1;
    }

    private static readonly string[] _romanNumbers =
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
        "xviii",
        "xix",
        "xx",
    ];

    [GeneratedRegex(
        """
            ^
            (?<number>
              (?:[A-Z]{1,3}[.-]?)?\d{1,4} # "4", "CSE-4"
              (?:\.\d{1,4})* # "4.3.2"
              (?:\.?\([A-Za-z0-9]{1,5}\))* # "4.3(a)"
            )
            (?:[.:)](?=\s|$))?
            (?:\s+(?<rest>.*)|$)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\d+|[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();
}
