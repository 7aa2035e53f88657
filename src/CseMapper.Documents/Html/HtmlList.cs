using System.Globalization;
using AngleSharp.Dom;
using CseMapper.Documents.Word.Lists;

namespace CseMapper.Documents.Html;

/// <summary>Counts the items of a list of a web page (HTML Standard 4.4.5 to 4.4.8).</summary>
internal sealed class HtmlList
{
    private readonly bool _isNumbered;
    private readonly string? _type;
    private readonly int _step = 1;
    private int _next = 1;

    /// <param name="element">The list.</param>
    /// <param name="look">What style sheets say of it.</param>
    public HtmlList(IElement element, HtmlLook look)
    {
        _isNumbered = element.LocalName == "ol";
        _type = look.ListType ?? element.GetAttribute("type");
        if (!_isNumbered)
            return;
        if (element.HasAttribute("reversed"))
        {
            _step = -1;
            _next = element.Children.Count(child => child.LocalName == "li");
        }

        _next = Number(element, "start") ?? _next;
    }

    /// <summary>An item's label as a browser prints it, and its number without the full stop; a bullet has
    /// none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="look">What style sheets say of it.</param>
    public (string Label, string? Number) Next(IElement item, HtmlLook look)
    {
        string? type = look.ListType ?? item.GetAttribute("type") ?? _type;
        if (!_isNumbered && !IsCounted(type))
            return ("•", null);
        int value = Number(item, "value") ?? _next;
        _next = unchecked(value + _step);
        if (type is "none")
            return ("", null);
        if (type is "disc" or "circle" or "square")
            return ("•", null);
        string number = Print(value, type);
        return (number + ".", number);
    }

    private static bool IsCounted(string? type) => type is not (null or "none" or "disc" or "circle" or "square" or "");

    private static string Print(int value, string? type) =>
        type switch
        {
            "a" or "lower-alpha" or "lower-latin" => Letters(value, 'a'),
            "A" or "upper-alpha" or "upper-latin" => Letters(value, 'A'),
            "i" or "lower-roman" when value is > 0 and < 4000 => ListFormat.Write(value, "lowerRoman"),
            "I" or "upper-roman" when value is > 0 and < 4000 => ListFormat.Write(value, "upperRoman"),
            "decimal-leading-zero" => ListFormat.Write(value, "decimalZero"),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>After z comes aa, then ab.</summary>
    private static string Letters(int value, char first)
    {
        if (value < 1)
            return value.ToString(CultureInfo.InvariantCulture);
        string text = "";
        for (; value > 0; value = (value - 1) / 26)
            text = (char)(first + ((value - 1) % 26)) + text;
        return text;
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(
            element.GetAttribute(attribute),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : null;
}
