namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>
/// A TrueType or OpenType font (ISO/IEC 14496-22): cmap, post and hmtx, each read when first asked for. OpenType fonts
/// with CFF outlines take their glyph names from the CFF table.
/// </summary>
internal sealed class TrueTypeProgram : FontProgram
{
    /// <summary>The tables that tell of letters; outlines are let go, so that a file of many large fonts stays small in
    /// memory.</summary>
    private static readonly string[] _needed = ["cmap", "post", "hmtx", "hhea", "maxp", "head"];

    /// <summary>No table that tells of letters comes near this.</summary>
    private const int LargestTable = 32 << 20;

    private readonly Dictionary<string, BigEndian> _tables = new(StringComparer.Ordinal);
    private readonly Lazy<TrueTypeCmap> _cmap;
    private readonly Lazy<string?[]> _names;
    private readonly CffProgram? _outlines;
    private readonly int _unitsPerEm;
    private readonly int _longMetrics;

    public TrueTypeProgram(ReadOnlyMemory<byte> file)
    {
        Dictionary<uint, (int Start, int Length)> directory = ReadDirectory(new BigEndian(file));
        foreach (string tag in _needed)
            _tables[tag] = new BigEndian(Find(directory, tag, file).ToArray());
        _outlines = Find(directory, "CFF ", file) is { IsEmpty: false } cff ? CffProgram.Read(cff) : null;
        GlyphCount = Table("maxp").UInt16(4) is > 0 and { } count ? count : 65535;
        _unitsPerEm = Math.Max(1, Table("head").UInt16(18));
        _longMetrics = Table("hhea").UInt16(34);
        _cmap = new Lazy<TrueTypeCmap>(() => new TrueTypeCmap(Table("cmap"), GlyphCount));
        _names = new Lazy<string?[]>(() => PostNames.Read(Table("post"), GlyphCount));
    }

    public int GlyphCount { get; }

    public override int GlyphOfCode(int code) => _cmap.Value.GlyphOfCode(code);

    public override string? NameOfGlyph(int glyph)
    {
        string?[] names = _names.Value;
        return (uint)glyph < (uint)names.Length && names[glyph] is { } name ? name : _outlines?.NameOfGlyph(glyph);
    }

    public override int GlyphOfCid(int cid) => _outlines?.GlyphOfCid(cid) ?? cid;

    public override string? TextOfGlyph(int glyph) => _cmap.Value.TextOfGlyph(glyph);

    public override float? Width(int glyph)
    {
        if (_longMetrics == 0 || glyph < 0 || glyph >= GlyphCount)
            return null;
        BigEndian metrics = Table("hmtx");
        int at = Math.Min(glyph, _longMetrics - 1) * 4;
        return at + 2 <= metrics.Length ? metrics.UInt16(at) * 1000f / _unitsPerEm : null;
    }

    private static Dictionary<uint, (int Start, int Length)> ReadDirectory(BigEndian file)
    {
        Dictionary<uint, (int Start, int Length)> directory = [];
        int start = file.UInt32(0) == 0x74746366 ? file.Offset(12) : 0;
        int count = Math.Min(file.UInt16(start + 4), 256);
        for (int i = 0; i < count; i++)
        {
            int entry = start + 12 + (16 * i);
            directory.TryAdd(file.UInt32(entry), (file.Offset(entry + 8), file.Offset(entry + 12)));
        }

        return directory;
    }

    private static ReadOnlyMemory<byte> Find(
        Dictionary<uint, (int Start, int Length)> directory,
        string tag,
        ReadOnlyMemory<byte> file
    ) =>
        directory.TryGetValue(Key(tag), out (int Start, int Length) table) && table.Start < file.Length
            ? file.Slice(table.Start, Math.Min(table.Length, Math.Min(file.Length - table.Start, LargestTable)))
            : default;

    private BigEndian Table(string tag) => _tables[tag];

    private static uint Key(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];
}
