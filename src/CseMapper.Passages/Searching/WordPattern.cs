using System.Text;
using CseMapper.Passages.Terms;

namespace CseMapper.Passages.Searching;

/// <summary>A word with wildcards: "*" for any letters, "?" for one.</summary>
/// <remarks>Compared by hand: as an automaton a star and some question marks take more memory than there is.</remarks>
internal sealed class WordPattern
{
    private const char Any = '*';
    private const char One = '?';

    private readonly string _text;

    private WordPattern(string text) => _text = text;

    /// <summary>The letters before the first wildcard.</summary>
    public string Start => _text.IndexOfAny([Any, One]) is >= 0 and int at ? _text[..at] : _text;

    /// <summary>True where it has no letter: it would stand for every word.</summary>
    public bool IsEmpty => _text.All(letter => letter is Any or One);

    /// <summary>The words of a text with wildcards, in lower case and without accents as all words are.</summary>
    /// <param name="text">Characters after a backslash are no wildcards.</param>
    public static IReadOnlyList<WordPattern> Read(string text)
    {
        List<WordPattern> patterns = [];
        StringBuilder word = new();
        Span<char> folded = stackalloc char[3];
        for (int i = 0; i < text.Length; i++)
        {
            bool isEscaped = text[i] == '\\' && i + 1 < text.Length;
            char letter = text[isEscaped ? ++i : i];
            if (!isEscaped && letter is Any or One)
            {
                if (letter != Any || word.Length == 0 || word[^1] != Any)
                    word.Append(letter);
            }
            else if (char.IsLetterOrDigit(letter) || CharacterFolding.IsMark(letter) || letter is '\'' or '’')
            {
                word.Append(folded[..CharacterFolding.Fold(letter, folded)]);
            }
            else if (letter is not ('-' or '\u2010' or '\u2011'))
            {
                End();
            }
        }

        End();
        return patterns;

        void End()
        {
            if (word.Length > 0)
                patterns.Add(new WordPattern(word.ToString()));
            word.Clear();
        }
    }

    /// <summary>A pattern as it is, for names that are no words.</summary>
    /// <param name="text">In lower case; characters after a backslash are no wildcards.</param>
    public static WordPattern OfName(string text) => new(text.Replace("\\", "", StringComparison.Ordinal));

    /// <summary>Whether a word in lower case is one of those that it stands for.</summary>
    public bool Matches(ReadOnlySpan<char> word)
    {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < word.Length; )
        {
            if (at < _text.Length && _text[at] == Any)
            {
                star = at++;
                resume = i;
            }
            else if (at < _text.Length && (_text[at] == word[i] || _text[at] == One))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < _text.Length && _text[at] == Any)
            at++;
        return at == _text.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
