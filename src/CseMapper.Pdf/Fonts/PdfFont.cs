using CseMapper.Pdf.Fonts.Letters;

namespace CseMapper.Pdf.Fonts;

/// <summary>
/// A font as text extraction needs it: character codes in, readable text and advance widths out (ISO 32000-2, 9.5 to
/// 9.10). One instance per font object and file; glyphs are looked up once and kept.
/// </summary>
internal abstract class PdfFont
{
    /// <summary>The base font's name without a subset prefix, or empty.</summary>
    public abstract string Name { get; }

    public abstract bool IsVertical { get; }

    public abstract bool IsBold { get; }

    public abstract bool IsItalic { get; }

    public abstract bool IsFixedPitch { get; }

    /// <summary>Height above the baseline in thousandths of text space, for boxes of words; a sane value where the font
    /// gives none.</summary>
    public abstract float Ascent { get; }

    /// <summary>Depth below the baseline in thousandths of text space, negative.</summary>
    public abstract float Descent { get; }

    /// <summary>Reads the next code of a shown string.</summary>
    /// <param name="codes">The string's bytes from the current place on; not empty.</param>
    /// <param name="glyph">What the code stands for.</param>
    /// <returns>How many bytes the code took, 1 to 4, never more than there are.</returns>
    public abstract int Next(ReadOnlySpan<byte> codes, out PdfGlyph glyph);

    /// <summary>The same font with its letters taken from another source, for a font whose letters make no
    /// sense.</summary>
    /// <returns>Null where the font has no such source.</returns>
    public virtual PdfFont? From(LetterSource source) => null;
}
