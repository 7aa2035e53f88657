using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Recognises spaced-out words ("C O N T E N T S"), whose letters stand apart as words do elsewhere.</summary>
internal static class LetterSpacing
{
    private const int FewestLetters = 6;

    /// <summary>Fewer letters are a word where all are capitals and stand evenly.</summary>
    private const int FewestCapitals = 3;

    /// <summary>Gaps within a short word differ by at most this factor.</summary>
    private const float EvenGaps = 1.35f;

    /// <summary>At least the smallest quarter of the gaps is between letters.</summary>
    private const int SmallPart = 4;

    /// <summary>Share of a line's pieces that are single letters.</summary>
    private const float SingleShare = 0.8f;

    /// <summary>Letters further apart than this many sizes are not of one word.</summary>
    private const float WidestGap = 0.8f;

    /// <summary>Gaps between words are wider than gaps between letters by this factor.</summary>
    private const float WordFactor = 1.6f;

    /// <returns>The gap that parts words on a spaced-out line, 0 on any other.</returns>
    public static float WordGap(in TextLine line, LineSet lines, PageText page)
    {
        if (line.PieceCount < FewestCapitals)
            return 0;
        int single = 0,
            capitals = 0,
            others = 0;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            if (piece.TextLength != 1 || !char.IsLetter(page.TextOf(piece)[0]))
            {
                if (++others > (1 - SingleShare) * line.PieceCount)
                    return 0;
                continue;
            }

            single++;
            if (char.IsUpper(page.TextOf(piece)[0]))
                capitals++;
        }

        bool isShort = line.PieceCount < FewestLetters;
        if (single < SingleShare * line.PieceCount || (isShort && capitals < line.PieceCount))
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
        // Between letters the gaps are the smallest: of short words a line has more gaps between words than within.
        float letterGap = gaps[gaps.Length / SmallPart];
        if (letterGap > WidestGap * line.Size || (isShort && !AreEven(gaps)))
            return 0;
        return Math.Max(letterGap * WordFactor, 0.1f * line.Size);
    }

    /// <summary>Gaps within words are alike, those between words plainly wider.</summary>
    private static bool AreEven(ReadOnlySpan<float> gaps)
    {
        float smallest = Math.Max(gaps[0], 0);
        foreach (float gap in gaps)
        {
            if (gap > EvenGaps * smallest && gap < WordFactor * smallest)
                return false;
        }

        return smallest > 0;
    }

    /// <returns>The gap that parts words where all words of a row are pairs of capitals set apart, 0
    /// elsewhere.</returns>
    /// <param name="row">The parts of the row.</param>
    /// <param name="lines">The page's lines.</param>
    /// <param name="page">The page.</param>
    public static float PairGap(List<int> row, LineSet lines, PageText page)
    {
        int pairs = 0;
        float widest = 0;
        foreach (int i in row)
        {
            float end = float.NaN;
            foreach (ref TextPiece piece in lines.PiecesOf(lines.Lines[i], page))
            {
                if (lines.Lines[i].PieceCount > 2 || piece.TextLength != 1 || !char.IsUpper(page.TextOf(piece)[0]))
                    return 0;
                if (!float.IsNaN(end))
                {
                    widest = Math.Max(widest, piece.U0 - end);
                    pairs++;
                }

                end = piece.U1;
            }
        }

        return pairs > 1 ? widest * WordFactor : 0;
    }

    /// <summary>True for a word of two letters beside spaced-out words.</summary>
    /// <param name="line">A part of their row.</param>
    /// <param name="lines">The page's lines.</param>
    /// <param name="page">The page.</param>
    /// <param name="wordGap">The gap that parts their words.</param>
    public static bool IsPart(in TextLine line, LineSet lines, PageText page, float wordGap)
    {
        if (line.PieceCount != 2)
            return false;
        float end = float.NaN;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            if (piece.TextLength != 1 || !char.IsLetter(page.TextOf(piece)[0]) || piece.U0 - end > wordGap)
                return false;
            end = piece.U1;
        }

        return true;
    }
}
