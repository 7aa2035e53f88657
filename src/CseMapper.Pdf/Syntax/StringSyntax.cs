namespace CseMapper.Pdf.Syntax;

/// <summary>Resolves the escapes of strings and names (ISO 32000-2, 7.3.4 and 7.3.5).</summary>
internal static class StringSyntax
{
    /// <param name="raw">What stands between the parentheses.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int n = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            byte c = raw[i];
            if (c != '\\')
            {
                destination[n++] = c;
                continue;
            }

            if (++i >= raw.Length)
                break;
            c = raw[i];
            if (c is >= (byte)'0' and <= (byte)'7')
            {
                destination[n++] = Octal(raw, ref i);
            }
            else if (c is (byte)'\r' or (byte)'\n')
            {
                // A line broken for the writer's convenience is no part of the string.
                if (c == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n')
                    i++;
            }
            else
            {
                destination[n++] = c switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    _ => c,
                };
            }
        }

        return n;
    }

    /// <param name="raw">What stands between the angle brackets; anything but hexadecimal digits is passed
    /// over.</param>
    /// <param name="destination">At least half as long as <paramref name="raw"/>, rounded up.</param>
    /// <returns>The number of bytes written; a missing last digit counts as 0.</returns>
    public static int FromHex(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int n = 0;
        int high = -1;
        foreach (byte c in raw)
        {
            int digit = PdfCharacters.HexValue(c);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
                continue;
            }

            destination[n++] = (byte)(high << 4 | digit);
            high = -1;
        }

        if (high >= 0)
            destination[n++] = (byte)(high << 4);
        return n;
    }

    /// <param name="raw">A name without its slash; a # that no two hexadecimal digits follow stands for itself.</param>
    /// <param name="destination">At least as long as <paramref name="raw"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int UnescapeName(ReadOnlySpan<byte> raw, Span<byte> destination)
    {
        int n = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (
                raw[i] == '#'
                && i + 2 < raw.Length
                && PdfCharacters.HexValue(raw[i + 1]) is >= 0 and int high
                && PdfCharacters.HexValue(raw[i + 2]) is >= 0 and int low
            )
            {
                destination[n++] = (byte)(high << 4 | low);
                i += 2;
            }
            else
            {
                destination[n++] = raw[i];
            }
        }

        return n;
    }

    private static byte Octal(ReadOnlySpan<byte> raw, ref int i)
    {
        int value = raw[i] - '0';
        for (int digits = 1; digits < 3 && i + 1 < raw.Length && raw[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
        {
            value = value * 8 + raw[++i] - '0';
        }

        return (byte)value;
    }
}
