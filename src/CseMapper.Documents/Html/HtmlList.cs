using System.Globalization;
using AngleSharp.Dom;

namespace CseMapper.Documents.Html;

/// <summary>Counts the items of a list of a web page.</summary>
internal sealed class HtmlList
{
    private static readonly (int Value, string Letters)[] _roman =
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

    private readonly bool _isNumbered;
    private readonly string _type;
    private int _next = 1;

    public HtmlList(IElement element)
    {
        _isNumbered = element.LocalName == "ol";
        _type = element.GetAttribute("type") ?? "1";
        if (
            int.TryParse(
                element.GetAttribute("start"),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out int start
            )
        )
        {
            _next = start;
        }
    }

    /// <summary>The next item's label as a browser prints it, and its number without the full stop; a bullet has
    /// none.</summary>
    public (string Label, string? Number) Next()
    {
        if (!_isNumbered)
            return ("•", null);
        string number = Print(_next++);
        return (number + ".", number);
    }

    private string Print(int number) =>
        _type switch
        {
            "a" or "A" when number is > 0 and <= 26 => ((char)(_type[0] + number - 1)).ToString(),
            "i" when number is > 0 and < 4000 => InRoman(number),
            "I" when number is > 0 and < 4000 => InRoman(number).ToUpperInvariant(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string InRoman(int number)
    {
        string text = "";
        foreach ((int value, string letters) in _roman)
        {
            for (; number >= value; number -= value)
                text += letters;
        }
        return text;
    }
}
