namespace CseMapper.Pdf.Fonts;

/// <summary>A font whose general traits come from its name and descriptor.</summary>
internal abstract class DescribedFont(FontTraits traits) : PdfFont
{
    protected FontTraits Traits { get; } = traits;

    public sealed override string Name => Traits.Name;

    public sealed override bool IsBold => Traits.IsBold;

    public sealed override bool IsItalic => Traits.IsItalic;

    public sealed override bool IsFixedPitch => Traits.IsFixedPitch;

    public sealed override float Ascent => Traits.Ascent;

    public sealed override float Descent => Traits.Descent;
}
