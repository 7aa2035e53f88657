namespace CseMapper.Pdf.Objects;

/// <summary>The kinds of object in ISO 32000-2, 7.3.</summary>
internal enum PdfKind : byte
{
    Null,
    Boolean,
    Integer,
    Real,
    String,
    Name,
    Array,
    Dictionary,
    Stream,
    Reference,
}

/// <summary>
/// Any object of a PDF file (ISO 32000-2, 7.3) in 24 bytes: numbers, booleans and references need no allocation, and
/// every conversion answers "not that kind" with null or a fallback, because damaged files put anything anywhere.
/// </summary>
internal readonly struct PdfValue
{
    private readonly object? _object;
    private readonly double _number;

    private PdfValue(PdfKind kind, double number, object? value)
    {
        Kind = kind;
        _number = number;
        _object = value;
    }

    public PdfKind Kind { get; }

    public bool IsNull => Kind == PdfKind.Null;

    public bool IsNumber => Kind is PdfKind.Integer or PdfKind.Real;

    public static PdfValue Null => default;

    public static PdfValue From(bool value) => new(PdfKind.Boolean, value ? 1 : 0, null);

    public static PdfValue Integer(long value) => new(PdfKind.Integer, value, null);

    public static PdfValue Real(double value) => new(PdfKind.Real, value, null);

    /// <param name="bytes">The string's bytes after unescaping and decryption.</param>
    public static PdfValue String(byte[] bytes) => new(PdfKind.String, 0, bytes);

    /// <param name="name">The name without its slash, with #xx resolved.</param>
    public static PdfValue Name(string name) => new(PdfKind.Name, 0, name);

    public static PdfValue From(PdfArray array) => new(PdfKind.Array, 0, array);

    public static PdfValue From(PdfDictionary dictionary) => new(PdfKind.Dictionary, 0, dictionary);

    public static PdfValue From(PdfStream stream) => new(PdfKind.Stream, 0, stream);

    public static PdfValue From(PdfReference reference) =>
        new(
            PdfKind.Reference,
            BitConverter.Int64BitsToDouble(((long)reference.Number << 32) | (uint)reference.Generation),
            null
        );

    public bool AsBoolean(bool fallback = false) => Kind == PdfKind.Boolean ? _number != 0 : fallback;

    public double AsNumber(double fallback = 0) => IsNumber ? _number : fallback;

    /// <returns>The number cut to an integer and clamped to the range of <see cref="int"/>.</returns>
    public int AsInt(int fallback = 0) => IsNumber ? (int)Math.Clamp(_number, int.MinValue, int.MaxValue) : fallback;

    public long AsLong(long fallback = 0) => IsNumber ? (long)Math.Clamp(_number, -9e15, 9e15) : fallback;

    public byte[]? AsString() => Kind == PdfKind.String ? (byte[])_object! : null;

    public string? AsName() => Kind == PdfKind.Name ? (string)_object! : null;

    public PdfArray? AsArray() => Kind == PdfKind.Array ? (PdfArray)_object! : null;

    /// <returns>A dictionary, or the dictionary of a stream.</returns>
    public PdfDictionary? AsDictionary() => _object as PdfDictionary ?? (_object as PdfStream)?.Dictionary;

    public PdfStream? AsStream() => Kind == PdfKind.Stream ? (PdfStream)_object! : null;

    public PdfReference? AsReference()
    {
        if (Kind != PdfKind.Reference)
            return null;
        long bits = BitConverter.DoubleToInt64Bits(_number);
        return new PdfReference((int)(bits >> 32), (int)bits);
    }
}

/// <summary>An indirect reference, "12 0 R" (ISO 32000-2, 7.3.10).</summary>
internal readonly record struct PdfReference(int Number, int Generation);
