using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// What the codes of a symbol font mean in Unicode: Wingdings, Wingdings 2 and 3 and Webdings (by the values Unicode
/// 7.0 encoded them with, plain bullets, ticks and arrows preferred where readers know those better), and Symbol.
/// </summary>
internal sealed class SymbolSet
{
    private static readonly Lazy<FrozenDictionary<string, SymbolSet>> _sets = new(Read);

    private readonly string?[] _texts = new string?[256];

    private SymbolSet(bool hidesLetters) => HidesLetters = hidesLetters;

    /// <summary>
    /// True where the font holds no letters at all, so that a letter its encoding claims ("ü" for a tick) is a symbol's
    /// code; false for Symbol, whose encoding names its glyphs.
    /// </summary>
    public bool HidesLetters { get; }

    /// <param name="fontName">The base font's name without subset prefix.</param>
    /// <returns>The font's symbols, null for a font of letters.</returns>
    public static SymbolSet? Find(string fontName)
    {
        string name = fontName.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (name.Contains("Wingdings3", StringComparison.OrdinalIgnoreCase))
            return _sets.Value["Wingdings3"];
        if (name.Contains("Wingdings2", StringComparison.OrdinalIgnoreCase))
            return _sets.Value["Wingdings2"];
        if (name.Contains("Wingdings", StringComparison.OrdinalIgnoreCase))
            return _sets.Value["Wingdings"];
        if (name.Contains("Webdings", StringComparison.OrdinalIgnoreCase))
            return _sets.Value["Webdings"];
        return name.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase) ? _sets.Value["Symbol"] : null;
    }

    /// <returns>The text of a code of the font, null where the font has no such code.</returns>
    public string? Text(int code) => (uint)code < 256 ? _texts[code] : null;

    /// <summary>Takes the letter that an encoding claims back to the symbol of the same code.</summary>
    /// <param name="letter">A letter of Windows-1252, or the private-use form U+F0xx of a symbol's code.</param>
    public string? Behind(char letter)
    {
        if (letter is >= '\uF020' and <= '\uF0FF')
            return _texts[letter - 0xF000];
        if (!HidesLetters)
            return letter == '\u00B7' ? "•" : null;
        if (letter < 256)
            return _texts[letter];
        int code = Array.FindIndex(
            SimpleEncoding.WinAnsi,
            128,
            32,
            name => name is not null && GlyphList.Adobe.Find(name)?[0] == letter
        );
        return code < 0 ? null : _texts[code];
    }

    private static FrozenDictionary<string, SymbolSet> Read()
    {
        Dictionary<string, SymbolSet> sets = new(StringComparer.Ordinal);
        foreach (string line in FontTables.Lines("symbols.txt"))
        {
            string[] fields = line.Split(' ');
            if (!sets.TryGetValue(fields[0], out SymbolSet? set))
                sets.Add(fields[0], set = new SymbolSet(hidesLetters: true));
            int start = int.Parse(fields[1], CultureInfo.InvariantCulture);
            for (int i = 2; i < fields.Length; i++)
            {
                int value = int.Parse(fields[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (value > 0)
                    set._texts[start + i - 2] = SharedText.For(new Rune(value).ToString());
            }
        }

        SymbolSet symbol = new(hidesLetters: false);
        for (int code = 0; code < 256; code++)
        {
            if (SimpleEncoding.Symbol[code] is { } name)
                symbol._texts[code] = ReadableText.OfGlyphName(name);
        }

        sets.Add("Symbol", symbol);
        return sets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
