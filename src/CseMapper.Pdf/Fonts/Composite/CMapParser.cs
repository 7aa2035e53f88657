using System.Text;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts.Composite;

/// <summary>
/// Reads character maps, ToUnicode maps as well as a font's embedded Encoding (ISO 32000-2, 9.7.5.4 and 9.10.3; Adobe
/// TN 5014, 5411). Damage costs the entry it is in: unknown words are passed over, a section may lack its end or lie
/// about its count.
/// </summary>
internal ref struct CMapParser
{
    private const int LongestText = 512;

    private readonly CMap _map = new();
    private readonly Func<string, CMap?> _named;
    private CMapLexer _lexer;
    private CMapToken _token;

    private CMapParser(ReadOnlySpan<byte> source, Func<string, CMap?> named)
    {
        _lexer = new CMapLexer(source);
        _named = named;
    }

    /// <param name="source">The map's decoded bytes.</param>
    /// <param name="named">Finds the map of a usecmap operator by its name; null where it is not known.</param>
    public static CMap Parse(ReadOnlySpan<byte> source, Func<string, CMap?> named)
    {
        CMapParser parser = new(source, named);
        parser.Run();
        return parser._map;
    }

    private void Run()
    {
        string lastName = "";
        bool afterWMode = false;
        while ((_token = _lexer.Next()) != CMapToken.End)
        {
            switch (_token)
            {
                case CMapToken.Name:
                    lastName = Encoding.Latin1.GetString(_lexer.Bytes);
                    afterWMode = lastName == "WMode";
                    break;
                case CMapToken.Number when afterWMode:
                    _map.IsVertical = Number() == 1;
                    afterWMode = false;
                    break;
                case CMapToken.Operator:
                    Operator(lastName);
                    break;
            }
        }
    }

    private void Operator(string lastName)
    {
        // A section that meets another section's start instead of its own end leaves that start as the current token.
        bool again = true;
        while (again && _token == CMapToken.Operator)
        {
            ReadOnlySpan<byte> word = _lexer.Bytes;
            if (word.SequenceEqual("beginbfchar"u8))
            {
                Chars();
            }
            else if (word.SequenceEqual("beginbfrange"u8))
            {
                Ranges();
            }
            else if (word.SequenceEqual("begincodespacerange"u8))
            {
                Codespaces();
            }
            else if (word.SequenceEqual("begincidchar"u8))
            {
                CidChars();
            }
            else if (word.SequenceEqual("begincidrange"u8))
            {
                CidRanges();
            }
            else
            {
                if (word.SequenceEqual("usecmap"u8))
                    _map.Base = _named(lastName);
                again = false;
            }
        }
    }

    private void Chars()
    {
        while (Code(out uint code, out _))
        {
            if (!Advance())
                return;
            if (Destination() is { } text)
                _map.SetText(code, text);
        }
    }

    private void Ranges()
    {
        while (Code(out uint low, out _) && Code(out uint high, out _))
        {
            if (!Advance())
                return;
            if (_token == CMapToken.ArrayStart)
                RangeOfArray(low, high);
            else if (Destination() is { Length: > 0 } first && high >= low)
                RangeFrom(low, high, first);
        }
    }

    private void RangeOfArray(uint low, uint high)
    {
        for (uint code = low; Advance() && _token != CMapToken.ArrayEnd; code++)
        {
            if (_token == CMapToken.Operator)
                return;
            if (Destination() is { } text && code >= low && code <= high)
                _map.SetText(code, text);
        }
    }

    private readonly void RangeFrom(uint low, uint high, string first)
    {
        high = Math.Min(high, low + 0xFFFF < low ? uint.MaxValue : low + 0xFFFF);
        string stem = first[..^1];
        char last = first[^1];
        for (uint offset = 0; offset <= high - low && !_map.IsCut; offset++)
        {
            char letter = (char)(last + offset);
            _map.SetText(low + offset, stem.Length == 0 ? SharedText.For(letter) : stem + letter);
        }
    }

    private void Codespaces()
    {
        while (Code(out uint low, out int length) && Code(out uint high, out int highLength))
        {
            if (length == highLength && length is >= 1 and <= 4)
                _map.AddCodespace(new CodespaceRange(length, low, high));
        }
    }

    private void CidChars()
    {
        while (Code(out uint code, out _) && Advance())
        {
            if (_token == CMapToken.Number)
                _map.SetCid(code, Number());
        }
    }

    private void CidRanges()
    {
        while (Code(out uint low, out _) && Code(out uint high, out _) && Advance())
        {
            if (_token != CMapToken.Number || high < low)
                continue;
            int cid = Number();
            high = Math.Min(high, low + 0xFFFF < low ? uint.MaxValue : low + 0xFFFF);
            for (uint offset = 0; offset <= high - low && !_map.IsCut; offset++)
                _map.SetCid(low + offset, cid + (int)offset);
        }
    }

    /// <summary>Moves to the next code of a section; false at its end, whatever ends it.</summary>
    private bool Code(out uint code, out int length)
    {
        code = 0;
        length = 0;
        while (Advance())
        {
            if (_token == CMapToken.Operator)
                return false;
            if (_token != CMapToken.HexString)
                continue;
            Span<byte> bytes = stackalloc byte[LongestText];
            length = Hex(_lexer.Bytes, bytes);
            for (int i = 0; i < Math.Min(4, length); i++)
                code = (code << 8) | bytes[i];
            return true;
        }

        return false;
    }

    private bool Advance() => (_token = _lexer.Next()) != CMapToken.End;

    /// <returns>The text that the current token stands for; null where it stands for none.</returns>
    private readonly string? Destination()
    {
        if (_token == CMapToken.Name)
            return GlyphNames.Text(Encoding.Latin1.GetString(_lexer.Bytes), dingbats: false);
        if (_token == CMapToken.Number)
            return Number() is > 0 and <= 0xFFFF and { } value ? SharedText.For((char)value) : null;
        if (_token != CMapToken.HexString)
            return null;
        Span<byte> bytes = stackalloc byte[LongestText];
        int length = Hex(_lexer.Bytes, bytes);
        if (length == 1)
            return SharedText.For((char)bytes[0]);
        Span<char> text = stackalloc char[length / 2];
        for (int i = 0; i < text.Length; i++)
            text[i] = (char)((bytes[2 * i] << 8) | bytes[(2 * i) + 1]);
        return text.Length == 1 ? SharedText.For(text[0]) : text.ToString();
    }

    private readonly int Number()
    {
        int value = 0;
        foreach (byte digit in _lexer.Bytes)
        {
            if (digit is < (byte)'0' or > (byte)'9' || value > 100_000_000)
                break;
            value = (value * 10) + digit - '0';
        }

        return value;
    }

    private static int Hex(ReadOnlySpan<byte> digits, Span<byte> bytes)
    {
        int count = 0;
        foreach (byte digit in digits)
        {
            int value = HexValue(digit);
            if (value < 0)
                continue;
            if (count >= bytes.Length * 2)
                break;
            if (count % 2 == 0)
                bytes[count / 2] = (byte)(value << 4);
            else
                bytes[count / 2] |= (byte)value;
            count++;
        }

        return (count + 1) / 2;
    }

    private static int HexValue(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
}
