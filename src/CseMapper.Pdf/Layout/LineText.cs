using System.Text;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout;

/// <summary>Writes a line's pieces as words with spaces between.</summary>
internal static class LineText
{
    public static void Append(StringBuilder text, in TextLine line, LineSet lines, PageText page)
    {
        bool isFirst = true;
        TextPiece last = default;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            if (!isFirst && HasSpaceBetween(last, piece)) text.Append(' ');
            text.Append(page.TextOf(piece));
            last = piece;
            isFirst = false;
        }
    }

    /// <summary>A drawn space counts unless the pen was moved back over it; a gap counts as soon as it is wider than kerning.</summary>
    public static bool HasSpaceBetween(in TextPiece left, in TextPiece right)
    {
        float size = Math.Max(left.Size, right.Size);
        float gap = right.U0 - left.U1;
        return right.Is(PieceFlags.SpaceBefore) ? gap > -0.05f * size : gap > (PieceBuilder.SpaceGap * size) + left.Tracking;
    }
}
