using System.Collections.Frozen;
using System.Globalization;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// The encodings of ISO 32000-2, annex D, with the lists of names that font programs share: each an array of glyph
/// names, null where a code has none. The arrays are shared: whoever changes one copies it first.
/// </summary>
internal static class SimpleEncoding
{
    private static readonly Lazy<FrozenDictionary<string, string?[]>> _tables = new(Read);

    public static string?[] Standard => _tables.Value["Standard"];

    public static string?[] WinAnsi => _tables.Value["WinAnsi"];

    /// <summary>With the mathematical letters that TrueType's Mac OS encoding adds (9.6.5.4).</summary>
    public static string?[] MacRoman => _tables.Value["MacRoman"];

    public static string?[] Symbol => _tables.Value["Symbol"];

    public static string?[] ZapfDingbats => _tables.Value["ZapfDingbats"];

    /// <summary>The predefined Expert encoding of Compact Font Format (Adobe TN 5176, appendix B).</summary>
    public static string?[] CffExpert => _tables.Value["CffExpert"];

    /// <summary>The 391 standard strings (Adobe TN 5176, appendix A).</summary>
    public static string?[] CffStrings => _tables.Value["CffStrings"];

    public static string?[] CffExpertCharset => _tables.Value["CffExpertCharset"];

    public static string?[] CffExpertSubsetCharset => _tables.Value["CffExpertSubsetCharset"];

    /// <summary>The 258 glyphs of the Macintosh order, which format 1 and 2 of a post table count on.</summary>
    public static string?[] MacGlyphs => _tables.Value["MacGlyphs"];

    /// <param name="name">The name a font dictionary uses, "WinAnsiEncoding".</param>
    /// <returns>The names by code, null where the name is no encoding's.</returns>
    public static string?[]? Named(string? name) =>
        name switch
        {
            "WinAnsiEncoding" => WinAnsi,
            "MacRomanEncoding" => MacRoman,
            "StandardEncoding" => Standard,
            "MacExpertEncoding" => _tables.Value["MacExpert"],
            // No names of the specification, but written by some programs.
            "SymbolEncoding" or "SymbolSetEncoding" => Symbol,
            "ZapfDingbatsEncoding" => ZapfDingbats,
            "PDFDocEncoding" => WinAnsi,
            _ => null,
        };

    private static FrozenDictionary<string, string?[]> Read()
    {
        Dictionary<string, string?[]> tables = new(StringComparer.Ordinal);
        Dictionary<string, string> shared = new(StringComparer.Ordinal);
        foreach (string line in FontTables.Lines("encodings.txt"))
        {
            string[] fields = line.Split(' ');
            int start = int.Parse(fields[1], CultureInfo.InvariantCulture);
            string?[] table = tables.GetValueOrDefault(fields[0]) ?? new string?[256];
            if (start + fields.Length - 2 > table.Length)
                Array.Resize(ref table, start + fields.Length - 2);
            for (int i = 2; i < fields.Length; i++)
            {
                shared.TryAdd(fields[i], fields[i]);
                table[start + i - 2] = shared[fields[i]];
            }

            tables[fields[0]] = table;
        }

        return tables.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
