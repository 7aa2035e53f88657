namespace CseMapper.Pdf.Syntax;

/// <summary>Which letters are an operator, and how many operands each takes.</summary>
internal static class ContentOperators
{
    /// <summary>The operator takes as many operands as stand before it.</summary>
    public const int AnyCount = -1;

    /// <summary>Whether one or two letters are an operator: seven bits for each letter.</summary>
    private static readonly bool[] _short = MakeShort();

    public static ContentOperator Find(ReadOnlySpan<byte> word)
    {
        switch (word.Length)
        {
            case 1 when word[0] < 128 && _short[word[0]]:
                return (ContentOperator)word[0];
            case 2 when (word[0] | word[1]) < 128 && _short[word[0] | word[1] << 7]:
                return (ContentOperator)(word[0] | word[1] << 8);
            case 3:
                ContentOperator op = (ContentOperator)(word[0] | word[1] << 8 | word[2] << 16);
                return
                    op
                        is ContentOperator.BeginMarkedContent
                            or ContentOperator.BeginMarkedContentWithProperties
                            or ContentOperator.EndMarkedContent
                            or ContentOperator.StrokeColorExtended
                            or ContentOperator.FillColorExtended
                    ? op
                    : ContentOperator.Unknown;
            default:
                return ContentOperator.Unknown;
        }
    }

    private static bool[] MakeShort()
    {
        bool[] known = new bool[1 << 14];
        foreach (ContentOperator op in Enum.GetValues<ContentOperator>())
        {
            if (op != ContentOperator.Unknown && (int)op < 1 << 16)
                known[((int)op & 0xFF) | ((int)op >> 8) << 7] = true;
        }

        return known;
    }

    /// <summary>Operators that a damaged writer has run together ("Qq", "ETQ"): finds the longest that the word begins
    /// with.</summary>
    /// <param name="word">A word that is no operator itself.</param>
    /// <param name="length">How many letters the operator has.</param>
    public static ContentOperator FindPrefix(ReadOnlySpan<byte> word, out int length)
    {
        for (length = Math.Min(3, word.Length); length > 0; length--)
        {
            ContentOperator found = Find(word[..length]);
            if (found != ContentOperator.Unknown)
                return found;
        }

        return ContentOperator.Unknown;
    }

    /// <returns>The number of operands (ISO 32000-2, Annex A), or <see cref="AnyCount"/>.</returns>
    public static int OperandCount(ContentOperator op) =>
        op switch
        {
            ContentOperator.ConcatenateMatrix
            or ContentOperator.TextMatrix
            or ContentOperator.CurveTo
            or ContentOperator.GlyphWidthAndBox => 6,
            ContentOperator.Rectangle
            or ContentOperator.CurveToFromCurrent
            or ContentOperator.CurveToReplicated
            or ContentOperator.StrokeCmyk
            or ContentOperator.FillCmyk => 4,
            ContentOperator.StrokeRgb or ContentOperator.FillRgb or ContentOperator.NextLineShowTextSpaced => 3,
            ContentOperator.MoveTo
            or ContentOperator.LineTo
            or ContentOperator.MoveText
            or ContentOperator.MoveTextSetLeading
            or ContentOperator.Font
            or ContentOperator.DashPattern
            or ContentOperator.GlyphWidth
            or ContentOperator.MarkPointWithProperties
            or ContentOperator.BeginMarkedContentWithProperties => 2,
            ContentOperator.ShowText
            or ContentOperator.ShowTextAdjusted
            or ContentOperator.NextLineShowText
            or ContentOperator.CharacterSpacing
            or ContentOperator.WordSpacing
            or ContentOperator.HorizontalScaling
            or ContentOperator.Leading
            or ContentOperator.RenderingMode
            or ContentOperator.Rise
            or ContentOperator.XObject
            or ContentOperator.GraphicsState
            or ContentOperator.StrokeGray
            or ContentOperator.FillGray
            or ContentOperator.LineWidth
            or ContentOperator.BeginMarkedContent
            or ContentOperator.MarkPoint
            or ContentOperator.Shading => 1,
            _ => AnyCount,
        };
}
