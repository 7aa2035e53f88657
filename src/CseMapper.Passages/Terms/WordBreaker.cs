using System.Buffers;
using System.Text;

namespace CseMapper.Passages.Terms;

/// <summary>
/// Finds the words of a text, in the spirit of Unicode Standard Annex #29: runs of letters, digits and marks, with an
/// apostrophe between letters, a point between digits. It departs from the annex where policies are served better:
/// "end.Next" (a blank lost in a PDF) is two words, "U.K." is "UK", "1,000" is one number but "2,3" two, and the hyphen
/// of "co-ordinate", "e-mail", "re-use" and "pre-paid" joins.
/// </summary>
/// <param name="text">The text.</param>
public ref struct WordBreaker(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The first character of the word found.</summary>
    public int Start { get; private set; }

    /// <summary>The first character after it.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next word.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        int i = End;
        int width;
        while ((width = WidthOfWordCharacter(i)) == 0)
        {
            if (i >= _text.Length)
                return false;
            i++;
        }

        Start = i;
        End = IsIdeograph(i) ? i + width : EndOfWord(i + width);
        return true;
    }

    private readonly int EndOfWord(int at)
    {
        while (true)
        {
            while ((uint)at < (uint)_text.Length && char.IsAsciiLetterOrDigit(_text[at]))
                at++;
            if (at >= _text.Length || _text[at] == ' ')
                return at;
            int width = WidthOfWordCharacter(at);
            if (width > 0 ? IsIdeograph(at) : !JoinsAt(at))
                return at;
            at += Math.Max(width, 1);
        }
    }

    /// <returns>How many code units of a word character stand here; 0 for anything else and at the end.</returns>
    private readonly int WidthOfWordCharacter(int at)
    {
        if (at >= _text.Length)
            return 0;
        char c = _text[at];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsLetterOrDigit(c) || (at > Start && CharacterFolding.IsMark(c)))
            return 1;
        if (!char.IsHighSurrogate(c))
            return 0;
        bool isWhole = Rune.DecodeFromUtf16(_text[at..], out Rune rune, out int width) == OperationStatus.Done;
        return isWhole && Rune.IsLetterOrDigit(rune) ? width : 0;
    }

    /// <summary>Scripts written without blanks: each of their signs is a word of its own.</summary>
    private readonly bool IsIdeograph(int at) =>
        _text[at] is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF'
        || char.IsHighSurrogate(_text[at]);

    /// <summary>True when the punctuation here holds the characters on both sides of it together.</summary>
    private readonly bool JoinsAt(int at)
    {
        if (at + 1 >= _text.Length || WidthOfWordCharacter(at + 1) == 0)
            return false;
        return _text[at] switch
        {
            '\'' or '’' => char.IsLetter(_text[at - 1]) && char.IsLetter(_text[at + 1]),
            '.' => (char.IsAsciiDigit(_text[at - 1]) && char.IsAsciiDigit(_text[at + 1])) || IsInitialLetter(at),
            ',' => HasThreeDigitsAfter(at),
            '-' or '\u2010' or '\u2011' => char.IsLetter(_text[at + 1])
                && _text[Start..at] is "co" or "Co" or "e" or "E" or "re" or "Re" or "pre" or "Pre",
            _ => false,
        };
    }

    /// <summary>A point after a single letter that is followed by a single letter: the inside of "U.K.", not of
    /// "end.Next".</summary>
    private readonly bool IsInitialLetter(int at) =>
        char.IsLetter(_text[at - 1])
        && (at - 1 == Start || _text[at - 2] == '.')
        && char.IsLetter(_text[at + 1])
        && (at + 2 >= _text.Length || WidthOfWordCharacter(at + 2) == 0);

    private readonly bool HasThreeDigitsAfter(int at) =>
        char.IsAsciiDigit(_text[at - 1])
        && at + 3 < _text.Length
        && !_text.Slice(at + 1, 3).ContainsAnyExceptInRange('0', '9')
        && (at + 4 >= _text.Length || !char.IsAsciiDigit(_text[at + 4]));
}
