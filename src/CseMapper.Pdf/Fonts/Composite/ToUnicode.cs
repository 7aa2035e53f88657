using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>A font's ToUnicode map, read when the first letter is asked for (ISO 32000-2, 9.10.3).</summary>
internal sealed class ToUnicode(PdfDictionary font, Func<PdfStream, byte[]> decode)
{
    private readonly Lazy<CMap?> _map = new(() => Read(font["ToUnicode"], decode));

    /// <summary>True where the font has a map that maps anything.</summary>
    public bool IsThere => _map.Value is { HasTexts: true };

    /// <returns>The text the file gives for a code, not yet made readable; null where it gives none.</returns>
    public string? Text(uint code) => _map.Value?.Text(code);

    private static CMap? Read(PdfValue value, Func<PdfStream, byte[]> decode) =>
        value.AsStream() is { } stream ? CMapParser.Parse(decode(stream), static _ => null) : null;
}
