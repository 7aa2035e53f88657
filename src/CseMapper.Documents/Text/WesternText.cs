using System.Text;

namespace CseMapper.Documents.Text;

/// <summary>Tells the two encodings of one byte a letter apart in which Western programs write: Windows-1252, and Mac
/// Roman, in which Excel for the Mac writes csv.</summary>
internal static class WesternText
{
    private const int Windows = 1252;
    private const int MacRoman = 10000;
    private const int LongestLook = 1 << 20;

    /// <summary>The encoding that makes better words of a text that is not UTF-8.</summary>
    /// <param name="stream">The text; read from its start.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Encoding EncodingOf(Stream stream, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        stream.Position = 0;
        byte[] bytes = new byte[(int)Math.Min(LongestLook, stream.Length)];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Encoding windows = CodePagesEncodingProvider.Instance.GetEncoding(Windows)!;
        Encoding mac = CodePagesEncodingProvider.Instance.GetEncoding(MacRoman)!;
        return Oddities(mac.GetString(bytes, 0, length)) < Oddities(windows.GetString(bytes, 0, length))
            ? mac
            : windows;
    }

    /// <summary>How often a letter or sign stands where nobody writes it: a capital in a word of small letters, a sign of
    /// no use to prose.</summary>
    private static int Oddities(string text)
    {
        int odd = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < '\u0080')
                continue;
            bool afterSmall = i > 0 && char.IsLower(text[i - 1]);
            bool beforeSmall = i + 1 < text.Length && char.IsLower(text[i + 1]);
            if (char.IsControl(c) || IsStranger(c))
                odd += 2;
            else if (char.IsUpper(c) && afterSmall)
                odd += 2;
            else if (char.IsLetter(c) && !afterSmall && !beforeSmall && !IsBesideCapital(text, i))
                odd++;
            else if (IsSign(c) && afterSmall && beforeSmall)
                odd += 2;
        }

        return odd;
    }

    private static bool IsBesideCapital(string text, int i) =>
        (i > 0 && char.IsUpper(text[i - 1])) || (i + 1 < text.Length && char.IsUpper(text[i + 1]));

    /// <summary>Signs that texts of an office do not hold.</summary>
    private static bool IsStranger(char c) =>
        c
            is 'ƒ'
                or 'ˆ'
                or '˜'
                or '¸'
                or '¨'
                or '¯'
                or '¦'
                or '¤'
                or '¬'
                or '\uF8FF'
                or '∆'
                or '◊'
                or '≈'
                or '∫'
                or '∑'
                or '∏'
                or '∂'
                or 'Ω'
                or '√'
                or '∞'
                or 'ˇ'
                or '˘'
                or '˙'
                or '˚'
                or '˝'
                or '˛'
                or 'ı'
                or 'Œ'
                or 'ﬁ'
                or 'ﬂ'
                or '⁄'
                or '‡'
                or '≠';

    /// <summary>Signs that stand in no word.</summary>
    private static bool IsSign(char c) => !char.IsLetter(c) && c is not ('’' or '‘' or '·' or '­' or '–' or '—' or '‑');
}
