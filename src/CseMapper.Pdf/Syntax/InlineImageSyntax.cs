namespace CseMapper.Pdf.Syntax;

/// <summary>
/// Finds where the data of an inline image ends (ISO 32000-2, 8.9.7). The data may hold any byte, the letters EI among
/// them, so a place counts only where content goes on behind it.
/// </summary>
internal static class InlineImageSyntax
{
    /// <summary>How much behind a possible end is looked at.</summary>
    private const int LookAhead = 100;

    /// <param name="content">The content stream.</param>
    /// <param name="start">The first byte of the data.</param>
    /// <param name="isUnparted">True once no end marker further on has white space before it, which is then not looked
    /// for again.</param>
    /// <param name="after">The first byte after the end marker.</param>
    /// <returns>The first byte after the data, or -1 where no end is to be found.</returns>
    public static int FindEnd(ReadOnlySpan<byte> content, int start, ref bool isUnparted, out int after)
    {
        after = -1;
        int end = isUnparted ? -1 : FindEnd(content, start, needsSpaceBefore: true, out after);
        isUnparted = end < 0;
        return end >= 0 ? end : FindEnd(content, start, needsSpaceBefore: false, out after);
    }

    private static int FindEnd(ReadOnlySpan<byte> content, int start, bool needsSpaceBefore, out int after)
    {
        for (int p = start; ; p++)
        {
            int found = content[p..].IndexOf("EI"u8);
            after = -1;
            if (found < 0)
                return -1;
            p += found;
            after = p + 2;
            bool hasSpaceBefore = p == start || PdfCharacters.IsSpace(content[p - 1]);
            if (needsSpaceBefore && !hasSpaceBefore)
                continue;
            if (after < content.Length && PdfCharacters.IsRegular(content[after]))
                continue;
            if (LooksLikeContent(content, after))
                return hasSpaceBefore && p > start ? p - 1 : p;
        }
    }

    /// <summary>Whether operands and a known operator follow: chance bytes of an image hardly ever do that.</summary>
    private static bool LooksLikeContent(ReadOnlySpan<byte> content, int position)
    {
        ReadOnlySpan<byte> window = content.Slice(position, Math.Min(LookAhead, content.Length - position));
        Lexer lexer = new(window);
        while (true)
        {
            TokenKind kind = lexer.Next();
            if (kind == TokenKind.End)
                return true;
            if (kind == TokenKind.Keyword)
            {
                return lexer.Position >= window.Length || ContentOperators.Find(lexer.Raw) != ContentOperator.Unknown;
            }
        }
    }
}
