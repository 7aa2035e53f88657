using System.Globalization;
using System.Text;
using CseMapper.Passages.Terms;

namespace CseMapper.Passages.CrossChecking;

/// <summary>The words of a text for comparing readings of the same page: without case, accents, ligatures, marks and
/// what is not printed.</summary>
internal sealed class PrintedWords
{
    /// <summary>A ligature of three letters is the longest thing that stands for one.</summary>
    private const int LongestFold = 3;

    private readonly string _letters;
    private readonly List<(int Start, int Length, WordPlace Place)> _words;

    private PrintedWords(string letters, List<(int Start, int Length, WordPlace Place)> words)
    {
        _letters = letters;
        _words = words;
    }

    /// <summary>How many.</summary>
    public int Count => _words.Count;

    /// <summary>A word: letters and digits only, each in its simplest form.</summary>
    public string this[int index] => _letters.Substring(_words[index].Start, _words[index].Length);

    /// <summary>Where a word stands in the text it was taken from.</summary>
    public WordPlace PlaceOf(int index) => _words[index].Place;

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text.</param>
    public static PrintedWords Of(string text)
    {
        StringBuilder letters = new(text.Length);
        List<(int, int, WordPlace)> words = [];
        Span<char> folded = stackalloc char[LongestFold];
        int start = 0;
        int from = 0;
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsPrinted(rune))
            {
                if (!IsSilent(rune))
                    End();
            }
            else if (rune.IsBmp)
            {
                letters.Append(folded[..CharacterFolding.Fold(Plain((char)rune.Value), folded)]);
            }
            else
            {
                letters.Append(Rune.ToLowerInvariant(rune));
            }
            at += rune.Utf16SequenceLength;
            if (letters.Length == start)
                from = at;
        }

        End();
        return new PrintedWords(letters.ToString(), words);

        void End()
        {
            if (letters.Length > start)
                words.Add((start, letters.Length - start, new WordPlace(from, at - from)));
            start = letters.Length;
        }
    }

    /// <summary>Raised and lowered figures are figures: a note's mark is raised in one reading and a word's end in
    /// the other.</summary>
    private static char Plain(char letter) =>
        letter switch
        {
            '\u00B9' => '1',
            '\u00B2' or '\u00B3' => (char)(letter - '\u00B2' + '2'),
            '\u2070' or (>= '\u2074' and <= '\u2079') => (char)(letter - '\u2070' + '0'),
            >= '\u2080' and <= '\u2089' => (char)(letter - '\u2080' + '0'),
            _ => letter,
        };

    private static bool IsPrinted(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>Accents, soft hyphens and their like stand within a word and count for nothing; apostrophes come as
    /// letters, as quotation marks or not at all.</summary>
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '\u2019' or '\u2018'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.Format;
}

/// <summary>Where in a text a word stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many.</param>
public readonly record struct WordPlace(int Start, int Length);
