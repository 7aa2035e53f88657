using System.Globalization;
using System.Text;

namespace CseMapper.Passages.Terms;

/// <summary>
/// Brings letters to lower case without accents: "Café", "CAFE" and "cafe" are one word. Works from a table of its own,
/// because the program runs without culture data, where decomposition of letters cannot be relied on.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>U+00C0 to U+017F, a base letter each (canonical decomposition and the letters with a stroke); '*' where
    /// a letter becomes two or is no letter.</summary>
    private const string Latin =
        "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
        + "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const char LatinStart = '\u00C0';

    /// <summary>Writes a letter or digit in its folded form.</summary>
    /// <param name="letter">A UTF-16 code unit.</param>
    /// <param name="target">Room for three characters.</param>
    /// <returns>How many characters were written: 0 for accents that stand by themselves.</returns>
    public static int Fold(char letter, Span<char> target)
    {
        if (letter < 0x80)
        {
            target[0] = letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter;
            return 1;
        }

        if (letter - LatinStart is >= 0 and int place && place < Latin.Length && Latin[place] != '*')
        {
            target[0] = Latin[place];
            return 1;
        }

        return FoldRareLetter(letter, target);
    }

    private static int FoldRareLetter(char letter, Span<char> target)
    {
        string? pair = letter switch
        {
            'Æ' or 'æ' => "ae",
            'Œ' or 'œ' => "oe",
            'ß' or 'ẞ' => "ss",
            'Þ' or 'þ' => "th",
            'Ĳ' or 'ĳ' => "ij",
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' or 'ﬆ' => "st",
            '’' or 'ʼ' or '＇' => "'",
            _ => null,
        };
        if (pair is not null)
        {
            pair.CopyTo(target);
            return pair.Length;
        }

        if (IsMark(letter))
            return 0;
        bool isFullWidth = letter is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
        target[0] = char.ToLowerInvariant(isFullWidth ? (char)(letter - 0xFEE0) : letter);
        return 1;
    }

    /// <summary>True for accents and other marks that belong to the letter before them, and for soft hyphens and
    /// joiners inside a word.</summary>
    public static bool IsMark(char letter) =>
        letter >= 0xAD
        && (
            letter is '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.EnclosingMark
        );

    /// <summary>True for a letter or digit that words are made of.</summary>
    public static bool IsWordCharacter(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;
}
