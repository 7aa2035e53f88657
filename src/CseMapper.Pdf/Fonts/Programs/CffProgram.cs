using System.Text;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>A Compact Font Format font (Adobe TN 5176): its charset's glyph names and its built-in encoding.</summary>
internal sealed class CffProgram : FontProgram
{
    private const int CharsetOperator = 15;
    private const int EncodingOperator = 16;
    private const int CharStringsOperator = 17;
    private const int RosOperator = 0x0C1E;

    private readonly BigEndian _file;
    private readonly CffIndex _strings;
    private readonly bool _isCid;
    private readonly int _glyphCount;
    private readonly Lazy<int[]> _charset;
    private readonly Lazy<string?[]> _namesByCode;
    private readonly Lazy<Dictionary<int, int>> _glyphsByCid;

    private CffProgram(BigEndian file, CffIndex strings, Dictionary<int, double> top)
    {
        _file = file;
        _strings = strings;
        _isCid = top.ContainsKey(RosOperator);
        _glyphCount = CffIndex.Read(file, Offset(top, CharStringsOperator)).Count;
        int charset = Offset(top, CharsetOperator);
        int encoding = Offset(top, EncodingOperator);
        _charset = new Lazy<int[]>(() => ReadCharset(charset));
        _namesByCode = new Lazy<string?[]>(() => ReadEncoding(encoding));
        _glyphsByCid = new Lazy<Dictionary<int, int>>(InvertCharset);
    }

    /// <returns>The program, null where the bytes are no CFF font.</returns>
    public static CffProgram? Read(ReadOnlyMemory<byte> bytes)
    {
        BigEndian file = new(bytes);
        if (file.Byte(0) != 1) return null;
        CffIndex names = CffIndex.Read(file, file.Byte(2));
        CffIndex tops = CffIndex.Read(file, names.End);
        if (tops.Count == 0) return null;
        return new CffProgram(file, CffIndex.Read(file, tops.End), CffDictionary.Read(tops[0]));
    }

    public override string? NameOfCode(int code) => !_isCid && (uint)code < 256 ? _namesByCode.Value[code] : null;

    public override string? NameOfGlyph(int glyph) =>
        !_isCid && glyph > 0 && glyph < _charset.Value.Length ? String(_charset.Value[glyph]) : null;

    public override int GlyphOfCid(int cid) => _isCid ? _glyphsByCid.Value.GetValueOrDefault(cid, NoGlyph) : cid;

    private static int Offset(Dictionary<int, double> top, int key) => (int)Math.Clamp(top.GetValueOrDefault(key), 0, int.MaxValue);

    private string? String(int id) =>
        id < 391 ? SimpleEncoding.CffStrings[id] : id - 391 < _strings.Count ? Encoding.Latin1.GetString(_strings[id - 391]) : null;

    /// <returns>The string or character number of every glyph (TN 5176, 13).</returns>
    private int[] ReadCharset(int offset) => offset switch
    {
        0 when !_isCid => [.. Enumerable.Range(0, Math.Min(_glyphCount, 229))],
        1 when !_isCid => Predefined(SimpleEncoding.CffExpertCharset),
        2 when !_isCid => Predefined(SimpleEncoding.CffExpertSubsetCharset),
        _ => OwnCharset(offset),
    };

    private int[] Predefined(string?[] names) =>
        [.. names.TakeWhile(static name => name is not null).Take(_glyphCount).Select(static name => Array.IndexOf(SimpleEncoding.CffStrings, name))];

    private int[] OwnCharset(int offset)
    {
        int[] charset = new int[_glyphCount];
        int format = _file.Byte(offset);
        int at = offset + 1;
        for (int glyph = 1; glyph < _glyphCount && at < _file.Length;)
        {
            int first = _file.UInt16(at);
            int more = format == 0 ? 0 : format == 1 ? _file.Byte(at + 2) : _file.UInt16(at + 2);
            at += format == 0 ? 2 : format == 1 ? 3 : 4;
            for (int i = 0; i <= more && glyph < _glyphCount; i++) charset[glyph++] = first + i;
        }

        return charset;
    }

    private Dictionary<int, int> InvertCharset()
    {
        Dictionary<int, int> glyphs = [];
        int[] charset = _charset.Value;
        for (int glyph = 0; glyph < charset.Length; glyph++) glyphs.TryAdd(charset[glyph], glyph);
        return glyphs;
    }

    /// <returns>The glyph names by code (TN 5176, 12).</returns>
    private string?[] ReadEncoding(int offset)
    {
        if (offset == 0) return SimpleEncoding.Standard;
        if (offset == 1) return SimpleEncoding.CffExpert;
        string?[] names = new string?[256];
        int format = _file.Byte(offset);
        int count = _file.Byte(offset + 1);
        int at = offset + 2;
        int glyph = 1;
        for (int i = 0; i < count; i++)
        {
            int first = _file.Byte(at);
            int more = (format & 0x7F) == 0 ? 0 : _file.Byte(at + 1);
            at += (format & 0x7F) == 0 ? 1 : 2;
            for (int code = first; code <= first + more && code < 256; code++) names[code] = NameOfGlyph(glyph++);
        }

        if ((format & 0x80) == 0) return names;
        int supplements = _file.Byte(at++);
        for (int i = 0; i < supplements; i++, at += 3) names[_file.Byte(at)] = String(_file.UInt16(at + 1));
        return names;
    }
}
