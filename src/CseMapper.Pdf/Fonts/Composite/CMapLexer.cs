namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>What a token of a character map is.</summary>
internal enum CMapToken : byte
{
    End,
    HexString,
    Number,
    Name,
    Operator,
    ArrayStart,
    ArrayEnd,

    /// <summary>Something that says nothing here: a dictionary's brackets, a literal string, a procedure.</summary>
    Other,
}

/// <summary>Splits a character map, a small PostScript program, into tokens without allocating; any bytes at all are
/// allowed.</summary>
internal ref struct CMapLexer(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;
    private int _at;

    /// <summary>The bytes of the token: digits of a hex string without brackets, a name without its slash, an operator,
    /// a number.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public CMapToken Next()
    {
        SkipSpace();
        if (_at >= _source.Length)
            return CMapToken.End;
        byte first = _source[_at];
        switch (first)
        {
            case (byte)'<' when _at + 1 < _source.Length && _source[_at + 1] == '<':
            case (byte)'>' when _at + 1 < _source.Length && _source[_at + 1] == '>':
                _at += 2;
                return CMapToken.Other;
            case (byte)'<':
                return Until((byte)'>', CMapToken.HexString);
            case (byte)'(':
                return Until((byte)')', CMapToken.Other);
            case (byte)'[':
                _at++;
                return CMapToken.ArrayStart;
            case (byte)']':
                _at++;
                return CMapToken.ArrayEnd;
            case (byte)'/':
                _at++;
                Word();
                return CMapToken.Name;
            case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                _at++;
                return CMapToken.Other;
            default:
                Word();
                return first is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.'
                    ? CMapToken.Number
                    : CMapToken.Operator;
        }
    }

    private CMapToken Until(byte end, CMapToken token)
    {
        ReadOnlySpan<byte> rest = _source[(_at + 1)..];
        int length = rest.IndexOf(end);
        Bytes = length < 0 ? rest : rest[..length];
        _at += Bytes.Length + 2;
        return token;
    }

    private void Word()
    {
        int start = _at;
        while (_at < _source.Length && !IsSpace(_source[_at]) && !IsDelimiter(_source[_at]))
            _at++;
        Bytes = _source[start.._at];
    }

    private void SkipSpace()
    {
        while (_at < _source.Length)
        {
            if (_source[_at] == '%')
            {
                int end = _source[_at..].IndexOfAny((byte)'\n', (byte)'\r');
                _at = end < 0 ? _source.Length : _at + end;
            }
            else if (!IsSpace(_source[_at]))
            {
                return;
            }
            else
            {
                _at++;
            }
        }
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) =>
        value
            is (byte)'<'
                or (byte)'>'
                or (byte)'['
                or (byte)']'
                or (byte)'/'
                or (byte)'('
                or (byte)')'
                or (byte)'{'
                or (byte)'}'
                or (byte)'%';
}
