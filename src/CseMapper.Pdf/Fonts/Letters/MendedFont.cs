namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>A font whose letters are put right by a shift.</summary>
internal sealed class MendedFont(PdfFont font, LetterShift shift) : PdfFont
{
    private readonly Dictionary<char, string?> _mended = [];

    public override string Name => font.Name;

    public override bool IsVertical => font.IsVertical;

    public override bool IsBold => font.IsBold;

    public override bool IsItalic => font.IsItalic;

    public override bool IsFixedPitch => font.IsFixedPitch;

    public override float Ascent => font.Ascent;

    public override float Descent => font.Descent;

    public override int Next(ReadOnlySpan<byte> codes, out PdfGlyph glyph)
    {
        int taken = font.Next(codes, out glyph);
        if (glyph.Text is not [char letter] || letter == ' ')
            return taken;
        if (!_mended.TryGetValue(letter, out string? text))
            _mended.Add(letter, text = shift.Mend(letter));
        glyph = text is null ? glyph with { IsKnown = false } : glyph with { Text = text, IsKnown = true };
        return taken;
    }
}
