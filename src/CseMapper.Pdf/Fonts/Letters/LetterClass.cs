namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>
/// What a character is to the statistics of letters: 1 to 26 for a Latin letter whatever its accent and case, and a few
/// classes for all else.
/// </summary>
internal static class LetterClass
{
    public const int Space = 0;
    public const int LastLetter = 26;
    public const int Digit = 27;
    public const int Punctuation = 28;

    /// <summary>Characters that stand inside words of broken text and hardly ever in real text, and such as stand for
    /// no letter at all.</summary>
    public const int Odd = 29;

    public const int Count = 30;

    /// <summary>A letter of another script: nothing is known of its neighbours.</summary>
    public const int Other = -1;

    private const string OddCharacters = "#$*<=>@[\\]^_`{|}~";

    private static readonly Lazy<sbyte[]> _table = new(static () =>
        [.. Enumerable.Range(0, 0x2000).Select(static code => (sbyte)Classify((char)code))]
    );

    public static int Of(char character) => character < 0x2000 ? _table.Value[character] : Classify(character);

    public static bool IsLatin(int letterClass) => letterClass is > Space and <= LastLetter;

    private static int Classify(char character)
    {
        if (char.IsWhiteSpace(character))
            return Space;
        if (char.IsAsciiDigit(character))
            return Digit;
        if (
            OddCharacters.Contains(character, StringComparison.Ordinal)
            || character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')
        )
        {
            return Odd;
        }

        int letter = char.ToLowerInvariant(Composition.BaseOf(character)) switch
        {
            'ł' => 'l',
            'ß' => 's',
            'ø' or 'œ' => 'o',
            'æ' => 'a',
            'đ' or 'ð' => 'd',
            'þ' => 't',
            'ı' => 'i',
            char other => other,
        };
        if (letter is >= 'a' and <= 'z')
            return letter - 'a' + 1;
        return char.IsLetter(character) || char.IsSurrogate(character) || Composition.IsCombining(character)
            ? Other
            : Punctuation;
    }
}
