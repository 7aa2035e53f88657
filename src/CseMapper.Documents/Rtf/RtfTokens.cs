namespace CseMapper.Documents.Rtf;

/// <summary>What an RTF file is made of.</summary>
internal enum RtfTokenKind
{
    End,
    GroupStart,
    GroupEnd,

    /// <summary>A control word or symbol: <see cref="RtfTokens.Word"/> and <see cref="RtfTokens.Number"/>.</summary>
    Control,

    /// <summary>A byte given in hex, in the code page of the font.</summary>
    HexByte,

    /// <summary>A byte of text.</summary>
    TextByte,
}

/// <summary>Cuts RTF into tokens (specification 1.9.1, "RTF Syntax"); never fails.</summary>
internal sealed class RtfTokens(byte[] bytes)
{
    private int _at;

    public string Word { get; private set; } = "";

    /// <summary>The control word's number, or null.</summary>
    public int? Number { get; private set; }

    public byte Byte { get; private set; }

    public RtfTokenKind Next()
    {
        while (_at < bytes.Length)
        {
            byte b = bytes[_at++];
            switch (b)
            {
                case (byte)'{':
                    return RtfTokenKind.GroupStart;
                case (byte)'}':
                    return RtfTokenKind.GroupEnd;
                case (byte)'\\':
                    return Control();
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    Byte = b;
                    return RtfTokenKind.TextByte;
            }
        }

        return RtfTokenKind.End;
    }

    /// <summary>Leaves out raw bytes after <c>\bin</c>.</summary>
    public void Skip(int count) => _at = (int)Math.Min(bytes.Length, (long)_at + Math.Max(0, count));

    private RtfTokenKind Control()
    {
        if (_at >= bytes.Length)
            return RtfTokenKind.End;
        if (!char.IsAsciiLetter((char)bytes[_at]))
            return Symbol();
        int start = _at;
        while (_at < bytes.Length && _at - start < 32 && char.IsAsciiLetter((char)bytes[_at]))
            _at++;
        Word = System.Text.Encoding.ASCII.GetString(bytes, start, _at - start);
        Number = TakeNumber();
        if (_at < bytes.Length && bytes[_at] == ' ')
            _at++;
        return RtfTokenKind.Control;
    }

    private int? TakeNumber()
    {
        bool isNegative = _at < bytes.Length && bytes[_at] == '-';
        int at = isNegative ? _at + 1 : _at;
        int first = at;
        long number = 0;
        while (at < bytes.Length && at - first < 10 && char.IsAsciiDigit((char)bytes[at]))
            number = (number * 10) + bytes[at++] - '0';
        if (at == first)
            return null;
        _at = at;
        return (int)Math.Clamp(isNegative ? -number : number, int.MinValue, int.MaxValue);
    }

    private RtfTokenKind Symbol()
    {
        byte symbol = bytes[_at++];
        if (symbol == '\'' && _at + 1 < bytes.Length && Hex(bytes[_at]) is { } high && Hex(bytes[_at + 1]) is { } low)
        {
            _at += 2;
            Byte = (byte)((high << 4) | low);
            return RtfTokenKind.HexByte;
        }

        (Word, Number) = (((char)symbol).ToString(), null);
        return RtfTokenKind.Control;
    }

    private static int? Hex(byte b) => char.IsAsciiHexDigit((char)b) ? Convert.ToInt32(((char)b).ToString(), 16) : null;
}
