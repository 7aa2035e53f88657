using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>
/// Adobe's East Asian character collections (Adobe TN 5078, 5079, 5080, 5093) as far as they follow the order of a
/// national standard the framework knows: runs of CIDs that a few numbers tell instead of tables of thousands. Covers
/// the letters of everyday text; rare ideographs stay unknown.
/// </summary>
internal static class CidCollections
{
    private const int HighestCid = 16384;

    private static readonly Lazy<FrozenDictionary<string, string[]>> _runs = new(() =>
        FontTables
            .Lines("cidruns.txt")
            .Select(static line => line.Split(' '))
            .GroupBy(static fields => fields[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => group.Select(static fields => string.Join(' ', fields[1..])).ToArray(),
                StringComparer.Ordinal
            )
    );

    private static readonly Lazy<char[]> _japan = new(static () => Read("Japan1"));
    private static readonly Lazy<char[]> _china = new(static () => Read("GB1"));
    private static readonly Lazy<char[]> _taiwan = new(static () => Read("CNS1"));
    private static readonly Lazy<char[]> _korea = new(static () => Read("Korea1"));

    /// <param name="ordering">The collection's ordering, "Japan1"; null or "Identity" for none.</param>
    /// <param name="cid">The character's number.</param>
    /// <returns>The text, null where the number is outside the runs.</returns>
    public static string? Text(string? ordering, int cid)
    {
        char[]? letters = ordering switch
        {
            "Japan1" => _japan.Value,
            "GB1" => _china.Value,
            "CNS1" => _taiwan.Value,
            "Korea1" => _korea.Value,
            _ => null,
        };
        return letters is not null && (uint)cid < (uint)letters.Length && letters[cid] != '\0'
            ? SharedText.For(letters[cid])
            : null;
    }

    private static char[] Read(string ordering)
    {
        char[] letters = new char[HighestCid];
        foreach (string run in _runs.Value[ordering])
        {
            string[] fields = run.Split(' ');
            int page = int.Parse(fields[0], CultureInfo.InvariantCulture);
            int cid = int.Parse(fields[1], CultureInfo.InvariantCulture);
            int first = int.Parse(fields[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            int count = int.Parse(fields[3], CultureInfo.InvariantCulture);
            if (page == 0)
            {
                for (int i = 0; i < count; i++)
                    letters[cid + i] = (char)(first + i);
            }
            else
            {
                Fill(
                    letters.AsSpan(cid, count),
                    CodePagesEncodingProvider.Instance.GetEncoding(page)!,
                    first >> 8,
                    first & 0xFF
                );
            }
        }

        return letters;
    }

    /// <summary>Takes the letters of a double-byte character set in its order, cells without letter left out.</summary>
    private static void Fill(Span<char> letters, Encoding set, int lead, int trail)
    {
        Span<char> letter = stackalloc char[4];
        for (int filled = 0; filled < letters.Length && lead < 0xFF; trail++)
        {
            if (trail == 0xFF)
            {
                lead++;
                trail = set.CodePage == 950 ? 0x3F : 0xA0;
                continue;
            }

            if (set.CodePage == 950 && trail is >= 0x7F and < 0xA1)
                continue;
            int length = set.GetChars([(byte)lead, (byte)trail], letter);
            if (length == 1 && IsOfStandard(letter[0], (lead << 8) | trail))
                letters[filled++] = letter[0];
        }
    }

    /// <summary>
    /// The framework's sets hold more than the standards the collections follow: cells filled later, and what stands in
    /// for an empty cell (a private-use character, or the middle dot outside its own cell).
    /// </summary>
    private static bool IsOfStandard(char letter, int cell) =>
        letter switch
        {
            < '\u00A0' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF') => false,
            '・' => cell is 0xA1A6 or 0xA1A4 or 0xA145,
            >= '\u2170' and <= '\u2179' => cell is < 0xA2A1 or > 0xA2AA,
            >= '\uFE30' and <= '\uFE44' => cell is < 0xA6E0 or > 0xA6F5,
            'ɑ' or 'ḿ' or 'ń' or 'ň' or 'ǹ' or 'ɡ' or '\u3164' => false,
            _ => true,
        };
}
