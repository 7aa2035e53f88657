using System.Globalization;
using System.Text;

namespace CseMapper.Passages.Searching;

/// <summary>What a person typed, made ready for Lucene's parser: whatever is no syntax there is escaped, and slips are
/// found and told in words.</summary>
/// <remarks>
/// Lucene's grammar takes signs for syntax that stand in any sentence: "9:30", "and/or", "is it?". Here a sign is syntax
/// only where a person means it so: a colon after the name of a field, a minus before a word, a star beside a letter.
/// </remarks>
internal sealed class TypedQuery
{
    /// <summary>Longer queries are cut: nobody types them, and what prints them makes none.</summary>
    public const int Longest = 32_000;

    private const int Deepest = 20;
    private const int MostNumberLength = 6;

    private readonly string _text;
    private readonly TypedSigns _signs;
    private readonly StringBuilder _escaped = new();
    private readonly Stack<int> _open = new();
    private readonly List<string> _words = [];
    private Last _last = Last.Start;
    private (string Sign, int At) _operator;
    private int _at;
    private bool _hasSyntax;

    /// <summary>True where a name or number follows, in which signs are no punctuation.</summary>
    private bool _isName;

    private TypedQuery(string text)
    {
        _text = text;
        _signs = new TypedSigns(text);
    }

    private enum Last
    {
        /// <summary>Nothing yet, or an opening bracket.</summary>
        Start,

        /// <summary>A word, phrase or closed bracket.</summary>
        Operand,

        /// <summary>AND or OR.</summary>
        Between,

        /// <summary>NOT, plus or minus.</summary>
        Before,
    }

    /// <summary>The query for Lucene's parser.</summary>
    public string Escaped => _escaped.ToString();

    /// <summary>Its words without any syntax, to search for where it has a slip.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>What is wrong with it, as a sentence; null where nothing is.</summary>
    public string? Slip { get; private set; }

    /// <summary>True where it has no syntax, only words.</summary>
    public bool IsPlain => !_hasSyntax;

    /// <summary>Reads a line.</summary>
    public static TypedQuery Read(string text)
    {
        string whole = text.Length > Longest ? text[..Longest] : text;
        TypedQuery query = new(whole.Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('\0', ' '));
        query.ReadAll();
        if (text.Length > Longest)
            query.Note($"The search is longer than {Longest:N0} characters");
        return query;
    }

    /// <summary>The words of a line between blanks.</summary>
    public static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private void ReadAll()
    {
        while (_at < _text.Length)
            ReadNext();
        if (_last is Last.Between or Last.Before)
            Note($"{_operator.Sign} at character {_operator.At + 1} has nothing after it");
        if (_open.Count > 0)
            Note($"The bracket at character {_open.Peek() + 1} is not closed");
    }

    private void ReadNext()
    {
        char sign = _text[_at];
        if (char.IsWhiteSpace(sign))
        {
            _escaped.Append(' ');
            _at++;
        }
        else if (sign == '(')
        {
            Open();
        }
        else if (sign == ')')
        {
            Close();
        }
        else if (sign == '"')
        {
            ReadQuoted();
        }
        else if (!ReadOperator())
        {
            ReadWord();
        }
    }

    private void Open()
    {
        if (_open.Count == Deepest)
            Note($"Brackets stand more than {Deepest} deep from character {_at + 1} on");
        _open.Push(_at++);
        _escaped.Append('(');
        _last = Last.Start;
    }

    private void Close()
    {
        if (_open.Count == 0)
            Note($"The bracket at character {_at + 1} closes none");
        else if (_last is Last.Between or Last.Before)
            Note($"{_operator.Sign} at character {_operator.At + 1} has nothing after it");
        else if (_last == Last.Start)
            Note($"There is nothing between the brackets at character {_open.Peek() + 1}");
        if (_open.Count > 0)
            _open.Pop();
        _at++;
        _escaped.Append(')');
        ReadBoost();
        _last = Last.Operand;
    }

    private void ReadQuoted()
    {
        int start = _at++;
        int end = _text.IndexOf('"', _at);
        _hasSyntax = true;
        if (end < 0)
        {
            Note($"The quotation mark at character {start + 1} has no second one");
            end = _text.Length;
        }

        string quoted = _text[_at..end];
        _words.AddRange(WordsOf(quoted));
        _escaped.Append('"').Append(quoted.Replace("\\", "\\\\", StringComparison.Ordinal)).Append('"');
        _at = Math.Min(end + 1, _text.Length);
        if (_at < _text.Length && _text[_at] == '~' && _signs.Number(_at + 1) is { Length: > 0 } slop)
        {
            CheckNumber(slop);
            _escaped.Append('~').Append(slop);
            _at += slop.Length + 1;
        }

        ReadBoost();
        _last = Last.Operand;
    }

    /// <summary>AND, OR, NOT as words of their own; plus and minus directly before a word.</summary>
    private bool ReadOperator()
    {
        if (_signs.WordAt(_at) is "AND" or "OR" or "NOT" or "&&" or "||")
        {
            string word = _signs.WordAt(_at);
            TakeOperator(word, word is "NOT" ? Last.Before : Last.Between);
            _escaped.Append(' ').Append(word).Append(' ');
            _at += word.Length;
            return true;
        }

        char sign = _text[_at];
        bool isBeforeWord =
            sign is '+' or '-'
            && _signs.BeginsWord(_at)
            && _at + 1 < _text.Length
            && (char.IsLetterOrDigit(_text[_at + 1]) || _text[_at + 1] is '"' or '(' or '*' or '?');
        if (!isBeforeWord)
            return false;
        TakeOperator(sign.ToString(), Last.Before);
        _escaped.Append(sign);
        _at++;
        return true;
    }

    private void TakeOperator(string sign, Last kind)
    {
        _hasSyntax = true;
        if (kind == Last.Between && _last != Last.Operand)
            Note($"{sign} at character {_at + 1} has nothing before it");
        else if (kind == Last.Before && _last == Last.Before)
            Note($"{_operator.Sign} and {sign} stand side by side at character {_at + 1}");
        _operator = (sign, _at);
        _last = kind;
    }

    private void ReadWord()
    {
        int end = _signs.EndOfWord(_at);
        if (_signs.BeginsWord(_at) && ReadField(end))
            return;
        _words.Add(
            _text[_at..end].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '^', '~', '*')
                is { Length: > 0 } bare
                ? bare
                : _text[_at..end]
        );
        while (_at < end)
        {
            if (_text[_at] is '~' or '^' && IsSuffix(end))
            {
                ReadSuffix();
                continue;
            }

            Append(_text[_at], _isName || _signs.IsWildcard(_at, end));
            _at++;
        }

        _isName = false;
        _last = Last.Operand;
    }

    /// <summary>The name of a field before a colon, and of pages what follows it.</summary>
    private bool ReadField(int end)
    {
        int colon = _text.IndexOf(':', _at, end - _at);
        if (colon < 0 || SearchFields.Find(_text[_at..colon]) is not { } field)
            return false;
        bool hasValue = colon + 1 < _text.Length && !char.IsWhiteSpace(_text[colon + 1]) && _text[colon + 1] != ')';
        if (!hasValue)
            return false;
        _hasSyntax = true;
        _escaped.Append(field).Append(':');
        _at = colon + 1;
        _isName = field is SearchFields.Document or SearchFields.Clause;
        if (_text[_at] is not ('[' or '{'))
            return true;
        int close = _text.IndexOfAny([']', '}'], _at);
        string[] range = close < 0 ? [] : WordsOf(_text[(_at + 1)..close]);
        if (field != SearchFields.Page || range is not [{ } from, "TO", { } to] || !IsEdge(from) || !IsEdge(to))
        {
            Note($"Only pages have ranges, written page:[3 TO 7] or page:[3 TO *]; see character {_at + 1}");
            _at = close < 0 ? end : close + 1;
            _last = Last.Operand;
            return true;
        }

        _escaped.Append(_text, _at, close + 1 - _at);
        _at = close + 1;
        _last = Last.Operand;
        return true;
    }

    private static bool IsEdge(string edge) =>
        edge == "*" || (edge.Length <= MostNumberLength && edge.All(char.IsAsciiDigit));

    private void Append(char sign, bool isWildcard)
    {
        if (isWildcard && sign is ('*' or '?'))
        {
            _hasSyntax = true;
            _escaped.Append(sign);
            return;
        }

        bool isSpecial =
            sign
            is '+'
                or '-'
                or '!'
                or ':'
                or '^'
                or '['
                or ']'
                or '{'
                or '}'
                or '~'
                or '*'
                or '?'
                or '\\'
                or '/'
                or '&'
                or '|';
        if (isSpecial)
            _escaped.Append('\\');
        _escaped.Append(sign);
    }

    /// <summary>A tilde or circumflex behind a word, followed by a number or by nothing more of the word.</summary>
    private bool IsSuffix(int end)
    {
        if (_at == 0)
            return false;
        char before = _text[_at - 1];
        int after = _at + 1 + _signs.Number(_at + 1).Length;
        return _text[_at] == '~'
            ? char.IsLetter(before) && (after == end || _text[after] == '^')
            : (char.IsLetterOrDigit(before) || before is '~' or '*') && after > _at + 1 && after == end;
    }

    private void ReadSuffix()
    {
        _hasSyntax = true;
        string number = _signs.Number(_at + 1);
        CheckNumber(number);
        _escaped.Append(_text[_at]).Append(number);
        _at += 1 + number.Length;
    }

    private void ReadBoost()
    {
        if (_at < _text.Length && _text[_at] == '^' && _signs.Number(_at + 1) is { Length: > 0 } number)
        {
            CheckNumber(number);
            _hasSyntax = true;
            _escaped.Append('^').Append(number);
            _at += 1 + number.Length;
        }
    }

    private void CheckNumber(string number)
    {
        int point = number.IndexOf('.', StringComparison.Ordinal);
        if ((point < 0 ? number.Length : point) > MostNumberLength)
            Note($"The number at character {_at + 2} is too large");
    }

    /// <summary>The first slip is told.</summary>
    private void Note(FormattableString slip) => Slip ??= slip.ToString(CultureInfo.InvariantCulture);
}
