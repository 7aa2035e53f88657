using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Syntax;

/// <summary>An operand of a content operator, or an item of an array among them.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Number">The value of a number; 1 for true and for a name with escapes.</param>
/// <param name="Start">Where its bytes lie: in the content, or, as the complement (negative), in the unescaped bytes;
/// of an array its first item.</param>
/// <param name="Length">Of how many bytes or items.</param>
internal readonly record struct ContentOperand(PdfKind Kind, double Number, int Start, int Length);

/// <summary>The storage behind a <see cref="ContentScanner"/>, used again from operator to operator and from stream to
/// stream.</summary>
internal sealed class ContentOperands
{
    /// <summary>Beyond this many the oldest operands are junk that no operator ever took.</summary>
    private const int MostOperands = 64;

    /// <summary>Storage that one odd operator has blown up beyond this is let go.</summary>
    private const int MostKept = 1 << 16;

    private readonly ContentOperand[] _operands = new ContentOperand[MostOperands];
    private ContentOperand[] _items = new ContentOperand[256];
    private byte[] _bytes = new byte[1024];
    private int _byteCount;

    public int Count { get; private set; }

    public int ItemCount { get; private set; }

    public void Clear()
    {
        Count = 0;
        ItemCount = 0;
        _byteCount = 0;
        if (_items.Length > MostKept)
            _items = new ContentOperand[256];
        if (_bytes.Length > MostKept)
            _bytes = new byte[1024];
    }

    public ContentOperand At(int index) => (uint)index < (uint)Count ? _operands[index] : default;

    public ReadOnlySpan<ContentOperand> Span(int index) => _operands.AsSpan(index, 1);

    public ReadOnlySpan<ContentOperand> Items(int first, int count) => _items.AsSpan(first, count);

    public ReadOnlySpan<byte> Unescaped(int start, int length) => _bytes.AsSpan(start, length);

    public void AddNumber(TokenKind kind, double number) =>
        Add(new(kind == TokenKind.Integer ? PdfKind.Integer : PdfKind.Real, number, 0, 0));

    public void Add(ContentOperand operand)
    {
        if (Count == MostOperands)
        {
            _operands.AsSpan(1).CopyTo(_operands);
            Count--;
        }

        _operands[Count++] = operand;
    }

    public void AddItem(ContentOperand item)
    {
        if (ItemCount == _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        _items[ItemCount++] = item;
    }

    public ContentOperand Unescape(ReadOnlySpan<byte> raw)
    {
        int length = StringSyntax.Unescape(raw, Room(raw.Length));
        return Take(length);
    }

    public ContentOperand FromHex(ReadOnlySpan<byte> raw)
    {
        int length = StringSyntax.FromHex(raw, Room(raw.Length / 2 + 1));
        return Take(length);
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _byteCount < length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _byteCount + length));
        return _bytes.AsSpan(_byteCount);
    }

    private ContentOperand Take(int length)
    {
        ContentOperand operand = new(PdfKind.String, 0, ~_byteCount, length);
        _byteCount += length;
        return operand;
    }
}
