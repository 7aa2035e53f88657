using System.Text;

namespace CseMapper.Documents.Word.Styles;

/// <summary>Turns signs of the symbol fonts, whose codes are positions in the font, into the characters that a reader
/// sees.</summary>
/// <remarks>Source: the Adobe Symbol encoding and the Wingdings charts of Unicode's own proposal (L2/11-052).</remarks>
internal static class SymbolFonts
{
    private const string SymbolLow =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private const string SymbolHigh =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪•〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    private static readonly Dictionary<char, char> _wingdings = Map(
        "\u0021✏\u0022✂\u0023✁\u0026✎\u0028☎\u0029✆\u002A✉\u0036⌛\u0037⌨\u0045☜\u0046☞\u0047☝\u0048☟\u004A☺"
            + "\u004C☹\u0054❄\u0058✠\u005E☯\u006C●\u006D❍\u006E■\u006F□\u0070□\u0071❑\u0072❒\u0073◆\u0074◆\u0075◆"
            + "\u0076❖\u0077◆\u0078☒\u0079☑\u007A⌘\u007B❀\u007D”\u007E“"
            + "\u0080⓪\u0081①\u0082②\u0083③\u0084④\u0085⑤\u0086⑥\u0087⑦\u0088⑧\u0089⑨\u008A⑩\u008B⓿\u008C❶"
            + "\u008D❷\u008E❸\u008F❹\u0090❺\u0091❻\u0092❼\u0093❽\u0094❾\u0095❿\u009E·\u009F•\u00A1○\u00A2○"
            + "\u00A3○\u00A4◉\u00A5◎\u00A7▪\u00A8◻\u00AA✦\u00AB★\u00AC✶\u00AD✴\u00AE✹"
            + "\u00D5⌫\u00D8➢\u00DC➲\u00DF←\u00E0→\u00E1↑\u00E2↓\u00E3↖\u00E4↗\u00E5↙\u00E6↘\u00E8➔\u00EF⇦"
            + "\u00F0⇨\u00F1⇧\u00F2⇩\u00F3⇔\u00F4⇕\u00FB✘\u00FC✔\u00FD☒\u00FE☑"
    );

    private static readonly Dictionary<char, char> _wingdings2 = Map(
        "\u004F✘\u0050✔\u0051☒\u0052☑\u0053☒\u0054☒\u0055⊗\u0056⊗\u0097●\u0098●\u00A1▪\u00A2■\u00A3□\u00A4□"
    );

    private static readonly Dictionary<char, char> _webdings = Map(
        "\u0034▶\u0035▲\u0036▼\u0061✔\u0063□\u0067■\u0069ℹ\u006E●\u0072✘\u003D■"
    );

    /// <summary>Writes a bullet as it looks.</summary>
    internal static string Bullet(string text, string? font)
    {
        // Word's second bullet is the letter o of a typewriter font, which looks like a ring and would read like a
        // word.
        if (text == "o" && (font is null || font.StartsWith("Courier", StringComparison.OrdinalIgnoreCase)))
            return "◦";
        return Decode(text, font).Trim();
    }

    /// <summary>Replaces the codes of a symbol font in a text; other fonts are left alone, save for codes in the
    /// private area.</summary>
    internal static string Decode(string text, string? font)
    {
        if (!IsCoded(text, font))
            return text;
        StringBuilder decoded = new StringBuilder(text.Length);
        foreach (char c in text)
            decoded.Append(Decode(c, font));
        return decoded.ToString();
    }

    /// <summary>True where a text holds positions in a symbol font rather than characters.</summary>
    internal static bool IsCoded(ReadOnlySpan<char> text, string? font) =>
        IsSymbolFont(font) || text.IndexOfAnyInRange('\uF020', '\uF0FF') >= 0;

    /// <summary>What a sign looks like; a code nobody knows becomes a bullet.</summary>
    internal static char Decode(char c, string? font)
    {
        bool isPrivate = c is >= '\uF020' and <= '\uF0FF';
        char code = isPrivate ? (char)(c - 0xF000) : c;
        if (code is < ' ' or > '\u00FF')
            return c;
        if (font is not null && font.StartsWith("Wingdings 2", StringComparison.OrdinalIgnoreCase))
            return _wingdings2.GetValueOrDefault(code, '•');
        if (font is not null && font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase))
            return _wingdings.GetValueOrDefault(code, code == ' ' ? ' ' : '•');
        if (font is not null && font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase))
            return _webdings.GetValueOrDefault(code, '•');
        if (font is not null && font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
            return Symbol(code);
        if (!isPrivate)
            return c;
        // Without its font's name a private code is nearly always the bullet of Symbol or Wingdings.
        return code switch
        {
            '\u00A7' => '▪',
            '\u00D8' => '➢',
            '\u00FC' => '✔',
            '\u00A8' => '◻',
            _ => Symbol(code),
        };
    }

    private static bool IsSymbolFont(string? font) =>
        font is not null
        && (
            font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
            || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase)
            || font.Equals("Symbol", StringComparison.OrdinalIgnoreCase)
        );

    private static char Symbol(char code) =>
        code switch
        {
            >= ' ' and <= '~' => SymbolLow[code - ' '],
            >= '\u00A0' and <= '\u00FE' => SymbolHigh[code - '\u00A0'],
            _ => '•',
        };

    private static Dictionary<char, char> Map(string pairs)
    {
        Dictionary<char, char> map = new Dictionary<char, char>();
        for (int i = 0; i + 1 < pairs.Length; i += 2)
            map[pairs[i]] = pairs[i + 1];
        return map;
    }
}
