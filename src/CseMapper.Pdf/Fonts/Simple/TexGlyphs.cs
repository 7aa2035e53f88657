using System.Globalization;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// The bitmap fonts of TeX, Type 3 fonts whose glyphs are named "a" and their code: ligatures, dashes, quotes and
/// bullets stand where TeX's own encodings put them (OT1, T1, TS1 and OMS; "LaTeX font encodings", LaTeX3 Project).
/// Which one a font has, its codes tell.
/// </summary>
internal static class TexGlyphs
{
    private const string Ot1Low = "ΓΔΘΛΞΠΣΥΦΨΩ\0\0\0\0\0ıȷ`´ˇ˘¯˚¸ßæœøÆŒØ";
    private const string T1Low = "`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\0‰ıȷ\0\0\0\0\0";
    private const string T1High = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£";
    private const string OmsLow = "−·×*÷⋄±∓⊕⊖⊗⊘⊙○∘•≍≡⊆⊇≤≥≼≽∼≈⊂⊃≪≫≺≻";
    private static readonly string[] _ligatures = ["ff", "fi", "fl", "ffi", "ffl"];

    /// <summary>TeX's encodings, as far as a font's codes tell them apart.</summary>
    private enum TexEncoding
    {
        Unknown,
        Ot1,
        T1,
        Ts1,
        Oms,
    }

    /// <param name="names">The font's glyph names by code.</param>
    /// <param name="isNamed">By code, true where the font's dictionary gave the name.</param>
    /// <param name="areWidthsEqual">True where all its widths are one: typewriter fonts keep ASCII.</param>
    /// <returns>The texts by code, null where the code is not TeX's own; null for a font that is none of
    /// TeX's.</returns>
    public static string?[]? Read(string?[] names, bool[] isNamed, bool areWidthsEqual)
    {
        bool hasSmall = false,
            hasLetter = false,
            hasHigh = false,
            hasLow = false,
            hasOt1 = false,
            hasT1 = false;
        for (int code = 0; code < names.Length; code++)
        {
            if (!isNamed[code] || names[code] is not { } name)
                continue;
            if (
                name[0] != 'a'
                || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || number != code
            )
            {
                return null;
            }

            hasSmall |= code is >= 'a' and <= 'z';
            hasLetter |= code is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
            hasHigh |= code >= 128;
            hasLow |= code < 32;
            hasOt1 |= code is >= 11 and <= 15;
            hasT1 |= code is 17 or (>= 20 and <= 22) or (>= 27 and <= 31);
        }

        TexEncoding encoding = hasSmall
            ? hasHigh || (hasT1 && !hasOt1)
                ? TexEncoding.T1
                : TexEncoding.Ot1
            : hasLetter
                ? TexEncoding.Unknown
                : hasHigh
                    ? TexEncoding.Ts1
                    : hasLow
                        ? TexEncoding.Oms
                        : TexEncoding.Ot1;
        bool isTypewriter = hasSmall && areWidthsEqual;
        string?[] texts = new string?[256];
        for (int code = 0; code < texts.Length; code++)
            texts[code] = Text(encoding, code, isTypewriter);
        return texts;
    }

    private static string? Text(TexEncoding encoding, int code, bool isTypewriter) =>
        encoding switch
        {
            TexEncoding.Ot1 when code is >= 11 and <= 15 => _ligatures[code - 11],
            TexEncoding.Ot1 when code < 32 => At(Ot1Low, code),
            TexEncoding.Ot1 when !isTypewriter => code switch
            {
                34 => "”",
                39 => "’",
                92 => "“",
                96 => "‘",
                123 => "–",
                124 => "—",
                126 => "˜",
                127 => "¨",
                _ => null,
            },
            TexEncoding.T1 when code is >= 27 and <= 31 => _ligatures[code - 27],
            TexEncoding.T1 when code < 32 => At(T1Low, code),
            TexEncoding.T1 when code is >= 128 and < 192 => At(T1High, code - 128),
            TexEncoding.T1 => code switch
            {
                39 => "’",
                96 => "‘",
                127 => "-",
                215 => "Œ",
                223 => "SS",
                247 => "œ",
                255 => "ß",
                _ => null,
            },
            TexEncoding.Ts1 => code switch
            {
                136 => "•",
                191 => "€",
                _ => null,
            },
            TexEncoding.Oms when code < 32 => At(OmsLow, code),
            TexEncoding.Oms => code switch
            {
                49 => "∞",
                50 => "∈",
                _ => null,
            },
            _ => null,
        };

    private static string? At(string letters, int code) => letters[code] == '\0' ? null : SharedText.For(letters[code]);
}
