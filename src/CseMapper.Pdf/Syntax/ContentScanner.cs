using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Syntax;

/// <summary>
/// Reads a content stream (ISO 32000-2, 7.8.2) operator by operator. Operands are counted from 0 in the order of the
/// standard and stay valid until the next call of <see cref="Next"/>; one that is missing or of another kind reads as
/// 0, empty or null. Where more operands stand than the operator takes, the last ones count. Nothing is allocated but
/// names seen for the first time and dictionaries asked for.
/// </summary>
internal ref struct ContentScanner
{
    private readonly NameTable _names;
    private readonly ContentOperands _operands;
    private Lexer _lexer;
    private int _first;
    private bool _hasNoImageEnd;
    private bool _areImageEndsUnparted;

    /// <param name="content">The unfiltered stream; several streams of one page joined with a white-space byte
    /// between.</param>
    /// <param name="operands">Storage used again from stream to stream; never by two scanners at once.</param>
    /// <param name="names">The file's names.</param>
    public ContentScanner(ReadOnlySpan<byte> content, ContentOperands operands, NameTable names)
    {
        _lexer = new Lexer(content);
        _operands = operands;
        _names = names;
    }

    public ContentOperator Operator { get; private set; }

    /// <summary>How many operands the operator has.</summary>
    public readonly int Count => _operands.Count - _first;

    /// <summary>The place in the content after the operator.</summary>
    public readonly int Position => _lexer.Position;

    /// <summary>The stored data of the inline image just read, filters not undone.</summary>
    public ReadOnlySpan<byte> InlineImageData { get; private set; }

    /// <summary>Goes on to the next operator.</summary>
    /// <returns>False at the end of the content.</returns>
    public bool Next()
    {
        _operands.Clear();
        _first = 0;
        while (true)
        {
            switch (_lexer.Next())
            {
                case TokenKind.Integer or TokenKind.Real:
                    _operands.AddNumber(_lexer.Kind, _lexer.Number);
                    break;
                case TokenKind.Keyword:
                    if (ReadKeyword())
                        return true;
                    break;
                case TokenKind.ArrayStart:
                    ReadArray();
                    break;
                case TokenKind.DictionaryStart:
                    ReadDictionary();
                    break;
                case TokenKind.Name:
                    _operands.Add(new(PdfKind.Name, _lexer.HasEscapes ? 1 : 0, _lexer.RawStart, _lexer.Raw.Length));
                    break;
                case TokenKind.String or TokenKind.HexString:
                    _operands.Add(ReadString());
                    break;
                case TokenKind.End:
                    Operator = ContentOperator.Unknown;
                    return false;
                default:
                    break;
            }
        }
    }

    public readonly PdfKind Kind(int index) => At(index).Kind;

    public readonly double Number(int index) => At(index).Number;

    public readonly int Int(int index) => (int)Math.Clamp(At(index).Number, int.MinValue, int.MaxValue);

    /// <returns>The bytes of a string, escapes resolved; empty for anything else.</returns>
    public readonly ReadOnlySpan<byte> Bytes(int index) => Bytes(At(index));

    /// <returns>The bytes of a string, escapes resolved; empty for anything else.</returns>
    public readonly ReadOnlySpan<byte> Bytes(ContentOperand operand) =>
        operand.Kind != PdfKind.String ? default
        : operand.Start >= 0 ? _lexer.Data.Slice(operand.Start, operand.Length)
        : _operands.Unescaped(~operand.Start, operand.Length);

    /// <returns>The name without its slash, the same instance each time; null for anything else.</returns>
    public readonly string? Name(int index) =>
        At(index) is { Kind: PdfKind.Name } name
            ? _names.Get(_lexer.Data.Slice(name.Start, name.Length), name.Number != 0)
            : null;

    /// <returns>The numbers and strings of an array, arrays inside it laid flat; of a lone string or number that
    /// alone.</returns>
    public readonly ReadOnlySpan<ContentOperand> Items(int index)
    {
        ContentOperand operand = At(index);
        return operand.Kind switch
        {
            PdfKind.Array => _operands.Items(operand.Start, operand.Length),
            PdfKind.Null => default,
            _ => _operands.Span(_first + index),
        };
    }

    /// <returns>The dictionary (of marked content or an inline image), made anew at each call; null for anything
    /// else.</returns>
    public readonly PdfDictionary? Dictionary(int index, IPdfResolver? resolver)
    {
        ContentOperand operand = At(index);
        return operand.Kind != PdfKind.Dictionary
            ? null
            : new ObjectParser(_lexer.Data.Slice(operand.Start, operand.Length), 0, _names, resolver).ReadEntries();
    }

    private readonly ContentOperand At(int index) => _operands.At(_first + index);

    private readonly ContentOperand ReadString()
    {
        ReadOnlySpan<byte> raw = _lexer.Raw;
        if (_lexer.Kind == TokenKind.HexString)
            return _operands.FromHex(raw);
        return _lexer.HasEscapes ? _operands.Unescape(raw) : new(PdfKind.String, 0, _lexer.RawStart, raw.Length);
    }

    /// <returns>True when the keyword is an operator that is to be given to the caller.</returns>
    private bool ReadKeyword()
    {
        ReadOnlySpan<byte> word = _lexer.Raw;
        ContentOperator op = ContentOperators.Find(word);
        if (op == ContentOperator.Unknown)
        {
            if (TryAddConstant(word))
                return false;
            op = ContentOperators.FindPrefix(word, out int length);
            if (op == ContentOperator.Unknown)
            {
                _operands.Clear();
                return false;
            }

            _lexer.Position = _lexer.Start + length;
        }

        if (op == ContentOperator.InlineImage)
            ReadInlineImage();
        Operator = op;
        int taken = ContentOperators.OperandCount(op);
        _first = taken == ContentOperators.AnyCount ? 0 : Math.Max(0, _operands.Count - taken);
        return true;
    }

    private readonly bool TryAddConstant(ReadOnlySpan<byte> word)
    {
        bool isTrue = word.SequenceEqual("true"u8);
        if (isTrue || word.SequenceEqual("false"u8))
            _operands.Add(new(PdfKind.Boolean, isTrue ? 1 : 0, 0, 0));
        else if (word.SequenceEqual("null"u8))
            _operands.Add(default);
        else
            return false;
        return true;
    }

    /// <summary>Reads up to the closing bracket; an operator ends an array that was never closed.</summary>
    private void ReadArray()
    {
        int first = _operands.ItemCount;
        int open = 1;
        while (true)
        {
            switch (_lexer.Next())
            {
                case TokenKind.ArrayStart:
                    open++;
                    continue;
                case TokenKind.ArrayEnd when --open > 0:
                    continue;
                case TokenKind.Integer or TokenKind.Real:
                    _operands.AddItem(
                        new(_lexer.Kind == TokenKind.Integer ? PdfKind.Integer : PdfKind.Real, _lexer.Number, 0, 0)
                    );
                    continue;
                case TokenKind.String or TokenKind.HexString:
                    _operands.AddItem(ReadString());
                    continue;
                case TokenKind.Keyword when ContentOperators.Find(_lexer.Raw) == ContentOperator.Unknown:
                    continue;
                case TokenKind.Keyword:
                    _lexer.Position = _lexer.Start;
                    break;
                case TokenKind.ArrayEnd or TokenKind.End:
                    break;
                default:
                    continue;
            }

            _operands.Add(new(PdfKind.Array, 0, first, _operands.ItemCount - first));
            return;
        }
    }

    private void ReadDictionary()
    {
        int start = _lexer.Position;
        int open = 1;
        while (open > 0 && _lexer.Next() != TokenKind.End)
        {
            if (_lexer.Kind == TokenKind.DictionaryStart)
            {
                open++;
            }
            else if (_lexer.Kind == TokenKind.DictionaryEnd)
            {
                open--;
            }
            else if (_lexer.IsKeyword("BDC"u8))
            {
                _lexer.Position = _lexer.Start;
                break;
            }
        }

        _operands.Add(new(PdfKind.Dictionary, 0, start, Math.Max(0, _lexer.Start - start)));
    }

    private void ReadInlineImage()
    {
        int start = _lexer.Position;
        while (_lexer.Next() != TokenKind.End && !_lexer.IsKeyword("ID"u8) && !_lexer.IsKeyword("EI"u8)) { }

        _operands.Clear();
        _operands.Add(new(PdfKind.Dictionary, 0, start, _lexer.Start - start));
        InlineImageData = default;
        if (!_lexer.IsKeyword("ID"u8))
            return;

        int data = _lexer.Position;
        if (data < _lexer.Data.Length && PdfCharacters.IsSpace(_lexer.Data[data]))
            data++;
        int after = data;
        int end = _hasNoImageEnd
            ? -1
            : InlineImageSyntax.FindEnd(_lexer.Data, data, ref _areImageEndsUnparted, out after);
        _hasNoImageEnd = end < 0;
        if (end < 0)
            return;
        InlineImageData = _lexer.Data[data..end];
        _lexer.Position = after;
    }
}
