namespace CseMapper.Pdf.Fonts;

/// <summary>What a font says of one character code.</summary>
/// <param name="Text">
/// The readable Unicode text of the code (one letter, a ligature's letters, …), empty for a code that shows nothing.
/// Where the font cannot tell, which <see cref="IsKnown"/> says, a private-use character that keeps the code's number,
/// or U+FFFD.
/// </param>
/// <param name="Width">Advance in thousandths of text space: horizontal for horizontal writing, vertical (negative
/// downwards) for vertical.</param>
/// <param name="IsSpaceCode">True for the single-byte code 32, to which word spacing (Tw) applies (ISO 32000-2,
/// 9.3.3).</param>
/// <param name="IsKnown">False when no ToUnicode, encoding, or glyph name tells the letter.</param>
internal readonly record struct PdfGlyph(string Text, float Width, bool IsSpaceCode, bool IsKnown);
