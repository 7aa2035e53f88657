using CseMapper.Pdf.Fonts.Composite;
using CseMapper.Pdf.Fonts.Simple;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts;

/// <summary>Makes the font that a font dictionary describes. Any dictionary gives a font: where all is missing, one of
/// unknown letters and usual widths.</summary>
internal static class PdfFontFactory
{
    /// <param name="font">The font's dictionary (ISO 32000-2, 9.5).</param>
    /// <param name="decode">Gives the decoded bytes of a stream, as far as they decode; never throws for
    /// damage.</param>
    /// <param name="log">Takes what cannot be read.</param>
    public static PdfFont Create(PdfDictionary font, Func<PdfStream, byte[]> decode, PdfProblemLog log)
    {
        string? baseFont = font["BaseFont"].AsName() ?? font["Name"].AsName();
        if (font["Subtype"].AsName() == "Type0" || font.Contains("DescendantFonts"))
            return CompositeFont.Create(font, baseFont, decode, log);
        return new SimpleFont(font, FontTraits.Read(font, baseFont), decode);
    }
}
