using System.Text;

namespace CseMapper.Pdf.Objects;

/// <summary>Text strings (ISO 32000-2, 7.9.2.2): PDFDocEncoding, or UTF-16 or UTF-8 with a byte order mark.</summary>
internal static class TextString
{
    /// <summary>PDFDocEncoding (Annex D.3) where it differs from Latin-1: 0x18 to 0x1F, then 0x80 to 0xA0.</summary>
    private const string Low = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";

    private const string High =
        "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018"
        + "\u2019\u201A\u2122\uFB01\uFB02"
        + "\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    private static readonly UTF8Encoding _strictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <returns>The text, without language marks and characters that nobody can see.</returns>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        string text = bytes switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            _ => DecodePlain(bytes),
        };
        return text.AsSpan().IndexOfAny('\u001B', '\0') < 0 ? text : WithoutLanguageMarks(text);
    }

    /// <param name="value">Any object.</param>
    /// <param name="most">Characters after which the text is cut.</param>
    /// <returns>The text of a string, or null for any other kind of object.</returns>
    public static string? Decode(PdfValue value, int most)
    {
        // No encoding has more than four bytes to a character, nor a longer byte order mark.
        if (value.AsString() is not { } bytes)
            return null;
        string text = Decode(bytes.AsSpan(0, (int)Math.Min(bytes.Length, 4L * most + 4)));
        return text.Length <= most ? text : text[..most];
    }

    /// <returns>The text of a string, or null for any other kind of object.</returns>
    public static string? Decode(PdfValue value) => value.AsString() is { } bytes ? Decode(bytes) : null;

    /// <returns>The text in PDFDocEncoding, or null where it has letters that this does not know.</returns>
    public static byte[]? Encode(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            int place = High.IndexOf(c, StringComparison.Ordinal);
            if (place < 0 && c is < '\u0100' and not (>= '\u0080' and <= '\u00A0'))
                bytes[i] = (byte)c;
            else if (place >= 0)
                bytes[i] = (byte)(0x80 + place);
            else if (Low.IndexOf(c, StringComparison.Ordinal) is >= 0 and int low)
                bytes[i] = (byte)(0x18 + low);
            else
                return null;
        }

        return bytes;
    }

    /// <summary>
    /// Without a mark: PDFDocEncoding by the standard; but what is valid UTF-8 beyond ASCII is hardly ever anything
    /// else.
    /// </summary>
    private static string DecodePlain(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes))
            return FromPdfDocEncoding(bytes);
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return FromPdfDocEncoding(bytes);
        }
    }

    private static string FromPdfDocEncoding(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte b in bytes)
        {
            text.Append(
                b switch
                {
                    >= 0x18 and <= 0x1F => Low[b - 0x18],
                    >= 0x80 and <= 0xA0 => High[b - 0x80],
                    _ => (char)b,
                }
            );
        }

        return text.ToString();
    }

    /// <summary>A language code between two escape characters (7.9.2.2) is no part of the text, nor is a NUL.</summary>
    private static string WithoutLanguageMarks(string text)
    {
        StringBuilder kept = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001B' && text.IndexOf('\u001B', i + 1) is >= 0 and int end && end - i <= 8)
                i = end;
            else if (text[i] is not ('\u001B' or '\0'))
                kept.Append(text[i]);
        }

        return kept.ToString();
    }
}
