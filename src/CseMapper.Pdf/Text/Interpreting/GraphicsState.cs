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

    /// <summary>True where the clipping path leaves less than its box: a circle, several rectangles.</summary>
    public bool IsClipShaped;

    /// <summary>How opaque areas and pictures are painted, from 0 to 1.</summary>
    public float FillAlpha;

    /// <summary>How opaque lines are painted, from 0 to 1.</summary>
    public float StrokeAlpha;

    /// <summary>True where colours mix with those below.</summary>
    public bool IsBlended;

    /// <summary>True where a soft mask leaves out parts.</summary>
    public bool IsMasked;

    /// <summary>True where all of a form shines through, whatever its content says.</summary>
    public bool IsGroupTransparent;

    /// <summary>True where areas are filled with a pattern, which may have holes.</summary>
    public bool IsFillPattern;

    /// <summary>Width of stroked lines in units of user space.</summary>
    public double LineWidth;

    /// <summary>True where what is filled lets what lies below shine through.</summary>
    public readonly bool IsFillTransparent => FillAlpha < 0.99f || IsBlended || IsMasked;

    /// <summary>The same for lines.</summary>
    public readonly bool IsStrokeTransparent => StrokeAlpha < 0.99f || IsBlended || IsMasked;

    public static GraphicsState Initial(in Matrix ctm, BlockBox page) =>
        new()
        {
            Ctm = ctm,
            HorizontalScale = 1,
            LineWidth = 1,
            FillAlpha = 1,
            StrokeAlpha = 1,
            Clip = page,
        };
}
