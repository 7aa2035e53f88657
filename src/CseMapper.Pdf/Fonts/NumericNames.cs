using System.Globalization;

namespace CseMapper.Pdf.Fonts;

/// <summary>
/// Made-up glyph names that carry a number, as "C65", "a101", "char032": programs that renamed a font's glyphs mostly kept
/// the letter's code in the name. A guess: whether it gave words is judged afterwards.
/// </summary>
internal static class NumericNames
{
    /// <param name="name">The glyph's name, null where there is none.</param>
    /// <returns>The letter of Windows-1252 that the number stands for, null where the name has no such number.</returns>
    public static string? Text(string? name)
    {
        if (name is null) return null;
        int digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits is < 0 or > 5 || !int.TryParse(name.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        return number is > 32 and < 256 && SimpleEncoding.WinAnsi[number] is { } glyph ? ReadableText.OfGlyphName(glyph) : null;
    }
}
