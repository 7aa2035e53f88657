using System.Globalization;
using System.Text.RegularExpressions;

namespace CseMapper.Documents.Sheets;

/// <summary>Characters that XML cannot hold, as workbooks write them: "_x000D_" (ECMA-376 part 1, 22.9.2.19).</summary>
internal static partial class SheetEscapes
{
    /// <summary>The text with its characters; line ends become '\n', other control characters blanks.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        string plain = Escape()
            .Replace(
                text,
                match =>
                    (
                        (char)
                            ushort.Parse(
                                match.Groups[1].ValueSpan,
                                NumberStyles.HexNumber,
                                CultureInfo.InvariantCulture
                            )
                    ) switch
                    {
                        '\r' => "\r",
                        '\n' => "\n",
                        '\t' => "\t",
                        < ' ' => " ",
                        char other => other.ToString(),
                    }
            );
        return plain.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
