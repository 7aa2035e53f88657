namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>
/// An embedded font program as far as it tells what letters a font's codes show and how wide they are; outlines are
/// never read. Programs are damaged as often as anything else in a file: every question may be answered with "not
/// known".
/// </summary>
internal abstract class FontProgram
{
    /// <summary>Sign of a glyph that is not there.</summary>
    public const int NoGlyph = -1;

    /// <returns>The glyph that the program's own encoding gives to a code of a simple font; <see cref="NoGlyph"/> where
    /// it has none.</returns>
    public virtual int GlyphOfCode(int code) => NoGlyph;

    /// <returns>The glyph of a CID of a composite font; without charset of its own the CID is the glyph.</returns>
    public virtual int GlyphOfCid(int cid) => cid;

    /// <returns>The name that the program's own encoding gives to a code, null where it has none.</returns>
    public virtual string? NameOfCode(int code) => GlyphOfCode(code) is >= 0 and { } glyph ? NameOfGlyph(glyph) : null;

    /// <returns>The glyph's name, null where the program names no glyphs or not this one.</returns>
    public virtual string? NameOfGlyph(int glyph) => null;

    /// <returns>The glyph's text from the program's Unicode table, null where it has none.</returns>
    public virtual string? TextOfGlyph(int glyph) => null;

    /// <returns>The glyph's advance in thousandths of text space, null where the program does not tell.</returns>
    public virtual float? Width(int glyph) => null;
}
