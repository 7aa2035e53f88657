using System.Runtime.CompilerServices;

namespace CseMapper.Pdf.Syntax;

/// <summary>The tokens of PDF syntax (ISO 32000-2, 7.2 and 7.3).</summary>
internal enum TokenKind : byte
{
    End,
    Integer,
    Real,

    /// <summary>A literal string; <see cref="Lexer.Raw"/> is what stands between the outer parentheses, escapes
    /// unresolved.</summary>
    String,

    /// <summary>A hexadecimal string; <see cref="Lexer.Raw"/> is what stands between the angle brackets.</summary>
    HexString,

    /// <summary>A name; <see cref="Lexer.Raw"/> comes without the slash, #xx unresolved.</summary>
    Name,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,

    /// <summary>A brace, which only functions and CMaps use.</summary>
    Brace,
    Keyword,
}

/// <summary>
/// Splits bytes into tokens without allocating. Damage never throws: absurd numbers are clamped, an unbalanced string
/// ends at the first closing parenthesis or line end, stray delimiters are passed over.
/// </summary>
internal ref struct Lexer
{
    private ReadOnlySpan<byte> _data;
    private Balance _balance;
    private int _rawStart;
    private int _rawLength;

    public Lexer(ReadOnlySpan<byte> data, int position = 0)
    {
        _data = data;
        Position = position;
    }

    /// <summary>How strings end; it is loosened for the rest of the data once one ran to the end, so that the work
    /// stays linear.</summary>
    private enum Balance : byte
    {
        Parentheses,
        FirstParenthesis,
        LineEnd,
    }

    /// <summary>The bytes; may be set to more or less of the same bytes.</summary>
    public ReadOnlySpan<byte> Data
    {
        readonly get => _data;
        set => _data = value;
    }

    /// <summary>The first byte after the current token.</summary>
    public int Position { get; set; }

    /// <summary>The first byte of the current token.</summary>
    public int Start { get; private set; }

    public TokenKind Kind { get; private set; }

    /// <summary>The value of an <see cref="TokenKind.Integer"/> or <see cref="TokenKind.Real"/>.</summary>
    public double Number { get; private set; }

    /// <summary>Whether <see cref="Raw"/> of a string or name has escapes to resolve.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>The bytes of the current keyword, name or string.</summary>
    public readonly ReadOnlySpan<byte> Raw => _data.Slice(_rawStart, _rawLength);

    public readonly int RawStart => _rawStart;

    public readonly bool IsKeyword(ReadOnlySpan<byte> word) => Kind == TokenKind.Keyword && Raw.SequenceEqual(word);

    public TokenKind Next()
    {
        int p = SkipSpaceAndComments();
        Start = p;
        if (p >= _data.Length)
        {
            Position = p;
            return Kind = TokenKind.End;
        }

        byte c = _data[p];
        return Kind = c switch
        {
            (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' => ReadNumber(p),
            (byte)'/' => ReadName(p + 1),
            (byte)'(' => ReadString(p + 1),
            (byte)'<' => p + 1 < _data.Length && _data[p + 1] == '<'
                ? Delimiter(p, 2, TokenKind.DictionaryStart)
                : ReadHexString(p + 1),
            (byte)'>' => p + 1 < _data.Length && _data[p + 1] == '>'
                ? Delimiter(p, 2, TokenKind.DictionaryEnd)
                : Stray(p),
            (byte)'[' => Delimiter(p, 1, TokenKind.ArrayStart),
            (byte)']' => Delimiter(p, 1, TokenKind.ArrayEnd),
            (byte)'{' or (byte)'}' => Delimiter(p, 1, TokenKind.Brace),
            (byte)')' => Stray(p),
            _ => ReadKeyword(p),
        };
    }

    private readonly int SkipSpaceAndComments()
    {
        ReadOnlySpan<byte> data = _data;
        int p = Position;
        while ((uint)p < (uint)data.Length)
        {
            byte c = data[p];
            if (PdfCharacters.IsSpace(c))
                p++;
            else if (c == '%')
                p = LineEnd(p);
            else
                break;
        }

        return p;
    }

    private readonly int LineEnd(int from)
    {
        int length = _data[from..].IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? _data.Length : from + length;
    }

    private TokenKind Delimiter(int p, int length, TokenKind kind)
    {
        SetRaw(p, length);
        Position = p + length;
        return kind;
    }

    /// <summary>A closing delimiter that nothing opened: a keyword that nobody knows, so that the readers above pass
    /// over it.</summary>
    private TokenKind Stray(int p) => Delimiter(p, 1, TokenKind.Keyword);

    private TokenKind ReadKeyword(int p)
    {
        int start = p++;
        while (p < _data.Length && PdfCharacters.IsRegular(_data[p]))
            p++;
        return Delimiter(start, p - start, TokenKind.Keyword);
    }

    private TokenKind ReadName(int p)
    {
        ReadOnlySpan<byte> data = _data;
        int start = p;
        HasEscapes = false;
        for (; (uint)p < (uint)data.Length && PdfCharacters.IsRegular(data[p]); p++)
        {
            if (data[p] == '#')
                HasEscapes = true;
        }

        return Delimiter(start, p - start, TokenKind.Name);
    }

    private TokenKind ReadNumber(int p)
    {
        TokenKind kind = NumberSyntax.Read(_data, ref p, out double number);
        Number = number;
        SetRaw(Start, p - Start);
        Position = p;
        return kind;
    }

    private TokenKind ReadHexString(int p)
    {
        int length = _data[p..].IndexOf((byte)'>');
        if (length < 0)
        {
            length = LineEnd(p) - p;
            Position = p + length;
        }
        else
        {
            Position = p + length + 1;
        }

        SetRaw(p, length);
        HasEscapes = false;
        return TokenKind.HexString;
    }

    private TokenKind ReadString(int p)
    {
        while (true)
        {
            int end = StringEnd(p);
            if (end >= 0)
            {
                SetRaw(p, end - p);
                Position = Math.Min(end + (_balance == Balance.LineEnd ? 0 : 1), _data.Length);
                return TokenKind.String;
            }

            _balance++;
        }
    }

    /// <returns>The place of the byte that ends the string beginning at <paramref name="p"/>, or -1 where there is
    /// none.</returns>
    private int StringEnd(int p)
    {
        ReadOnlySpan<byte> data = _data;
        HasEscapes = false;
        if (_balance == Balance.LineEnd)
        {
            int end = LineEnd(p);
            HasEscapes = data[p..end].Contains((byte)'\\');
            return end;
        }

        int open = 1;
        for (; (uint)p < (uint)data.Length; p++)
        {
            byte c = data[p];
            if (c > '\\')
                continue;
            if (c == '\\')
            {
                HasEscapes = true;
                p++;
            }
            else if (c == ')' && (--open == 0 || _balance == Balance.FirstParenthesis))
            {
                return p;
            }
            else if (c == '(')
            {
                open++;
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetRaw(int start, int length)
    {
        _rawStart = start;
        _rawLength = length;
    }
}
