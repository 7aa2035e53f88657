namespace CseMapper.Pdf.Syntax;

/// <summary>
/// The operators of content streams (ISO 32000-2, Annex A). The value is the operator's letters, the first in the
/// lowest byte, so that reading one needs no table.
/// </summary>
internal enum ContentOperator
{
    /// <summary>No operator of the standard; its operands are dropped.</summary>
    Unknown = 0,

    SaveState = 'q',
    RestoreState = 'Q',
    ConcatenateMatrix = 'c' | 'm' << 8,
    LineWidth = 'w',
    LineCap = 'J',
    LineJoin = 'j',
    MiterLimit = 'M',
    DashPattern = 'd',
    RenderingIntent = 'r' | 'i' << 8,
    Flatness = 'i',
    GraphicsState = 'g' | 's' << 8,

    MoveTo = 'm',
    LineTo = 'l',
    CurveTo = 'c',
    CurveToFromCurrent = 'v',
    CurveToReplicated = 'y',
    ClosePath = 'h',
    Rectangle = 'r' | 'e' << 8,

    Stroke = 'S',
    CloseAndStroke = 's',
    Fill = 'f',
    FillObsolete = 'F',
    FillEvenOdd = 'f' | '*' << 8,
    FillAndStroke = 'B',
    FillAndStrokeEvenOdd = 'B' | '*' << 8,
    CloseFillAndStroke = 'b',
    CloseFillAndStrokeEvenOdd = 'b' | '*' << 8,
    EndPath = 'n',
    Clip = 'W',
    ClipEvenOdd = 'W' | '*' << 8,

    BeginText = 'B' | 'T' << 8,
    EndText = 'E' | 'T' << 8,
    CharacterSpacing = 'T' | 'c' << 8,
    WordSpacing = 'T' | 'w' << 8,
    HorizontalScaling = 'T' | 'z' << 8,
    Leading = 'T' | 'L' << 8,
    Font = 'T' | 'f' << 8,
    RenderingMode = 'T' | 'r' << 8,
    Rise = 'T' | 's' << 8,
    MoveText = 'T' | 'd' << 8,
    MoveTextSetLeading = 'T' | 'D' << 8,
    TextMatrix = 'T' | 'm' << 8,
    NextLine = 'T' | '*' << 8,
    ShowText = 'T' | 'j' << 8,
    ShowTextAdjusted = 'T' | 'J' << 8,
    NextLineShowText = '\'',
    NextLineShowTextSpaced = '"',

    GlyphWidth = 'd' | '0' << 8,
    GlyphWidthAndBox = 'd' | '1' << 8,

    StrokeColorSpace = 'C' | 'S' << 8,
    FillColorSpace = 'c' | 's' << 8,
    StrokeColor = 'S' | 'C' << 8,
    StrokeColorExtended = 'S' | 'C' << 8 | 'N' << 16,
    FillColor = 's' | 'c' << 8,
    FillColorExtended = 's' | 'c' << 8 | 'n' << 16,
    StrokeGray = 'G',
    FillGray = 'g',
    StrokeRgb = 'R' | 'G' << 8,
    FillRgb = 'r' | 'g' << 8,
    StrokeCmyk = 'K',
    FillCmyk = 'k',
    Shading = 's' | 'h' << 8,

    /// <summary>
    /// A whole inline image, BI to EI: operand 0 is its dictionary, <see cref="ContentScanner.InlineImageData"/> its
    /// data.
    /// </summary>
    InlineImage = 'B' | 'I' << 8,

    /// <summary>Only seen in damaged content: the data of an inline image without its beginning.</summary>
    InlineImageData = 'I' | 'D' << 8,

    /// <summary>Only seen in damaged content: the end of an inline image without its beginning.</summary>
    EndInlineImage = 'E' | 'I' << 8,

    XObject = 'D' | 'o' << 8,

    MarkPoint = 'M' | 'P' << 8,
    MarkPointWithProperties = 'D' | 'P' << 8,
    BeginMarkedContent = 'B' | 'M' << 8 | 'C' << 16,
    BeginMarkedContentWithProperties = 'B' | 'D' << 8 | 'C' << 16,
    EndMarkedContent = 'E' | 'M' << 8 | 'C' << 16,
    BeginCompatibility = 'B' | 'X' << 8,
    EndCompatibility = 'E' | 'X' << 8,
}
