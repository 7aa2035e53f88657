using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>What a scan has learnt of an object.</summary>
/// <param name="Reference">Its numbers.</param>
/// <param name="Offset">Where "12 0 obj" begins.</param>
/// <param name="Type">Its Type, where that was told cheaply.</param>
internal readonly record struct ScannedObject(PdfReference Reference, int Offset, ScannedType Type);

/// <summary>The types that matter when a file's cross-references are lost.</summary>
internal enum ScannedType : byte
{
    Other,
    ObjectStream,
    CrossReference,
    Catalog,
    Page,
}

/// <summary>
/// Finds all objects and trailers of a file by one pass over its bytes, for files whose cross-references are damaged.
/// Data of streams is passed over where its end is known, so that a PDF inside a PDF stays out.
/// </summary>
internal ref struct FileScan
{
    /// <summary>How far into an object its type is looked for.</summary>
    private const int Window = 1 << 14;

    private readonly ReadOnlySpan<byte> _bytes;
    private Lexer _lexer;
    private bool _hasNoMoreEnds;

    private FileScan(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _lexer = new Lexer(bytes);
    }

    /// <returns>The objects in the order of the file; an object saved again stands there again.</returns>
    public static List<ScannedObject> Objects(ReadOnlySpan<byte> bytes)
    {
        FileScan scan = new(bytes);
        List<ScannedObject> found = [];
        int p = 0;
        while (p < bytes.Length)
        {
            int next = bytes[p..].IndexOf("obj"u8);
            if (next < 0)
                break;
            p += next;
            if (TryReadHeaderBefore(bytes, p, out PdfReference reference, out int offset))
            {
                ScannedType type = scan.Classify(p + 3, out int dataEnd);
                found.Add(new(reference, offset, type));
                p = Math.Max(p + 3, dataEnd);
            }
            else
            {
                p += 3;
            }
        }

        return found;
    }

    /// <returns>The places after each "trailer" keyword, in the order of the file.</returns>
    public static List<int> Trailers(ReadOnlySpan<byte> bytes)
    {
        List<int> found = [];
        for (int p = 0; ; )
        {
            int next = bytes[p..].IndexOf("trailer"u8);
            if (next < 0)
                return found;
            p += next + "trailer".Length;
            found.Add(p);
        }
    }

    /// <summary>Reads "12 0 " backwards from the keyword.</summary>
    private static bool TryReadHeaderBefore(
        ReadOnlySpan<byte> bytes,
        int keyword,
        out PdfReference reference,
        out int offset
    )
    {
        reference = default;
        int p = keyword;
        offset = 0;
        if (
            !TryReadNumberBefore(bytes, ref p, out int generation) || !TryReadNumberBefore(bytes, ref p, out int number)
        )
        {
            return false;
        }

        reference = new PdfReference(number, generation);
        offset = p;
        return true;
    }

    private static bool TryReadNumberBefore(ReadOnlySpan<byte> bytes, ref int p, out int number)
    {
        number = 0;
        int q = p;
        while (q > 0 && PdfCharacters.IsSpace(bytes[q - 1]))
            q--;
        if (q == p)
            return false;
        int end = q;
        while (q > 0 && end - q < 9 && PdfCharacters.IsDigit(bytes[q - 1]))
            q--;
        if (q == end)
            return false;
        for (int i = q; i < end; i++)
            number = number * 10 + bytes[i] - '0';
        p = q;
        return true;
    }

    /// <param name="position">The first byte after "obj".</param>
    /// <param name="dataEnd">The end of the stream's data, or 0 where there is none.</param>
    private ScannedType Classify(int position, out int dataEnd)
    {
        dataEnd = 0;
        ScannedType type = ScannedType.Other;
        _lexer.Data = _bytes[..Math.Min(_bytes.Length, position + Window)];
        _lexer.Position = position;
        if (_lexer.Next() != TokenKind.DictionaryStart)
            return type;
        int open = 1;
        long length = -1;
        while (open > 0 && _lexer.Next() != TokenKind.End)
        {
            if (_lexer.Kind is TokenKind.DictionaryStart or TokenKind.ArrayStart)
            {
                open++;
            }
            else if (_lexer.Kind is TokenKind.DictionaryEnd or TokenKind.ArrayEnd)
            {
                open--;
            }
            else if (
                _lexer.Kind == TokenKind.Keyword
                && (_lexer.Raw.StartsWith("endobj"u8) || _lexer.IsKeyword("obj"u8))
            )
            {
                return type;
            }
            else if (_lexer.IsKeyword("stream"u8))
            {
                break;
            }
            else if (open == 1 && _lexer.Kind == TokenKind.Name)
            {
                ReadEntry(ref type, ref length);
            }
        }

        if (open == 0)
            _lexer.Next();
        if (_lexer.Kind != TokenKind.Keyword || !_lexer.Raw.StartsWith("stream"u8))
            return type;
        dataEnd = DataEnd(_lexer.Start + "stream".Length, length);
        return type;
    }

    private void ReadEntry(ref ScannedType type, ref long length)
    {
        if (_lexer.Raw.SequenceEqual("Length"u8))
        {
            int before = _lexer.Position;
            bool isDirect =
                _lexer.Next() == TokenKind.Integer && !ReferenceSyntax.TryRead(_bytes, _lexer.Position, out _, out _);
            if (isDirect)
                length = (long)Math.Min(_lexer.Number, int.MaxValue);
            else
                _lexer.Position = before;
        }
        else if (_lexer.Raw.SequenceEqual("Type"u8))
        {
            int before = _lexer.Position;
            if (_lexer.Next() == TokenKind.Name)
                type = TypeOf(_lexer.Raw);
            else
                _lexer.Position = before;
        }
    }

    private static ScannedType TypeOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("ObjStm"u8))
            return ScannedType.ObjectStream;
        if (name.SequenceEqual("XRef"u8))
            return ScannedType.CrossReference;
        if (name.SequenceEqual("Catalog"u8))
            return ScannedType.Catalog;
        return name.SequenceEqual("Page"u8) ? ScannedType.Page : ScannedType.Other;
    }

    private int DataEnd(int start, long claimed)
    {
        // The line end after the keyword may be one byte or two; the check passes over white space anyway.
        if (StreamExtent.IsRight(_bytes, start, claimed))
            return start + (int)claimed;
        if (StreamExtent.IsRight(_bytes, Math.Min(start + 2, _bytes.Length), claimed))
            return start + 2 + (int)claimed;
        if (_hasNoMoreEnds)
            return 0;
        int end = StreamExtent.EndOf(_bytes, start);
        _hasNoMoreEnds = end == _bytes.Length;
        return _hasNoMoreEnds ? 0 : end;
    }
}
