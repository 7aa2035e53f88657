using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>Glyph names to text by the rules of the Adobe Glyph List Specification, section 2: components, uniXXXX,
/// uXXXXX, suffixes.</summary>
internal static class GlyphNames
{
    /// <summary>Names longer than this are noise; the longest of the list has 40 letters, ligatures of several
    /// components somewhat more.</summary>
    private const int Longest = 128;

    /// <param name="name">The name without its slash, as "fi", "f_i", "uni00660069", "a.sc".</param>
    /// <param name="dingbats">True in ITC Zapf Dingbats, whose names a1 to a206 mean something else elsewhere.</param>
    /// <returns>The text as the lists give it, private-use values included; null where the name tells
    /// nothing.</returns>
    public static string? Text(ReadOnlySpan<char> name, bool dingbats)
    {
        if (name.IsEmpty || name.Length > Longest)
            return null;
        int dot = name.IndexOf('.');
        if (dot == 0)
            return null;
        if (dot > 0)
            name = name[..dot];
        if (name.IndexOf('_') < 0)
            return Component(name, dingbats);
        StringBuilder text = new();
        foreach (Range part in name.Split('_'))
            text.Append(Component(name[part], dingbats));
        return text.Length > 0 ? text.ToString() : null;
    }

    private static string? Component(ReadOnlySpan<char> name, bool dingbats)
    {
        if (name.IsEmpty)
            return null;
        if (dingbats && GlyphList.Dingbats.Find(name) is { } symbol)
            return symbol;
        if (name.Length == 1 && char.IsAsciiLetter(name[0]))
            return SharedText.For(name[0]);
        return GlyphList.Adobe.Find(name) ?? UniName(name) ?? UName(name);
    }

    private static string? UniName(ReadOnlySpan<char> name)
    {
        if (name.Length < 7 || name.Length % 4 != 3 || !name.StartsWith("uni", StringComparison.Ordinal))
            return null;
        StringBuilder text = new();
        for (int at = 3; at < name.Length; at += 4)
        {
            if (
                !ushort.TryParse(
                    name.Slice(at, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out ushort unit
                )
            )
            {
                return null;
            }

            if (char.IsSurrogate((char)unit))
                return null;
            text.Append((char)unit);
        }

        return SharedText.For(text.ToString());
    }

    private static string? UName(ReadOnlySpan<char> name) =>
        name.Length is >= 5 and <= 7
        && name[0] == 'u'
        && int.TryParse(name[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
        && Rune.IsValid(value)
            ? new Rune(value).ToString()
            : null;
}
