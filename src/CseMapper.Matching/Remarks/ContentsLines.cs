namespace CseMapper.Matching.Remarks;

/// <summary>Tells lists of headings and page numbers, where a document's format does not say that it is one.</summary>
internal static class ContentsLines
{
    private const int LeastLines = 4;
    private const double Share = 0.6;
    private const int MostDigits = 3;

    /// <summary>True where most lines end in a page number behind a blank or dots, and the numbers never
    /// fall.</summary>
    public static bool AreIn(string text)
    {
        int lines = 0;
        int numbered = 0;
        int last = 0;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            lines++;
            if (PageAt(text.AsSpan(range).TrimEnd()) is not { } page)
                continue;
            if (page < last)
                return false;
            last = page;
            numbered++;
        }

        return numbered >= LeastLines && numbered >= Share * lines && last > 1;
    }

    private static int? PageAt(ReadOnlySpan<char> line)
    {
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[^(digits + 1)]))
            digits++;
        if (
            digits is 0 or > MostDigits
            || digits == line.Length
            || line[^(digits + 1)] is not (' ' or '.' or '\t' or '…' or '\u00A0')
        )
        {
            return null;
        }

        ReadOnlySpan<char> title = line[..^digits].TrimEnd(" .\t…\u00A0");
        return
            title.ContainsAnyExcept("0123456789 .,:;%£|-–".AsSpan()) && !title.EndsWith(":", StringComparison.Ordinal)
            ? int.Parse(line[^digits..], System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
