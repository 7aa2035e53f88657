using System.Text;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>How the codes of a predefined CMap are to be read as text.</summary>
internal enum PredefinedCodes
{
    /// <summary>Two bytes, each code a CID; the text is found elsewhere.</summary>
    Identity,

    /// <summary>The code is the letter in UTF-16 (UCS-2 is read the same way).</summary>
    Utf16,

    /// <summary>The code is the letter in UTF-8.</summary>
    Utf8,

    /// <summary>The code is the letter in UTF-32.</summary>
    Utf32,

    /// <summary>The code is the letter in an East Asian character set of one and two bytes.</summary>
    CodePage,
}

/// <summary>
/// A predefined CMap (ISO 32000-2, 9.7.5.2) by the encoding its codes are in, which makes every table needless: the
/// UCS-2 and UTF ones hold Unicode, the older ones a character set that the framework knows.
/// </summary>
/// <param name="Codes">What the codes are.</param>
/// <param name="IsVertical">True for the "-V" ones.</param>
/// <param name="Set">The character set for <see cref="PredefinedCodes.CodePage"/>.</param>
internal sealed record PredefinedCMap(PredefinedCodes Codes, bool IsVertical, Encoding? Set)
{
    /// <returns>The map of a name, null where it is none of them.</returns>
    public static PredefinedCMap? Named(string name)
    {
        bool vertical = name.EndsWith("-V", StringComparison.Ordinal) || name == "V";
        if (name is "Identity-H" or "Identity-V" or "Identity")
            return new PredefinedCMap(PredefinedCodes.Identity, vertical, null);
        if (name.StartsWith("Uni", StringComparison.Ordinal))
        {
            if (name.Contains("UTF8", StringComparison.Ordinal))
                return new PredefinedCMap(PredefinedCodes.Utf8, vertical, null);
            if (name.Contains("UTF32", StringComparison.Ordinal))
                return new PredefinedCMap(PredefinedCodes.Utf32, vertical, null);
            return name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal)
                ? new PredefinedCMap(PredefinedCodes.Utf16, vertical, null)
                : null;
        }

        int page = CodePageOf(name);
        return page == 0
            ? null
            : new PredefinedCMap(
                PredefinedCodes.CodePage,
                vertical,
                CodePagesEncodingProvider.Instance.GetEncoding(page)
            );
    }

    /// <returns>How many bytes the next code takes, at least 1 and at most as many as there are.</returns>
    public int NextCode(ReadOnlySpan<byte> bytes, out uint code)
    {
        int length = Math.Min(
            bytes.Length,
            Codes switch
            {
                PredefinedCodes.Identity => 2,
                PredefinedCodes.Utf16 => (bytes[0] & 0xFC) == 0xD8 ? 4 : 2,
                PredefinedCodes.Utf8 => bytes[0] < 0x80 ? 1
                : bytes[0] < 0xE0 ? 2
                : bytes[0] < 0xF0 ? 3
                : 4,
                PredefinedCodes.Utf32 => 4,
                _ => Set!.IsSingleByte || IsSingle(bytes[0]) ? 1 : 2,
            }
        );
        code = 0;
        for (int i = 0; i < length; i++)
            code = (code << 8) | bytes[i];
        return length;
    }

    /// <returns>The code's text, null where the code is not valid or the map tells no text.</returns>
    public string? Text(ReadOnlySpan<byte> code) =>
        Codes switch
        {
            PredefinedCodes.Identity => null,
            PredefinedCodes.Utf16 => Encoding.BigEndianUnicode.GetString(code),
            PredefinedCodes.Utf8 => Encoding.UTF8.GetString(code),
            PredefinedCodes.Utf32 => code.Length == 4
            && Rune.TryCreate((code[0] << 24) | (code[1] << 16) | (code[2] << 8) | code[3], out Rune rune)
                ? rune.ToString()
                : null,
            _ => Set!.GetString(code),
        };

    /// <summary>Shift-JIS has single bytes for half-width katakana; the other sets have them only below 0x81.</summary>
    private bool IsSingle(byte first) =>
        first <= 0x80 || (Set!.CodePage == 932 && first is >= 0xA0 and <= 0xDF or >= 0xFD);

    private static int CodePageOf(string name)
    {
        int end = name.LastIndexOf('-');
        string stem = end > 0 ? name[..end] : name;
        return stem switch
        {
            "90ms-RKSJ" or "90msp-RKSJ" or "90pv-RKSJ" or "83pv-RKSJ" or "Add-RKSJ" or "Ext-RKSJ" => 932,
            "EUC" => 51932,
            "GB-EUC" or "GBpc-EUC" or "GBK-EUC" or "GBKp-EUC" => 936,
            "B5pc" or "HKscs-B5" or "ETen-B5" or "ETenms-B5" => 950,
            "KSC-EUC" or "KSCpc-EUC" or "KSCms-UHC" or "KSCms-UHC-HW" => 949,
            _ => 0,
        };
    }
}
