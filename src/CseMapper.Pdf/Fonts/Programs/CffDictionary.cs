namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>The entries of a DICT of a Compact Font Format font (TN 5176, 4).</summary>
internal static class CffDictionary
{
    /// <param name="data">The DICT's bytes.</param>
    /// <returns>The last operand of each operator; two-byte operators as 0x0C00 plus the second byte.</returns>
    public static Dictionary<int, double> Read(ReadOnlySpan<byte> data)
    {
        Dictionary<int, double> entries = [];
        double operand = 0;
        for (int at = 0; at < data.Length; )
        {
            int first = data[at++];
            if (first <= 21)
            {
                int key = first == 12 && at < data.Length ? 0x0C00 | data[at++] : first;
                entries.TryAdd(key, operand);
                operand = 0;
            }
            else
            {
                operand = Operand(data, first, ref at);
            }
        }

        return entries;
    }

    private static double Operand(ReadOnlySpan<byte> data, int first, ref int at)
    {
        int second = at < data.Length ? data[at] : 0;
        switch (first)
        {
            case >= 32 and <= 246:
                return first - 139;
            case >= 247 and <= 250:
                at++;
                return ((first - 247) * 256) + second + 108;
            case >= 251 and <= 254:
                at++;
                return (-(first - 251) * 256) - second - 108;
            case 28 or 29:
                int length = first == 28 ? 2 : 4;
                int value = 0;
                for (int i = 0; i < length && at < data.Length; i++)
                    value = (value << 8) | data[at++];
                return first == 28 ? (short)value : value;
            case 30:
                // Reals stand only where no letter depends on them: skipped to their end nibble.
                while (at < data.Length && (data[at] & 0x0F) != 0x0F && data[at] >> 4 != 0x0F)
                    at++;
                at++;
                return 0;
            default:
                return 0;
        }
    }
}
