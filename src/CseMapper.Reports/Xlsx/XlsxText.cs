using System.Globalization;
using System.Text;

namespace CseMapper.Reports.Xlsx;

/// <summary>Text as a workbook's XML holds it.</summary>
internal static class XlsxText
{
    /// <summary>Most characters a cell holds ("Excel specifications and limits").</summary>
    public const int MaxLength = 32_767;

    /// <summary>
    /// Escapes what XML cannot hold as _xHHHH_ and the underscore of a text that looks like such an escape as _x005F_
    /// (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19).
    /// </summary>
    public static string Escape(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i))
                return EscapeFrom(text, i);
        }

        return text;
    }

    /// <summary>The text, cut with an ellipsis where a cell cannot hold it.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        int end = MaxLength - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string EscapeFrom(string text, int first)
    {
        StringBuilder escaped = new(text.Length + 32);
        escaped.Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            if (MustEscape(text, i))
                escaped.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            else
                escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool MustEscape(string text, int index)
    {
        char c = text[index];
        if (c == '_')
            return LooksEscaped(text.AsSpan(index));
        if (c < ' ')
            return c is not ('\n' or '\t');
        if (char.IsHighSurrogate(c))
            return index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(c))
            return index == 0 || !char.IsHighSurrogate(text[index - 1]);
        return c >= '\uFFFE';
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_' && HexDigits(text[2..6]);

    private static bool HexDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }
}
