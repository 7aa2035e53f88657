using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Recognises spaced-out words ("C O N T E N T S"), whose letters stand apart as words do elsewhere.</summary>
internal static class LetterSpacing
{
    private const int FewestLetters = 6;

    /// <summary>Share of a line's pieces that are single letters.</summary>
    private const float SingleShare = 0.8f;

    /// <summary>Letters further apart than this many sizes are not of one word.</summary>
    private const float WidestGap = 0.8f;

    /// <summary>Gaps between words are wider than gaps between letters by this factor.</summary>
    private const float WordFactor = 1.6f;

    /// <returns>The gap that parts words on a spaced-out line, 0 on any other.</returns>
    public static float WordGap(in TextLine line, LineSet lines, PageText page)
    {
        if (line.PieceCount < FewestLetters)
            return 0;
        int single = 0;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            if (piece.TextLength == 1 && char.IsLetter(page.TextOf(piece)[0]))
                single++;
        }

        if (single < SingleShare * line.PieceCount)
            return 0;
        float[] gaps = new float[line.PieceCount - 1];
        int count = 0;
        float end = float.NaN;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            if (!float.IsNaN(end))
                gaps[count++] = piece.U0 - end;
            end = piece.U1;
        }

        Array.Sort(gaps);
        float median = gaps[gaps.Length / 2];
        return median > WidestGap * line.Size ? 0 : Math.Max(median * WordFactor, 0.1f * line.Size);
    }
}
