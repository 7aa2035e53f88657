using CseMapper.Pdf.Objects;
using CseMapper.Pdf.Objects.Filters;
using CseMapper.Pdf.Syntax;

namespace CseMapper.Pdf.Files;

/// <summary>
/// Reads the chain of cross-reference sections (ISO 32000-2, 7.5.4 to 7.5.8), newest first: tables, streams, and both
/// in one file. Anything that does not fit makes the whole chain fail, and the file is scanned instead.
/// </summary>
internal sealed class CrossReferenceReader
{
    /// <summary>A file saved more often than this since it was last written whole is scanned.</summary>
    private const int MostSections = 4096;

    private const int EntryLength = 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _shift;
    private readonly NameTable _names;
    private readonly IPdfResolver _resolver;
    private readonly StreamDecoder _decoder;
    private readonly HashSet<int> _seen = [];

    /// <param name="bytes">The file.</param>
    /// <param name="shift">Bytes before the header, from which writers may have counted.</param>
    /// <param name="names">The file's names.</param>
    /// <param name="resolver">The file.</param>
    /// <param name="decoder">Unfolds cross-reference streams.</param>
    /// <param name="limits">Bounds object numbers.</param>
    public CrossReferenceReader(
        ReadOnlyMemory<byte> bytes,
        int shift,
        NameTable names,
        IPdfResolver resolver,
        StreamDecoder decoder,
        PdfLimits limits
    )
    {
        _bytes = bytes;
        _shift = shift;
        _names = names;
        _resolver = resolver;
        _decoder = decoder;
        Table = new CrossReferenceTable(limits.ObjectNumber);
        Trailer = new PdfDictionary(resolver);
    }

    public CrossReferenceTable Table { get; }

    /// <summary>The newest trailer; entries that it lacks come from older ones.</summary>
    public PdfDictionary Trailer { get; }

    /// <returns>False when the chain is damaged anywhere.</returns>
    public bool TryRead()
    {
        int marker = _bytes.Span.LastIndexOf("startxref"u8);
        if (marker < 0)
            return false;
        Lexer lexer = new(_bytes.Span, marker + "startxref".Length);
        if (lexer.Next() != TokenKind.Integer)
            return false;
        double next = lexer.Number;
        while (next >= 0)
        {
            if (_seen.Count >= MostSections || ReadSection(next, overFree: false) is not { } trailer)
                return false;

            // Hybrid files: what the table calls free may stand in the stream beside it.
            PdfValue beside = trailer.Raw("XRefStm");
            if (beside.IsNumber)
                ReadSection(beside.AsNumber(), overFree: true);
            foreach (string key in trailer.Keys)
            {
                if (!Trailer.Contains(key))
                    Trailer.Set(key, trailer.Raw(key));
            }

            // An indirect Prev is against the standard, but seen; 0 is how some writers say "none".
            next = trailer["Prev"].AsNumber(-1);
            if (next == 0 || _seen.Contains((int)Math.Min(next, int.MaxValue)))
                break;
        }

        return Table.Length > 0 && Trailer.Contains("Root");
    }

    /// <returns>The section's trailer, or null when there is no section.</returns>
    private PdfDictionary? ReadSection(double offset, bool overFree)
    {
        if (offset < 0 || offset >= _bytes.Length || !_seen.Add((int)offset))
            return null;
        PdfDictionary? trailer = ReadSectionAt((int)offset, overFree);
        return trailer is null && _shift > 0 && offset + _shift < _bytes.Length
            ? ReadSectionAt((int)offset + _shift, overFree)
            : trailer;
    }

    private PdfDictionary? ReadSectionAt(int offset, bool overFree)
    {
        Lexer lexer = new(_bytes.Span, offset);
        TokenKind kind = lexer.Next();
        if (lexer.IsKeyword("xref"u8))
            return ReadTable(lexer);
        return kind == TokenKind.Integer ? ReadStream(offset, overFree) : null;
    }

    private PdfDictionary? ReadTable(Lexer lexer)
    {
        while (lexer.Next() == TokenKind.Integer)
        {
            double first = lexer.Number;
            if (lexer.Next() != TokenKind.Integer || first < 0 || first > int.MaxValue / 2 || lexer.Number < 0)
                return null;
            if (!ReadSubsection(ref lexer, (int)first, (int)Math.Min(lexer.Number, int.MaxValue / 2)))
                return null;
        }

        if (!lexer.IsKeyword("trailer"u8))
            return null;
        ObjectParser parser = new(lexer.Data, lexer.Position, _names, _resolver);
        return parser.Read().AsDictionary();
    }

    private bool ReadSubsection(ref Lexer lexer, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int place = PdfCharacters.SkipSpace(lexer.Data, lexer.Position);
            if (TryReadFixedEntry(lexer.Data, place, out double offset, out int generation, out byte mark))
            {
                lexer.Position = place + EntryLength - 2;
            }
            else
            {
                if (lexer.Next() != TokenKind.Integer)
                {
                    // Fewer entries than announced.
                    lexer.Position = lexer.Start;
                    return lexer.IsKeyword("trailer"u8);
                }

                offset = lexer.Number;
                if (lexer.Next() != TokenKind.Integer)
                    return false;
                generation = (int)Math.Min(lexer.Number, ushort.MaxValue);
                if (lexer.Next() != TokenKind.Keyword || lexer.Raw is not [(byte)'n' or (byte)'f'])
                    return false;
                mark = lexer.Raw[0];
            }

            bool isInFile = mark == 'n' && offset > 0 && offset < _bytes.Length;
            Table.AddOlder(
                first + i,
                isInFile ? new(ObjectPlace.InFile, (int)offset, generation) : new(ObjectPlace.Free, 0, generation)
            );
        }

        return true;
    }

    /// <summary>"0000000016 00000 n", as it stands in all but damaged files: much faster than tokens.</summary>
    private static bool TryReadFixedEntry(
        ReadOnlySpan<byte> data,
        int p,
        out double offset,
        out int generation,
        out byte mark
    )
    {
        offset = 0;
        generation = 0;
        mark = 0;
        if (p + EntryLength > data.Length)
            return false;
        ReadOnlySpan<byte> entry = data.Slice(p, EntryLength);
        bool hasMark = entry[17] is (byte)'n' or (byte)'f' && PdfCharacters.IsSpace(entry[18]);
        if (!hasMark || entry[10] != ' ' || entry[16] != ' ')
            return false;
        long value = 0;
        for (int i = 0; i < 16; i++)
        {
            int digit = entry[i] - '0';
            if (i == 10)
            {
                offset = value;
                value = 0;
            }
            else if ((uint)digit > 9)
            {
                return false;
            }
            else
            {
                value = value * 10 + digit;
            }
        }

        generation = (int)value;
        mark = entry[17];
        return true;
    }

    private PdfDictionary? ReadStream(int offset, bool overFree)
    {
        ObjectParser parser = new(_bytes.Span, offset, _names, _resolver);
        if (!parser.TryReadHeader(out _) || parser.Read().AsDictionary() is not { } dictionary)
            return null;
        if (dictionary["W"].AsArray() is not { Count: >= 3 } widths || !parser.TryReadStreamKeyword())
            return null;
        int length = StreamExtent.Length(_bytes.Span, parser.Position, dictionary.Raw("Length").AsLong(-1));
        using DecodedStream decoded = _decoder.DecodePooled(
            new PdfStream(dictionary, _bytes.Slice(parser.Position, length))
        );
        CrossReferenceStream section = new(dictionary, widths);
        return section.Read(decoded.Span, _bytes.Length, Table, overFree) ? dictionary : null;
    }
}
