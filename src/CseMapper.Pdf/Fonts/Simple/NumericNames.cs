using System.Globalization;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// Made-up glyph names that carry a number, as "C65", "C4b", "a101", "g36": programs that renamed a font's glyphs
/// mostly kept the letter's code or the glyph's index in the name. A guess: whether it gave words is judged afterwards.
/// </summary>
internal sealed class NumericNames
{
    /// <summary>Prefixes that count glyphs, not letters.</summary>
    private static readonly string[] _glyphPrefixes = ["g", "G", "gid", "glyph", "index", "cid"];

    private readonly bool _isHex;

    /// <param name="names">All names of the font: one "C4b" among them says that "C41" is written in hex, too.</param>
    public NumericNames(ReadOnlySpan<string?> names)
    {
        foreach (string? name in names)
        {
            if (
                name is { Length: 3 }
                && char.IsAsciiDigit(name[1])
                && char.IsAsciiHexDigit(name[2])
                && !char.IsAsciiDigit(name[2])
            )
            {
                _isHex = true;
            }
        }
    }

    /// <param name="name">The glyph's name, null where there is none.</param>
    /// <returns>The letter that the number stands for, null where the name has no such number.</returns>
    public string? Text(string? name)
    {
        if (name is null)
            return null;
        if (
            _isHex
            && name.Length == 3
            && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int hex)
        )
        {
            return Letter(hex);
        }

        int digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (
            digits is < 0 or > 5
            || !int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        )
        {
            return null;
        }

        if (!_glyphPrefixes.Contains(name[..digits], StringComparer.Ordinal))
            return Letter(number);
        // The order of glyphs that nearly all TrueType fonts begin with.
        return number < SimpleEncoding.MacGlyphs.Length && SimpleEncoding.MacGlyphs[number] is { } glyph
            ? ReadableText.OfGlyphName(glyph)
            : null;
    }

    private static string? Letter(int code) =>
        code is >= 32 and < 256 && SimpleEncoding.WinAnsi[code] is { } glyph ? ReadableText.OfGlyphName(glyph) : null;
}
