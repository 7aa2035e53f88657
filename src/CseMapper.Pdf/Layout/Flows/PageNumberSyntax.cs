using System.Globalization;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>A number as it is printed on a page.</summary>
/// <param name="Prefix">What stands before the number: "F-", or nothing.</param>
/// <param name="Value">The number.</param>
/// <param name="Total">How many pages it says there are; -1 where it does not.</param>
internal readonly record struct PageNumber(string Prefix, int Value, int Total)
{
    /// <summary>True for the plain number of a page, or one that says how many pages there are.</summary>
    public bool IsOf(int page, int count) =>
        Prefix.Length == 0 && (Total < 0 ? Value == page : Value <= Total && (Value == page || Total == count));

    /// <summary>True when another page, so many pages further on, goes on counting.</summary>
    public bool IsFollowedBy(PageNumber next, int pages) =>
        next.Prefix == Prefix && next.Total == Total && next.Value - Value == pages;
}

/// <summary>Reads the numbers of pages.</summary>
internal static class PageNumberSyntax
{
    private const int LongestPrefix = 4;
    private const int MostDigits = 5;
    private const string Roman = "ivxlc";

    /// <summary>"7", "- 7 -", "Page 7", "7 of 12", "Page 7 of 12", "7/12", "F-24", "iv", "7 | Page".</summary>
    public static PageNumber? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim(" -–—|[]()\t");
        if (text.Length > 40)
            return null;
        if (text.StartsWith("page", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart(" |:\t");
        else if (text.EndsWith("page", StringComparison.OrdinalIgnoreCase))
            text = text[..^4].TrimEnd(" |\t");
        else if (text.EndsWith("P a g e", StringComparison.OrdinalIgnoreCase))
            text = text[..^7].TrimEnd(" |\t");
        int at = 0;
        while (
            at < text.Length
            && at < LongestPrefix
            && (char.IsAsciiLetterUpper(text[at]) || (at > 0 && text[at] is '-' or '–'))
        )
        {
            at++;
        }

        ReadOnlySpan<char> prefix = text[..at];
        bool isPrefix = at == 0 || prefix[^1] is '-' or '–';
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at == start)
            return ReadRoman(text);
        if (
            !isPrefix
            || at - start > MostDigits
            || !int.TryParse(text[start..at], CultureInfo.InvariantCulture, out int value)
        )
        {
            return null;
        }

        int total = ReadTotal(text[at..].Trim());
        return total < -1 ? null : new(prefix.ToString(), value, total);
    }

    /// <returns>-1 where nothing follows, -2 where something else does.</returns>
    private static int ReadTotal(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return -1;
        if (rest.StartsWith("of", StringComparison.OrdinalIgnoreCase))
            rest = rest[2..].TrimStart();
        else if (rest[0] == '/')
            rest = rest[1..].TrimStart();
        else
            return -2;
        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int total) ? total : -2;
    }

    /// <summary>A numeral counts as one of pages only where others go on with it.</summary>
    private static PageNumber? ReadRoman(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 6)
            return null;
        ReadOnlySpan<int> values = [1, 5, 10, 50, 100];
        int total = 0,
            last = 0;
        foreach (char letter in text)
        {
            int digit = Roman.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (digit < 0)
                return null;
            int value = values[digit];
            total += value > last && last > 0 ? value - (2 * last) : value;
            last = value;
        }

        return new(char.IsLower(text[0]) ? "i" : "I", total, -1);
    }
}
