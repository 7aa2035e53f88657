namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>Puts /ActualText (ISO 32000-2, 14.9.4) in the place of the letters drawn.</summary>
internal static class ReplacementText
{
    /// <param name="page">The page; its last pieces are what the sequence drew.</param>
    /// <param name="first">The first piece of the sequence.</param>
    /// <param name="actual">The text to read instead; empty for none.</param>
    public static void Apply(PageText page, int first, string actual)
    {
        if (first >= page.PieceCount || SaysTheSame(page, first, actual))
            return;
        TextPiece box = page.Pieces[first];
        foreach (ref readonly TextPiece piece in page.Pieces[(first + 1)..])
        {
            bool isOnLine = piece.Direction == box.Direction && Math.Abs(piece.V - box.V) < box.Size;
            if (!isOnLine)
                continue;
            box.U0 = Math.Min(box.U0, piece.U0);
            box.U1 = Math.Max(box.U1, piece.U1);
        }

        page.CutPieces(first);
        AddWords(page, box, actual);
    }

    /// <summary>Whole paragraphs are often repeated in /ActualText; the drawn letters then keep their own
    /// places.</summary>
    private static bool SaysTheSame(PageText page, int first, string actual)
    {
        int at = 0;
        foreach (ref readonly TextPiece piece in page.Pieces[first..])
        {
            foreach (char letter in page.TextOf(piece))
            {
                while (at < actual.Length && char.IsWhiteSpace(actual[at]))
                    at++;
                if (at >= actual.Length || actual[at] != letter)
                    return false;
                at++;
            }
        }

        return actual.AsSpan(at).IsWhiteSpace();
    }

    private static void AddWords(PageText page, in TextPiece box, string actual)
    {
        float perLetter = box.Width / Math.Max(1, actual.Length);
        actual = actual[..Math.Clamp(PageText.MostLetters - page.TextLength, 0, actual.Length)];
        int at = 0;
        bool isFirst = true;
        while (at < actual.Length)
        {
            if (char.IsWhiteSpace(actual[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < actual.Length && !char.IsWhiteSpace(actual[end]))
                end++;
            ref TextPiece piece = ref page.AddPiece();
            piece = box;
            piece.TextStart = page.TextLength;
            piece.TextLength = end - at;
            piece.U0 = box.U0 + (perLetter * at);
            piece.U1 = piece.Pen = box.U0 + (perLetter * end);
            piece.Flags |= PieceFlags.Replaced;
            if (!isFirst)
                piece.Flags |= PieceFlags.SpaceBefore;
            page.Append(actual.AsSpan(at, end - at));
            at = end;
            isFirst = false;
        }
    }
}
