using System.Collections.Frozen;
using System.Globalization;

namespace CseMapper.Pdf.Fonts;

/// <summary>
/// Letters with accents put together from a letter and a combining mark (Unicode canonical composition of Latin, Greek
/// and Cyrillic). Own table, because without culture data string.Normalize is not to be relied on.
/// </summary>
internal static class Composition
{
    private static readonly Lazy<FrozenDictionary<int, char>> _pairs = new(Read);
    private static readonly Lazy<FrozenDictionary<char, char>> _bases = new(static () =>
        _pairs
            .Value.DistinctBy(static pair => pair.Value)
            .ToFrozenDictionary(static pair => pair.Value, static pair => (char)(pair.Key >> 16))
    );

    /// <summary>The spacing accents that fonts draw over a letter, and the combining mark each stands for, in
    /// pairs.</summary>
    private const string Spacing =
        "`\u0300\u00B4\u0301\u02C6\u0302^\u0302\u02DC\u0303~\u0303\u00AF\u0304\u02D8\u0306\u02D9\u0307"
        + "\u00A8\u0308\u02DA\u030A\u02DD\u030B\u02C7\u030C\u00B8\u0327\u02DB\u0328";

    /// <param name="letter">The base letter.</param>
    /// <param name="mark">A combining mark, or the spacing accent a font drew over the letter.</param>
    /// <returns>The composed letter, or NUL where the two do not compose.</returns>
    public static char Compose(char letter, char mark)
    {
        if (letter == 'ı')
            letter = 'i';
        else if (letter == 'ȷ')
            letter = 'j';
        return _pairs.Value.GetValueOrDefault((letter << 16) | Combining(mark));
    }

    /// <returns>The combining mark of a spacing accent; the character itself otherwise.</returns>
    public static char Combining(char accent)
    {
        for (int i = 0; i < Spacing.Length; i += 2)
        {
            if (Spacing[i] == accent)
                return Spacing[i + 1];
        }

        return accent;
    }

    /// <returns>The letter without any of its accents; the character itself where it has none.</returns>
    public static char BaseOf(char letter)
    {
        while (_bases.Value.TryGetValue(letter, out char simpler))
            letter = simpler;
        return letter;
    }

    public static bool IsCombining(char character) => character is >= '\u0300' and <= '\u036F';

    /// <returns>The text with every letter and combining mark that compose put together.</returns>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
            return text;
        Span<char> composed = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char character in text)
        {
            char whole = length > 0 && IsCombining(character) ? Compose(composed[length - 1], character) : '\0';
            if (whole != '\0')
                composed[length - 1] = whole;
            else
                composed[length++] = character;
        }

        return SharedText.For(composed[..length].ToString());
    }

    private static FrozenDictionary<int, char> Read()
    {
        Dictionary<int, char> pairs = [];
        foreach (string line in FontTables.Lines("composition.txt"))
        {
            int mark = int.Parse(line.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            for (int i = 5; i + 1 < line.Length; i += 2)
                pairs[(line[i] << 16) | mark] = line[i + 1];
        }

        return pairs.ToFrozenDictionary();
    }
}
