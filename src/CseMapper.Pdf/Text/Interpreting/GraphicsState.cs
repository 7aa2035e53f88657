using CseMapper.Documents;
using CseMapper.Pdf.Fonts;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>The part of the graphics and text state (ISO 32000-2, 8.4 and 9.3) that decides where and how text stands;
/// copied by q and Q.</summary>
internal struct GraphicsState
{
    public Matrix Ctm;
    public PdfFont? Font;
    public double FontSize;
    public double CharacterSpacing;
    public double WordSpacing;

    /// <summary>Tz as a factor, 1 for 100.</summary>
    public double HorizontalScale;

    public double Leading;
    public double Rise;
    public int RenderingMode;

    /// <summary>Fill colour as 0xRRGGBB.</summary>
    public int Colour;

    /// <summary>The box around what the clipping path leaves, on the page as shown.</summary>
    public BlockBox Clip;

    public static GraphicsState Initial(in Matrix ctm, BlockBox page) =>
        new()
        {
            Ctm = ctm,
            HorizontalScale = 1,
            Clip = page,
        };
}
