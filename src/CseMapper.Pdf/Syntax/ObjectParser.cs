using System.Buffers;
using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Encryption;

namespace CseMapper.Pdf.Syntax;

/// <summary>
/// Reads objects (ISO 32000-2, 7.3) from bytes. Damage never throws: what closes nothing is passed over, what is never
/// closed ends where the object ends, what lies deeper than the limit is read as null.
/// </summary>
internal ref struct ObjectParser
{
    private readonly NameTable _names;
    private readonly IPdfResolver? _resolver;
    private readonly ObjectCipher? _cipher;
    private readonly int _depth;
    private Lexer _lexer;

    /// <param name="data">The bytes.</param>
    /// <param name="position">Where to begin.</param>
    /// <param name="names">The file's names.</param>
    /// <param name="resolver">What the dictionaries and arrays read will ask for the objects they refer to.</param>
    /// <param name="cipher">Decrypts strings; null where they are plain.</param>
    /// <param name="depth">How many arrays and dictionaries may lie inside each other.</param>
    public ObjectParser(
        ReadOnlySpan<byte> data,
        int position,
        NameTable names,
        IPdfResolver? resolver = null,
        ObjectCipher? cipher = null,
        int depth = 100
    )
    {
        _lexer = new Lexer(data, position);
        _names = names;
        _resolver = resolver;
        _cipher = cipher;
        _depth = depth;
    }

    /// <summary>The first byte after what was read.</summary>
    public int Position
    {
        readonly get => _lexer.Position;
        set => _lexer.Position = value;
    }

    /// <summary>Reads "12 0 obj".</summary>
    /// <returns>False, with nothing read, where something else stands.</returns>
    public bool TryReadHeader(out PdfReference reference)
    {
        int start = Position;
        reference = default;
        if (_lexer.Next() == TokenKind.Integer && _lexer.Number is >= 0 and <= int.MaxValue)
        {
            int number = (int)_lexer.Number;
            if (_lexer.Next() == TokenKind.Integer && _lexer.Number is >= 0 and <= int.MaxValue)
            {
                int generation = (int)_lexer.Number;
                if (_lexer.Next() == TokenKind.Keyword && _lexer.Raw.StartsWith("obj"u8))
                {
                    Position = _lexer.Start + 3;
                    reference = new PdfReference(number, generation);
                    return true;
                }
            }
        }

        Position = start;
        return false;
    }

    /// <summary>Reads "stream" and its line end, after a dictionary.</summary>
    /// <returns>False, with nothing read, where something else stands.</returns>
    public bool TryReadStreamKeyword()
    {
        int start = Position;
        if (_lexer.Next() != TokenKind.Keyword || !_lexer.Raw.StartsWith("stream"u8))
        {
            Position = start;
            return false;
        }

        // Clause 7.3.8.1: the keyword is followed by CR LF or LF; a lone CR and spaces before the line end are seen as
        // well.
        ReadOnlySpan<byte> data = _lexer.Data;
        int p = _lexer.Start + "stream".Length;
        int q = p;
        while (q < data.Length && data[q] is (byte)' ' or (byte)'\t')
            q++;
        if (q < data.Length && data[q] is (byte)'\r' or (byte)'\n')
            p = q;
        if (p < data.Length && data[p] == '\r')
            p++;
        if (p < data.Length && data[p] == '\n')
            p++;
        Position = p;
        return true;
    }

    /// <summary>Reads one object; null at the end of the data or where a keyword stands that is no object.</summary>
    public PdfValue Read()
    {
        _lexer.Next();
        TryRead(_depth, out PdfValue value);
        return value;
    }

    /// <summary>Reads keys and values up to the end of the data: a dictionary without its brackets, as in inline
    /// images.</summary>
    public PdfDictionary ReadEntries() => ReadDictionary(_depth);

    /// <summary>Makes an object of the current token and what belongs to it.</summary>
    /// <returns>False for the end of the data, a closing bracket or a keyword that is no object.</returns>
    private bool TryRead(int depth, out PdfValue value)
    {
        value = PdfValue.Null;
        switch (_lexer.Kind)
        {
            case TokenKind.Integer:
                value = ReadIntegerOrReference();
                return true;
            case TokenKind.Real:
                value = PdfValue.Real(_lexer.Number);
                return true;
            case TokenKind.Name:
                value = PdfValue.Name(_names.Get(_lexer.Raw, _lexer.HasEscapes));
                return true;
            case TokenKind.String or TokenKind.HexString:
                value = PdfValue.String(ReadString());
                return true;
            case TokenKind.ArrayStart:
                if (depth > 0)
                    value = PdfValue.From(ReadArray(depth - 1));
                else
                    SkipNested();
                return true;
            case TokenKind.DictionaryStart:
                if (depth > 0)
                    value = PdfValue.From(ReadDictionary(depth - 1));
                else
                    SkipNested();
                return true;
            case TokenKind.Keyword:
                return TryReadConstant(out value);
            default:
                return false;
        }
    }

    private readonly bool TryReadConstant(out PdfValue value)
    {
        ReadOnlySpan<byte> word = _lexer.Raw;
        bool isTrue = word.SequenceEqual("true"u8);
        value = isTrue || word.SequenceEqual("false"u8) ? PdfValue.From(isTrue) : PdfValue.Null;
        return !value.IsNull || word.SequenceEqual("null"u8);
    }

    private readonly byte[] ReadString()
    {
        ReadOnlySpan<byte> raw = _lexer.Raw;
        byte[] bytes;
        if (_lexer.Kind == TokenKind.String && !_lexer.HasEscapes)
        {
            bytes = raw.ToArray();
        }
        else
        {
            byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length + 1);
            int length =
                _lexer.Kind == TokenKind.String
                    ? StringSyntax.Unescape(raw, buffer)
                    : StringSyntax.FromHex(raw, buffer);
            bytes = buffer.AsSpan(0, length).ToArray();
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return _cipher is null ? bytes : _cipher.DecryptString(bytes);
    }

    private PdfValue ReadIntegerOrReference()
    {
        double number = _lexer.Number;
        if (
            number is >= 0 and <= int.MaxValue
            && ReferenceSyntax.TryRead(_lexer.Data, _lexer.Position, out int generation, out int end)
        )
        {
            _lexer.Position = end;
            return PdfValue.From(new PdfReference((int)number, generation));
        }

        return PdfValue.Integer((long)Math.Clamp(number, -9e18, 9e18));
    }

    private PdfArray ReadArray(int depth)
    {
        PdfArray array = new(_resolver);
        while (true)
        {
            TokenKind kind = _lexer.Next();
            if (kind is TokenKind.ArrayEnd or TokenKind.End)
                return array;
            if (TryRead(depth, out PdfValue value))
            {
                array.Add(value);
            }
            else if (EndsObject())
            {
                return array;
            }
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        PdfDictionary dictionary = new(_resolver);
        while (true)
        {
            TokenKind kind = _lexer.Next();
            if (kind is TokenKind.DictionaryEnd or TokenKind.End)
                return dictionary;
            if (kind == TokenKind.Keyword && EndsObject())
                return dictionary;
            if (kind != TokenKind.Name)
                continue;

            string key = _names.Get(_lexer.Raw, _lexer.HasEscapes);
            kind = _lexer.Next();
            if (TryRead(depth, out PdfValue value))
                dictionary.Set(key, value);
            else if (kind is TokenKind.DictionaryEnd or TokenKind.End || EndsObject())
                return dictionary;
        }
    }

    /// <summary>Whether the current token can only stand after an object that was never closed; if so it is given
    /// back.</summary>
    private bool EndsObject()
    {
        if (_lexer.Kind == TokenKind.End)
            return true;
        if (_lexer.Kind != TokenKind.Keyword)
            return false;
        ReadOnlySpan<byte> word = _lexer.Raw;
        bool ends =
            word.StartsWith("endobj"u8)
            || word.StartsWith("stream"u8)
            || word.StartsWith("endstream"u8)
            || word.SequenceEqual("obj"u8)
            || word.SequenceEqual("xref"u8)
            || word.SequenceEqual("trailer"u8)
            || word.SequenceEqual("startxref"u8);
        if (ends)
            _lexer.Position = _lexer.Start;
        return ends;
    }

    /// <summary>Passes over an array or dictionary without recursion.</summary>
    private void SkipNested()
    {
        int open = 1;
        while (open > 0)
        {
            switch (_lexer.Next())
            {
                case TokenKind.ArrayStart or TokenKind.DictionaryStart:
                    open++;
                    break;
                case TokenKind.ArrayEnd or TokenKind.DictionaryEnd:
                    open--;
                    break;
                case TokenKind.End:
                    return;
                case TokenKind.Keyword:
                    if (EndsObject())
                        return;
                    break;
                default:
                    break;
            }
        }
    }
}
