using System.Text;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>A Compact Font Format font (Adobe TN 5176): its charset's glyph names and its built-in encoding.</summary>
internal sealed class CffProgram : FontProgram
{
    private const int CharsetOperator = 15;
    private const int EncodingOperator = 16;
    private const int CharStringsOperator = 17;
    private const int RosOperator = 0x0C1E;

    private readonly bool _isCid;
    private readonly string?[] _namesByGlyph = [];
    private readonly string?[] _namesByCode = [];
    private readonly Dictionary<int, int> _glyphsByCid = [];

    /// <summary>All that is ever asked for is read at once, so that the font file can be let go.</summary>
    private CffProgram(BigEndian file, CffIndex strings, Dictionary<int, double> top)
    {
        _isCid = top.ContainsKey(RosOperator);
        int glyphCount = CffIndex.Read(file, Offset(top, CharStringsOperator)).Count;
        int[] charset = ReadCharset(file, Offset(top, CharsetOperator), glyphCount);
        if (_isCid)
        {
            for (int glyph = 0; glyph < charset.Length; glyph++)
                _glyphsByCid.TryAdd(charset[glyph], glyph);
            return;
        }

        _namesByGlyph = [.. charset.Select(id => String(strings, id))];
        _namesByCode = ReadEncoding(file, strings, Offset(top, EncodingOperator));
    }

    /// <returns>The program, null where the bytes are no CFF font.</returns>
    public static CffProgram? Read(ReadOnlyMemory<byte> bytes)
    {
        BigEndian file = new(bytes);
        if (file.Byte(0) != 1)
            return null;
        CffIndex names = CffIndex.Read(file, file.Byte(2));
        CffIndex tops = CffIndex.Read(file, names.End);
        if (tops.Count == 0)
            return null;
        return new CffProgram(file, CffIndex.Read(file, tops.End), CffDictionary.Read(tops[0]));
    }

    public override string? NameOfCode(int code) => (uint)code < (uint)_namesByCode.Length ? _namesByCode[code] : null;

    public override string? NameOfGlyph(int glyph) =>
        glyph > 0 && glyph < _namesByGlyph.Length ? _namesByGlyph[glyph] : null;

    public override int GlyphOfCid(int cid) => _isCid ? _glyphsByCid.GetValueOrDefault(cid, NoGlyph) : cid;

    private static int Offset(Dictionary<int, double> top, int key) =>
        (int)Math.Clamp(top.GetValueOrDefault(key), 0, int.MaxValue);

    private static string? String(CffIndex strings, int id) =>
        id < 391 ? SimpleEncoding.CffStrings[id]
        : id - 391 < strings.Count ? Encoding.Latin1.GetString(strings[id - 391])
        : null;

    /// <returns>The string or character number of every glyph (TN 5176, 13).</returns>
    private int[] ReadCharset(BigEndian file, int offset, int glyphCount) =>
        offset switch
        {
            0 when !_isCid => [.. Enumerable.Range(0, Math.Min(glyphCount, 229))],
            1 when !_isCid => Predefined(SimpleEncoding.CffExpertCharset, glyphCount),
            2 when !_isCid => Predefined(SimpleEncoding.CffExpertSubsetCharset, glyphCount),
            _ => OwnCharset(file, offset, glyphCount),
        };

    private static int[] Predefined(string?[] names, int glyphCount) =>
        [
            .. names
                .TakeWhile(static name => name is not null)
                .Take(glyphCount)
                .Select(static name => Array.IndexOf(SimpleEncoding.CffStrings, name)),
        ];

    private static int[] OwnCharset(BigEndian file, int offset, int glyphCount)
    {
        int[] charset = new int[glyphCount];
        int format = file.Byte(offset);
        int at = offset + 1;
        for (int glyph = 1; glyph < glyphCount && at < file.Length; )
        {
            int first = file.UInt16(at);
            int more =
                format == 0 ? 0
                : format == 1 ? file.Byte(at + 2)
                : file.UInt16(at + 2);
            at +=
                format == 0 ? 2
                : format == 1 ? 3
                : 4;
            for (int i = 0; i <= more && glyph < glyphCount; i++)
                charset[glyph++] = first + i;
        }

        return charset;
    }

    /// <returns>The glyph names by code (TN 5176, 12).</returns>
    private string?[] ReadEncoding(BigEndian file, CffIndex strings, int offset)
    {
        if (offset == 0)
            return SimpleEncoding.Standard;
        if (offset == 1)
            return SimpleEncoding.CffExpert;
        string?[] names = new string?[256];
        int format = file.Byte(offset);
        int count = file.Byte(offset + 1);
        int at = offset + 2;
        int glyph = 1;
        for (int i = 0; i < count; i++)
        {
            int first = file.Byte(at);
            int more = (format & 0x7F) == 0 ? 0 : file.Byte(at + 1);
            at += (format & 0x7F) == 0 ? 1 : 2;
            for (int code = first; code <= first + more && code < 256; code++)
                names[code] = NameOfGlyph(glyph++);
        }

        if ((format & 0x80) == 0)
            return names;
        int supplements = file.Byte(at++);
        for (int i = 0; i < supplements; i++, at += 3)
            names[file.Byte(at)] = String(strings, file.UInt16(at + 1));
        return names;
    }
}
