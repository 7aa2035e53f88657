using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts;

/// <summary>
/// Makes what fonts say of their codes into text that people and search can use: ligatures and presentation forms as
/// their letters, spaces of every kind as a space, private-use characters as what they show, and nothing that is no
/// character. Soft hyphens stay: whether one is a hyphen is for the layout to see.
/// </summary>
internal static class ReadableText
{
    private static readonly Lazy<FrozenDictionary<char, string>> _presentation = new(ReadPresentation);

    /// <summary>U+F6BE to U+F6FF of Adobe's corporate use: small capitals, superiors, accents.</summary>
    private const string AdobeF6 = "ȷ\0\0Şş,\0\0\0\0\0´ˇ¨¨¨`˝¯\0\0\0\0\0\0\0\0©®™1₨—¢¢,,$$--..abdeilmorst˘ˇˆ˙˝łœ˛˚š˜ž";

    /// <summary>U+F8E5 to U+F8FE of Adobe's corporate use: the pieces of the Symbol font.</summary>
    private const string AdobeF8 = "‾⏐⎯®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    /// <returns>The readable text, empty where the characters show nothing, null where they tell nothing.</returns>
    public static string? Of(string raw, SymbolSet? symbols)
    {
        if (raw.Length == 1 && raw[0] is > ' ' and < '\u007F' && symbols is not { HidesLetters: true })
            return SharedText.For(raw[0]);
        StringBuilder text = new(raw.Length);
        bool known = false;
        for (int i = 0; i < raw.Length; i++)
        {
            char first = raw[i];
            if (char.IsHighSurrogate(first) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                known |= Append(text, new Rune(first, raw[++i]));
                continue;
            }

            string? readable = Of(first, symbols);
            known |= readable is not null;
            text.Append(readable);
        }

        return known ? Composition.Compose(SharedText.For(text.ToString())) : null;
    }

    /// <returns>The readable text of a glyph's name, null where the name tells nothing.</returns>
    public static string? OfGlyphName(string name, bool dingbats = false) =>
        GlyphNames.Text(name, dingbats) is { } text ? Of(text, null) : null;

    private static string? Of(char letter, SymbolSet? symbols)
    {
        if (symbols?.Behind(letter) is { } symbol)
            return symbol;
        return letter switch
        {
            '\t' or '\n' or '\r' or '\f' => " ",
            < ' ' or '\u007F' => null,
            < '\u007F' => SharedText.For(letter),
            // Windows-1252 that was taken for Latin-1.
            < '\u00A0' => SimpleEncoding.WinAnsi[letter] is { } name && name != "bullet" ? GlyphList.Adobe.Find(name)
            : letter == '\u0095' ? "•"
            : null,
            '\u00A0'
            or '\u1680'
            or (>= '\u2000' and <= '\u200A')
            or '\u2028'
            or '\u2029'
            or '\u202F'
            or '\u205F'
            or '\u3000' => " ",
            '\u2010' or '\u2011' => "-",
            '\u200B'
            or '\u200E'
            or '\u200F'
            or '\u2060'
            or '\u061C'
            or '\uFEFF'
            or (>= '\u202A' and <= '\u202E')
            or (>= '\u2061' and <= '\u206F') => "",
            >= '\uFE00' and <= '\uFE0F' => "",
            >= '\uD800' and <= '\uDFFF' => null,
            >= '\uE000' and <= '\uF8FF' => OfPrivate(letter),
            >= '\uFB00' and <= '\uFDFC' or >= '\uFE70' and <= '\uFEFC' => IsNoncharacter(letter)
                ? null
                : _presentation.Value.GetValueOrDefault(letter) ?? letter.ToString(),
            >= '\uFFF0' => null,
            _ => SharedText.For(letter),
        };
    }

    private static bool IsNoncharacter(char letter) => letter is >= '\uFDD0' and <= '\uFDEF';

    /// <summary>Private-use characters that are known without the font's name.</summary>
    private static string? OfPrivate(char letter)
    {
        char known = letter switch
        {
            >= '\uF6BE' and <= '\uF6FF' => AdobeF6[letter - 0xF6BE],
            >= '\uF7E0' and <= '\uF7FE' or '\uF7FF' => (char)(letter - 0xF700),
            >= '\uF761' and <= '\uF77A' or >= '\uF730' and <= '\uF739' or >= '\uF7A1' and <= '\uF7BF' => (char)(
                letter - 0xF700
            ),
            '\uF721' or '\uF724' or '\uF726' or '\uF73F' or '\uF760' => (char)(letter - 0xF700),
            >= '\uF8E5' and <= '\uF8FE' => AdobeF8[letter - 0xF8E5],
            '\uF0B7' => '•',
            '\uF0A7' => '▪',
            '\uF0D8' => '➢',
            '\uF0FC' => '✓',
            '\uF076' => '❖',
            '\uF0E0' => '→',
            // The letters of a TrueType font that calls itself symbolic stand at U+F000 plus their code (9.6.5.4).
            >= '\uF020' and <= '\uF07E' => (char)(letter - 0xF000),
            _ => '\0',
        };
        return known == '\0' ? null : SharedText.For(known);
    }

    private static bool Append(StringBuilder text, Rune rune)
    {
        // Private planes, tags and variation selectors, and the two noncharacters of every plane.
        if (rune.Value >= 0xF0000 || (rune.Value & 0xFFFE) == 0xFFFE)
            return false;
        if (rune.Value is < 0xE0000)
            text.Append(rune.ToString());
        return true;
    }

    private static FrozenDictionary<char, string> ReadPresentation()
    {
        Dictionary<char, string> forms = [];
        foreach (string line in FontTables.Lines("presentation.txt"))
        {
            string[] fields = line.Split(' ');
            string text = string.Concat(fields.Skip(1).Select(static field => (char)Value(field)));
            forms.Add((char)Value(fields[0]), SharedText.For(text));
        }

        return forms.ToFrozenDictionary();

        static int Value(string field) =>
            int.Parse(field, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
