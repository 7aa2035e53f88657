using System.Text.RegularExpressions;

namespace CseMapper.Documents.Word.Lists;

/// <summary>Numbers and bullets that an author typed in front of a paragraph instead of having Word count.</summary>
internal static partial class TypedNumber
{
    /// <summary>Splits a heading into its typed number, or null, and its words.</summary>
    internal static (string? Number, string Text) SplitHeading(string text)
    {
        Match match = HeadingNumber().Match(text);
        return match.Success
            ? (match.Groups["number"].Value.TrimEnd(), match.Groups["rest"].Value.TrimStart())
            : (null, text);
    }

    /// <summary>Splits a paragraph into its typed label and its words, or gives null where it has none.</summary>
    internal static TypedLabel? Split(string text)
    {
        if (text.Length == 0)
            return null;
        if (text[0] is '•' or '◦' or '▪' or '●' or '○' or '■' or '➢' or '–' or '-' or '·')
        {
            return text.Length > 2 && text[1] is ' ' or '\t' or '\u00A0'
                ? new TypedLabel(text[..1], text[2..].TrimStart(), IsBullet: true, IsClause: false)
                : null;
        }

        Match clause = ClauseNumber().Match(text);
        if (clause.Success)
        {
            return new TypedLabel(
                clause.Groups["number"].Value,
                clause.Groups["rest"].Value.TrimStart(),
                IsBullet: false,
                IsClause: true
            );
        }

        Match item = ItemNumber().Match(text);
        return item.Success
            ? new TypedLabel(
                item.Groups["number"].Value,
                item.Groups["rest"].Value.TrimStart(),
                IsBullet: false,
                IsClause: false
            )
            : null;
    }

    // A number of one part is followed by a point or bracket, or the words by a capital: "2 Purpose", not "2 weeks".
    [GeneratedRegex(
        """
            ^
            (?<number>
              (?:
                \d{1,3}(?:\.\d{1,3}){0,5}[.)]? # "2", "4.3.2."
                | \d{4,5}[.)] # "2640."
                | [A-Z][.)](?:\d{1,3}(?:\.\d{1,3})*)? # "A.", "B.1.2"
                | [IVX]{1,5}\. # "IV."
                | (?:Appendix|Annex|Schedule|Section|Part|Chapter)\s+(?:\d{1,3}|[A-Z]|[IVX]{1,5})\b
              )
            )
            (?<rest>[\s:–-]+[\p{Lu}"“‘(].*)
            $
            """,
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex HeadingNumber();

    [GeneratedRegex(
        @"^(?<number>\d{1,3}(?:\.\d{1,3}){1,5}\.?)(?<rest>(?:\s*\t\s*|\s+(?=[\p{Lu}""“‘(])).+)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex ClauseNumber();

    [GeneratedRegex(
        @"^(?<number>\d{1,5}[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|[A-Za-z]\.(?=\t))(?<rest>\s+\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex ItemNumber();
}

/// <summary>A label in front of a paragraph.</summary>
/// <param name="Label">As printed.</param>
/// <param name="Rest">The words after it.</param>
/// <param name="IsBullet">True for a sign that does not count.</param>
/// <param name="IsClause">True for a number of several parts, "4.3".</param>
internal sealed record TypedLabel(string Label, string Rest, bool IsBullet, bool IsClause);
