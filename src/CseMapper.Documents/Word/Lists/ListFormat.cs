using System.Globalization;
using System.Text;

namespace CseMapper.Documents.Word.Lists;

/// <summary>Writes a list's counter the way its format asks (ECMA-376 part 1 §17.18.59).</summary>
internal static class ListFormat
{
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string RussianLetters = "абвгдежзиклмнопрстуфхцчшщэюя";

    private static readonly (int Value, string Text)[] _roman =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    private static readonly string[] _ones =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] _tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    private static readonly Dictionary<string, string> _ordinals = new(StringComparer.Ordinal)
    {
        ["one"] = "first",
        ["two"] = "second",
        ["three"] = "third",
        ["five"] = "fifth",
        ["eight"] = "eighth",
        ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    /// <summary>Writes a number; what is not known is written in digits.</summary>
    /// <param name="value">The counter.</param>
    /// <param name="format">The name of the format as the file has it.</param>
    /// <param name="pattern">A custom format's example, "001, 002, …", or null.</param>
    internal static string Write(int value, string format, string? pattern = null) =>
        format switch
        {
            "none" or "bullet" => "",
            "lowerRoman" => Roman(value),
            "upperRoman" => Roman(value).ToUpperInvariant(),
            "lowerLetter" => Letters(value, LatinLetters),
            "upperLetter" => Letters(value, LatinLetters).ToUpperInvariant(),
            "russianLower" => Letters(value, RussianLetters),
            "russianUpper" => Letters(value, RussianLetters).ToUpperInvariant(),
            "decimalZero" => value is >= 0 and < 10 ? "0" + Digits(value) : Digits(value),
            "custom" => Padded(value, pattern),
            "ordinal" => Digits(value) + Suffix(value),
            "cardinalText" => Capitalised(Cardinal(value)),
            "ordinalText" => Capitalised(Ordinal(value)),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when value is >= 1 and <= 20 => (
                (char)('\u2460' + value - 1)
            ).ToString(),
            "decimalEnclosedParen" => $"({Digits(value)})",
            "decimalEnclosedFullstop" => Digits(value) + ".",
            "numberInDash" => $"- {Digits(value)} -",
            "hex" => value.ToString("X", CultureInfo.InvariantCulture),
            "chicago" => value < 1 ? "" : new string("*†‡§"[(value - 1) % 4], Math.Min(1 + (value - 1) / 4, 100)),
            _ => Digits(value),
        };

    /// <summary>The format in legal numbering: letters, words and Roman numbers become digits; what has digits already
    /// keeps its form, "01" too.</summary>
    internal static string Legal(string format) =>
        format
            is "none"
                or "bullet"
                or "decimalZero"
                or "custom"
                or "decimalEnclosedCircle"
                or "decimalEnclosedCircleChinese"
                or "decimalEnclosedParen"
                or "decimalEnclosedFullstop"
                or "numberInDash"
            ? format
            : "decimal";

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The example's first number shows how many digits there are.</summary>
    private static string Padded(int value, string? pattern)
    {
        int digits = pattern?.TakeWhile(char.IsAsciiDigit).Count() ?? 1;
        return value.ToString(
            "D" + Math.Clamp(digits, 1, 20).ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
    }

    private static string Roman(int value)
    {
        if (value is < 1 or > 32767)
            return Digits(value);
        StringBuilder text = new StringBuilder();
        foreach ((int step, string letters) in _roman)
        {
            for (; value >= step; value -= step)
                text.Append(letters);
        }

        return text.ToString();
    }

    /// <summary>After z comes aa, then bb: the letter repeats.</summary>
    private static string Letters(int value, string alphabet) =>
        value is < 1 or > 32767
            ? Digits(value)
            : new string(alphabet[(value - 1) % alphabet.Length], 1 + (value - 1) / alphabet.Length);

    private static string Suffix(int value) =>
        (value % 100 is 11 or 12 or 13, value % 10) switch
        {
            (false, 1) => "st",
            (false, 2) => "nd",
            (false, 3) => "rd",
            _ => "th",
        };

    private static string Cardinal(int value) =>
        value switch
        {
            < 0 => Digits(value),
            < 20 => _ones[value],
            < 100 => _tens[value / 10] + (value % 10 == 0 ? "" : "-" + _ones[value % 10]),
            < 1000 => _ones[value / 100] + " hundred" + (value % 100 == 0 ? "" : " " + Cardinal(value % 100)),
            < 1_000_000 => Cardinal(value / 1000)
                + " thousand"
                + (value % 1000 == 0 ? "" : " " + Cardinal(value % 1000)),
            _ => Digits(value),
        };

    private static string Ordinal(int value)
    {
        string text = Cardinal(value);
        int last = text.LastIndexOfAny([' ', '-']) + 1;
        string word = text[last..];
        if (_ordinals.TryGetValue(word, out string? ordinal))
            return text[..last] + ordinal;
        return text[..last] + (word.EndsWith('y') ? word[..^1] + "ieth" : word + "th");
    }

    private static string Capitalised(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
