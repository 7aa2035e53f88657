using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>An unfolded object stream (ISO 32000-2, 7.5.7) and where in it each object lies.</summary>
internal sealed class ObjectStream
{
    /// <summary>No object takes less room than its two numbers and a value.</summary>
    private const int LeastBytes = 4;

    private readonly ReadOnlyMemory<byte> _data;
    private readonly int[] _numbers;
    private readonly int[] _offsets;

    private ObjectStream(ReadOnlyMemory<byte> data, int[] numbers, int[] offsets)
    {
        _data = data;
        _numbers = numbers;
        _offsets = offsets;
    }

    /// <summary>Bytes that it takes in memory.</summary>
    public int Size => _data.Length + _numbers.Length * 8;

    /// <summary>The numbers of its objects.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <param name="dictionary">The stream's dictionary.</param>
    /// <param name="data">Its data, unfolded.</param>
    public static ObjectStream Read(PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        int count = Math.Clamp(dictionary["N"].AsInt(), 0, data.Length / LeastBytes + 1);
        int first = Math.Clamp(dictionary["First"].AsInt(), 0, data.Length);
        int[] numbers = new int[count];
        int[] offsets = new int[count];
        Lexer lexer = new(data.Span);
        int read = 0;
        while (read < count && lexer.Next() == TokenKind.Integer)
        {
            int number = (int)Math.Clamp(lexer.Number, -1, int.MaxValue);
            if (lexer.Next() != TokenKind.Integer)
                break;
            numbers[read] = number;
            offsets[read++] = (int)Math.Clamp(lexer.Number + first, 0, data.Length);
        }

        return new ObjectStream(data, numbers[..read], offsets[..read]);
    }

    /// <summary>Reads an object, by its place if its number stands there, else by its number.</summary>
    /// <returns>The object, or null where the stream does not hold it.</returns>
    public PdfValue Object(int number, int index, NameTable names, IPdfResolver resolver, int depth, out int length)
    {
        length = 0;
        if ((uint)index >= (uint)_numbers.Length || _numbers[index] != number)
            index = Array.LastIndexOf(_numbers, number);
        if (index < 0)
            return PdfValue.Null;
        ObjectParser parser = new(_data.Span, _offsets[index], names, resolver, cipher: null, depth);
        PdfValue value = parser.Read();
        length = parser.Position - _offsets[index];
        return value;
    }
}
