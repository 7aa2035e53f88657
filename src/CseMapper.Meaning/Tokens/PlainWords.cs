using System.Globalization;
using System.Text;

namespace CseMapper.Meaning.Tokens;

/// <summary>Splits a text into lower-case words without accents; a mark of punctuation is a word of its own.</summary>
/// <remarks>As BERT's model without upper case was trained, and without asking the machine's culture data, which
/// differ between systems: accents go by <see cref="LetterBases"/>.</remarks>
internal static class PlainWords
{
    /// <summary>The words in order.</summary>
    public static List<ReadOnlyMemory<char>> Of(ReadOnlySpan<char> text)
    {
        char[] letters = new char[text.Length];
        List<ReadOnlyMemory<char>> words = [];
        int start = 0;
        int end = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Rune plain = LetterBases.Of(Rune.ToLowerInvariant(rune));
            Kind kind = KindOf(plain);
            if (kind == Kind.Nothing)
                continue;
            if (kind != Kind.Letter && end > start)
            {
                words.Add(letters.AsMemory(start, end - start));
                start = end;
            }

            if (kind == Kind.Space)
                continue;
            end += plain.EncodeToUtf16(letters.AsSpan(end));
            if (kind == Kind.Single)
            {
                words.Add(letters.AsMemory(start, end - start));
                start = end;
            }
        }

        if (end > start)
            words.Add(letters.AsMemory(start, end - start));
        return words;
    }

    private static Kind KindOf(Rune rune)
    {
        if (rune.IsAscii)
            return OfAscii((char)rune.Value);
        if (rune == Rune.ReplacementChar)
            return Kind.Nothing;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                Kind.Space,
            UnicodeCategory.Control => rune.Value == 0x85 ? Kind.Space : Kind.Nothing,
            UnicodeCategory.NonSpacingMark
            or UnicodeCategory.Format
            or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => Kind.Nothing,
            UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation => Kind.Single,
            _ => IsIdeograph(rune.Value) ? Kind.Single : Kind.Letter,
        };
    }

    /// <summary>All printed signs that are neither letter nor digit count as punctuation, symbols among them.</summary>
    private static Kind OfAscii(char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
            return Kind.Letter;
        if (letter is ' ' or '\t' or '\n' or '\r')
            return Kind.Space;
        return char.IsControl(letter) ? Kind.Nothing : Kind.Single;
    }

    private static bool IsIdeograph(int value) =>
        value
            is (>= 0x4E00 and <= 0x9FFF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x2A6DF)
                or (>= 0x2A700 and <= 0x2CEAF)
                or (>= 0x2F800 and <= 0x2FA1F);

    private enum Kind
    {
        Nothing,
        Space,
        Letter,
        Single,
    }
}
