using System.Globalization;

namespace CseMapper.Documents.Word.Lists;

/// <summary>Numbers that Word makes from fields instead of lists: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM (ECMA-376
/// part 1 §17.16.5.4 to 6 and 36). The file holds no result for them.</summary>
internal sealed class AutoNumbers
{
    private const int Levels = 9;

    private static readonly string[] _outline =
    [
        "upperRoman.",
        "upperLetter.",
        "decimal.",
        "lowerLetter)",
        "(decimal)",
        "(lowerLetter)",
        "(lowerRoman)",
        "(lowerLetter)",
        "(lowerRoman)",
    ];

    private static readonly string[] _default =
    [
        "decimal)",
        "lowerLetter)",
        "lowerRoman)",
        "(decimal)",
        "(lowerLetter)",
        "(lowerRoman)",
        "decimal.",
        "lowerLetter.",
        "lowerRoman.",
    ];

    private readonly int[] _paragraphs = new int[Levels + 1];
    private readonly Dictionary<string, int[]> _lists = new(StringComparer.OrdinalIgnoreCase);
    private object? _paragraph;
    private int _lastHeading = -1;

    /// <summary>What a field prints, or null where it makes no number.</summary>
    /// <param name="code">The field's code.</param>
    /// <param name="heading">The level of the heading it stands in, from 0; null in other paragraphs.</param>
    /// <param name="listLevel">The level of the list its paragraph belongs to, from 0, or null.</param>
    /// <param name="paragraph">Tells its paragraph from others.</param>
    internal string? Next(string code, int? heading, int? listLevel, object? paragraph)
    {
        string[] words = code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (words.Length > 0 ? words[0].ToUpperInvariant() : "") switch
        {
            "AUTONUM" => Own(words, Count(heading)),
            "AUTONUMLGL" => Legal(words, Count(heading)),
            "AUTONUMOUT" => Outline(Count(heading)),
            "LISTNUM" => ListNumber(words, listLevel, paragraph),
            _ => null,
        };
    }

    /// <summary>Counts a paragraph: a heading on its level, text below the heading before it.</summary>
    /// <returns>Its level.</returns>
    private int Count(int? heading)
    {
        int level = heading is >= 0 and < Levels ? heading.Value : Math.Min(_lastHeading + 1, Levels);
        if (heading is >= 0 and < Levels)
            _lastHeading = level;
        _paragraphs[level]++;
        Array.Clear(_paragraphs, level + 1, _paragraphs.Length - level - 1);
        return level;
    }

    private string Outline(int level) => Write(_outline[Math.Min(level, Levels - 1)], _paragraphs[level]);

    private string Own(string[] words, int level)
    {
        int format = Array.IndexOf(words, @"\*");
        string name = (format > 0 && format + 1 < words.Length ? words[format + 1] : "") switch
        {
            "alphabetic" => "lowerLetter",
            "ALPHABETIC" => "upperLetter",
            "roman" => "lowerRoman",
            "ROMAN" => "upperRoman",
            _ => "decimal",
        };
        return ListFormat.Write(_paragraphs[level], name) + Separator(words);
    }

    private string Legal(string[] words, int level)
    {
        string separator = Separator(words);
        string number = string.Join(
            separator,
            _paragraphs.Take(level + 1).Select(value => Math.Max(1, value).ToString(CultureInfo.InvariantCulture))
        );
        return Array.IndexOf(words, @"\e") > 0 ? number : number + separator;
    }

    private static string Separator(string[] words)
    {
        int at = Array.IndexOf(words, @"\s");
        return at > 0 && at + 1 < words.Length ? words[at + 1].Trim('"') : ".";
    }

    private string ListNumber(string[] words, int? listLevel, object? paragraph)
    {
        string name = words.Length > 1 && words[1][0] != '\\' ? words[1].Trim('"') : "NumberDefault";
        if (!_lists.TryGetValue(name, out int[]? counts))
            _lists.Add(name, counts = new int[Levels]);
        int level = Math.Clamp((Switch(words, @"\l") ?? ((listLevel ?? -1) + 2)) - 1, 0, Levels - 1);
        // Numbers inside of a numbered paragraph begin anew with it.
        if (!ReferenceEquals(_paragraph, paragraph) && listLevel is not null)
            Array.Clear(counts);
        _paragraph = paragraph;
        counts[level] = Switch(words, @"\s") ?? counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        if (name.Equals("LegalDefault", StringComparison.OrdinalIgnoreCase))
        {
            return string.Concat(
                counts.Take(level + 1).Select(value => FormattableString.Invariant($"{Math.Max(1, value)}."))
            );
        }

        bool isOutline = name.Equals("OutlineDefault", StringComparison.OrdinalIgnoreCase);
        return Write((isOutline ? _outline : _default)[level], counts[level]);
    }

    private static int? Switch(string[] words, string name)
    {
        int at = Array.IndexOf(words, name);
        return
            at > 0
            && at + 1 < words.Length
            && int.TryParse(words[at + 1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
    }

    /// <summary>Writes "(lowerLetter)" as "(a)".</summary>
    private static string Write(string pattern, int value)
    {
        string format = pattern.Trim('(', ')', '.');
        return pattern.Replace(format, ListFormat.Write(value, format), StringComparison.Ordinal);
    }
}
