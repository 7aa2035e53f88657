namespace CseMapper.Pdf.Syntax;

/// <summary>The rest of an indirect reference after its object number: "0 R" (ISO 32000-2, 7.3.10).</summary>
internal static class ReferenceSyntax
{
    /// <summary>The generation number has five digits at most (7.5.4).</summary>
    private const int MostDigits = 5;

    public static bool TryRead(ReadOnlySpan<byte> data, int position, out int generation, out int end)
    {
        generation = 0;
        end = position;
        int p = PdfCharacters.SkipSpace(data, position);
        int start = p;
        for (; (uint)p < (uint)data.Length && PdfCharacters.IsDigit(data[p]); p++)
        {
            if (p - start == MostDigits)
                return false;
            generation = generation * 10 + data[p] - '0';
        }

        if (p == start || p == position)
            return false;
        int afterDigits = p;
        p = PdfCharacters.SkipSpace(data, p);
        if (p == afterDigits || p >= data.Length || data[p] != 'R')
            return false;
        if (p + 1 < data.Length && PdfCharacters.IsRegular(data[p + 1]))
            return false;
        end = p + 1;
        return true;
    }
}
