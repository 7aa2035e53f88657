using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.OpenDocument;

/// <summary>Whether parts of an OpenDocument text that a condition may hide are hidden (ODF 1.3 part 3,
/// 19.780).</summary>
internal static partial class OdtConditions
{
    /// <summary>True for a section that is not printed.</summary>
    /// <param name="reader">Stands at the section.</param>
    public static bool HidesSection(XmlReader reader) =>
        WordXml.Attribute(reader, "display") switch
        {
            "none" => true,
            "condition" => IsMet(reader),
            _ => false,
        };

    /// <summary>What the writer of the file found is taken; else the condition where it is a comparison of numbers.
    /// What needs variables is taken as not met, as for a variable that nobody has set.</summary>
    /// <param name="reader">Stands at the section or field.</param>
    public static bool IsMet(XmlReader reader)
    {
        if (WordXml.Attribute(reader, "is-hidden") is { } known)
            return known == "true";
        Match match = Comparison().Match(WordXml.Attribute(reader, "condition") ?? "");
        if (!match.Success)
            return false;
        double left = Number(match.Groups["left"].Value);
        if (!match.Groups["sign"].Success)
            return left != 0;
        double right = Number(match.Groups["right"].Value);
        return match.Groups["sign"].Value.ToUpperInvariant() switch
        {
            "==" or "EQ" => left == right,
            "!=" or "NEQ" => left != right,
            "<" or "L" => left < right,
            ">" or "G" => left > right,
            "<=" or "LEQ" => left <= right,
            _ => left >= right,
        };
    }

    private static double Number(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" => 1,
            "FALSE" => 0,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };

    [GeneratedRegex(
        """
            ^(?:\w+:)?\s*
            (?<left>-?\d{1,9}(?:\.\d{1,9})?|true|false)
            (?:\s*(?<sign>==|!=|<=|>=|<|>|n?eq|leq|geq|l|g)\s*(?<right>-?\d{1,9}(?:\.\d{1,9})?|true|false))?
            \s*$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Comparison();
}
