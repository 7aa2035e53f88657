using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Writes a line's pieces as words with spaces between.</summary>
internal static class LineText
{
    /// <summary>Stands around what is struck out.</summary>
    public const string StruckOut = "~~";

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Appends the line's text to a buffer that grows.</summary>
    public static void Append(TextBuffer text, in TextLine line, LineSet lines, PageText page) =>
        Append(text, line, lines, page, LetterSpacing.WordGap(line, lines, page));

    /// <summary>The same with the gap known that parts the words of a spaced-out line, 0 for any other.</summary>
    public static void Append(TextBuffer text, in TextLine line, LineSet lines, PageText page, float wordGap)
    {
        int start = text.Length;
        bool isFirst = true,
            isStruck = false;
        TextPiece last = default;
        foreach (ref TextPiece piece in lines.PiecesOf(line, page))
        {
            bool isParted = wordGap > 0 ? piece.U0 - last.U1 > wordGap : HasSpaceBetween(last, piece);
            if (isStruck && (piece.StruckTo == 0 || piece.StruckFrom > 0))
                Mark(text, ref isStruck);
            if (!isFirst && isParted)
                text.Append(' ');
            Append(text, piece, page, ref isStruck);
            last = piece;
            isFirst = false;
        }

        if (isStruck)
            Mark(text, ref isStruck);
        if (VisualOrder.HasRightToLeft(text.Span[start..]))
            VisualOrder.ToLogical(text.From(start));
    }

    private static void Mark(TextBuffer text, ref bool isStruck)
    {
        isStruck = !isStruck;
        text.Append(StruckOut);
    }

    private static void Append(TextBuffer text, in TextPiece piece, PageText page, ref bool isStruck)
    {
        ReadOnlySpan<char> letters = page.TextOf(piece);
        bool isRaised = piece.Is(PieceFlags.Raised);
        if (piece.StruckTo == 0)
        {
            Append(text, letters, isRaised);
            return;
        }

        Append(text, letters[..piece.StruckFrom], isRaised);
        if (!isStruck)
            Mark(text, ref isStruck);
        Append(text, letters[piece.StruckFrom..piece.StruckTo], isRaised);
        if (piece.StruckTo == letters.Length)
            return;
        Mark(text, ref isStruck);
        Append(text, letters[piece.StruckTo..], isRaised);
    }

    /// <summary>A drawn space counts unless the pen was moved back over it (browsers draw soft hyphens that are not
    /// needed so); a gap counts as soon as it is wider than kerning.</summary>
    public static bool HasSpaceBetween(in TextPiece left, in TextPiece right)
    {
        float size = Math.Max(left.Size, right.Size);
        float gap = right.U0 - left.U1;
        bool isTakenBack = left.Pen - right.U0 > 0.1f * size && gap < 0.05f * size;
        if (isTakenBack)
            return false;
        return right.Is(PieceFlags.SpaceBefore)
            ? gap > -0.05f * size
            : gap > (PieceBuilder.SpaceGap * size) + left.Tracking;
    }

    /// <summary>Raised digits are written as superscripts: "policy¹" is the word "policy", "policy1" is none.</summary>
    private static void Append(TextBuffer text, ReadOnlySpan<char> letters, bool isRaised)
    {
        if (!isRaised || letters.ContainsAnyExceptInRange('0', '9'))
        {
            text.Append(letters);
            return;
        }

        foreach (char digit in letters)
            text.Append(Superscripts[digit - '0']);
    }
}
