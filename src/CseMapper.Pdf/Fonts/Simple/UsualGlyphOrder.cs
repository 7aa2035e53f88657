namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// The order of glyphs in the TrueType fonts that every Windows machine has (Arial, Times New Roman, Courier New and
/// their like): the 258 glyphs of the Macintosh order first, the Cyrillic alphabet further on. Files that embed no font
/// and give glyph indexes mean these fonts.
/// </summary>
internal static class UsualGlyphOrder
{
    private const int FirstCyrillic = 570;
    private const int CyrillicLetters = 64;

    /// <returns>The glyph's text, null outside the known order.</returns>
    public static string? Text(int glyph)
    {
        if (glyph is >= FirstCyrillic and < FirstCyrillic + CyrillicLetters)
            return SharedText.For((char)('А' + glyph - FirstCyrillic));
        return (uint)glyph < (uint)SimpleEncoding.MacGlyphs.Length && SimpleEncoding.MacGlyphs[glyph] is { } name
            ? ReadableText.OfGlyphName(name)
            : null;
    }
}
