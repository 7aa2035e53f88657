using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text;

/// <summary>What a drawn line or rectangle may mean to a table.</summary>
internal enum RuleKind : byte
{
    /// <summary>A horizontal line: stroked, or a filled rectangle as thin as a line.</summary>
    Horizontal,

    /// <summary>A vertical line.</summary>
    Vertical,

    /// <summary>A filled rectangle: the shading of a cell, row or box.</summary>
    Fill,
}

/// <summary>A line or filled rectangle on the page as shown, in points.</summary>
internal readonly record struct PageRule(RuleKind Kind, float Left, float Top, float Right, float Bottom);

/// <summary>A picture's place on the page as shown.</summary>
/// <param name="Box">Where it stands.</param>
/// <param name="Stream">Its image XObject, or null for an inline image.</param>
internal readonly record struct PageImage(PdfBox Box, PdfStream? Stream);
