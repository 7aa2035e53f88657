namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>
/// A TrueType or OpenType font (ISO/IEC 14496-22): cmap, post and hmtx, each read when first asked for. OpenType fonts with
/// CFF outlines take their glyph names from the CFF table.
/// </summary>
internal sealed class TrueTypeProgram : FontProgram
{
    private readonly BigEndian _file;
    private readonly Dictionary<uint, (int Start, int Length)> _tables = [];
    private readonly Lazy<TrueTypeCmap> _cmap;
    private readonly Lazy<string?[]> _names;
    private readonly Lazy<FontProgram?> _outlines;
    private readonly int _unitsPerEm;
    private readonly int _longMetrics;

    public TrueTypeProgram(ReadOnlyMemory<byte> file)
    {
        _file = new BigEndian(file);
        ReadDirectory();
        GlyphCount = Table("maxp").UInt16(4) is > 0 and { } count ? count : 65535;
        _unitsPerEm = Math.Max(1, Table("head").UInt16(18));
        _longMetrics = Table("hhea").UInt16(34);
        _cmap = new Lazy<TrueTypeCmap>(() => new TrueTypeCmap(Table("cmap"), GlyphCount));
        _names = new Lazy<string?[]>(() => PostNames.Read(Table("post"), GlyphCount));
        _outlines = new Lazy<FontProgram?>(() => Raw("CFF ") is { IsEmpty: false } cff ? CffProgram.Read(cff) : null);
    }

    public int GlyphCount { get; }

    public override int GlyphOfCode(int code) => _cmap.Value.GlyphOfCode(code);

    public override string? NameOfGlyph(int glyph)
    {
        string?[] names = _names.Value;
        return (uint)glyph < (uint)names.Length && names[glyph] is { } name ? name : _outlines.Value?.NameOfGlyph(glyph);
    }

    public override int GlyphOfCid(int cid) => _outlines.Value?.GlyphOfCid(cid) ?? cid;

    public override string? TextOfGlyph(int glyph) => _cmap.Value.TextOfGlyph(glyph);

    public override float? Width(int glyph)
    {
        if (_longMetrics == 0 || glyph < 0 || glyph >= GlyphCount) return null;
        BigEndian metrics = Table("hmtx");
        int at = Math.Min(glyph, _longMetrics - 1) * 4;
        return at + 2 <= metrics.Length ? metrics.UInt16(at) * 1000f / _unitsPerEm : null;
    }

    private void ReadDirectory()
    {
        int start = _file.UInt32(0) == 0x74746366 ? _file.Offset(12) : 0;
        int count = Math.Min(_file.UInt16(start + 4), 256);
        for (int i = 0; i < count; i++)
        {
            int entry = start + 12 + (16 * i);
            _tables.TryAdd(_file.UInt32(entry), (_file.Offset(entry + 8), _file.Offset(entry + 12)));
        }
    }

    private BigEndian Table(string tag) => _tables.TryGetValue(Key(tag), out (int Start, int Length) table) ? _file.Slice(table.Start, table.Length) : default;

    private ReadOnlyMemory<byte> Raw(string tag) => Table(tag).Span.ToArray();

    private static uint Key(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];
}
