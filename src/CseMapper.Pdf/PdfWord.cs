using CseMapper.Documents;

namespace CseMapper.Pdf;

/// <summary>A word with its place.</summary>
/// <param name="Text">Its letters and what punctuation adjoins them.</param>
/// <param name="Box">Its place on the page.</param>
/// <param name="FontSize">Height of the type's em in points, as shown.</param>
public sealed record PdfWord(string Text, BlockBox Box, float FontSize)
{
    /// <summary>The font's name without a subset prefix, or empty.</summary>
    public string FontName { get; init; } = "";

    /// <summary>True for bold type.</summary>
    public bool IsBold { get; init; }

    /// <summary>True for italic type.</summary>
    public bool IsItalic { get; init; }

    /// <summary>True for text that a viewer does not show: the text layer of a scan.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>True for white text, which is invisible unless it stands on a darker ground.</summary>
    public bool IsWhite { get; init; }

    /// <summary>True for text outside the area that is shown.</summary>
    public bool IsClipped { get; init; }
}

/// <summary>Words side by side on one baseline.</summary>
/// <param name="Box">The line's place on the page.</param>
/// <param name="Words">Its words from left to right.</param>
public sealed record PdfLine(BlockBox Box, IReadOnlyList<PdfWord> Words)
{
    /// <summary>The words with spaces between.</summary>
    public override string ToString() => string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>A page's text with places.</summary>
/// <param name="Number">The page, counted from 1.</param>
/// <param name="Width">Width of the page as shown, in points.</param>
/// <param name="Height">Height of the page as shown, in points.</param>
/// <param name="Lines">Its lines in reading order.</param>
public sealed record PdfPage(int Number, float Width, float Height, IReadOnlyList<PdfLine> Lines);
