using System.Text;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>
/// The character maps of a TrueType font (ISO/IEC 14496-22, 5.2.1), used both ways: codes of a simple font to glyphs
/// (ISO 32000-2, 9.6.5.4) and, the Unicode maps turned round, glyphs to text. Formats 0, 2, 4, 6, 10, 12 and 13.
/// </summary>
internal sealed class TrueTypeCmap
{
    /// <summary>Characters read of all maps together: overlapping segments of a hostile font must not add up to
    /// hours.</summary>
    private const int MostCharacters = 400_000;

    private readonly Dictionary<int, int> _symbol = [];
    private readonly Dictionary<int, int> _mac = [];
    private readonly Dictionary<int, int> _latin = [];
    private readonly int[] _textByGlyph;
    private readonly int _glyphCount;
    private int _budget = MostCharacters;

    public TrueTypeCmap(BigEndian cmap, int glyphCount)
    {
        _glyphCount = glyphCount;
        _textByGlyph = new int[glyphCount];
        int count = Math.Min(cmap.UInt16(2), 64);
        for (int i = 0; i < count; i++)
        {
            int entry = 4 + (8 * i);
            int offset = cmap.Offset(entry + 4);
            BigEndian table = cmap.Slice(offset, cmap.Length);
            switch (cmap.UInt16(entry), cmap.UInt16(entry + 2))
            {
                case (3, 0):
                    Read(table, Symbol);
                    break;
                case (1, 0):
                    Read(table, (code, glyph) => _mac.TryAdd(code, glyph));
                    break;
                case (3, 1) or (3, 10) or (0, _):
                    Read(table, Unicode);
                    break;
            }
        }
    }

    /// <returns>The glyph that a symbolic simple font shows for a code: by the (3,0) map at one of its usual bases,
    /// else by (1,0), else as Latin-1.</returns>
    public int GlyphOfCode(int code)
    {
        if (
            _symbol.TryGetValue(code, out int glyph)
            || _mac.TryGetValue(code, out glyph)
            || _latin.TryGetValue(code, out glyph)
        )
        {
            return glyph;
        }

        return FontProgram.NoGlyph;
    }

    /// <returns>The character that leads to the glyph, the plainest where several do; null where none does.</returns>
    public string? TextOfGlyph(int glyph) =>
        (uint)glyph < (uint)_textByGlyph.Length && _textByGlyph[glyph] is > 0 and { } value && Rune.IsValid(value)
            ? new Rune(value).ToString()
            : null;

    private void Symbol(int code, int glyph)
    {
        _symbol.TryAdd(code & 0xFF, glyph);
        // Above U+F000 the code is the font's own; elsewhere a (3,0) map often holds plain Unicode.
        if (code is >= 0x20 and < 0xE000)
            Unicode(code, glyph);
    }

    private void Unicode(int code, int glyph)
    {
        if (code is >= 0x20 and < 0x100)
            _latin.TryAdd(code, glyph);
        if ((uint)glyph >= (uint)_glyphCount || code < 0x20)
            return;
        int known = _textByGlyph[glyph];
        if (known == 0 || Plainness(code) < Plainness(known))
            _textByGlyph[glyph] = code;
    }

    /// <summary>A glyph drawn for both "-" and the soft hyphen is a hyphen; private values come last.</summary>
    private static int Plainness(int code) =>
        code is >= 0xE000 and <= 0xF8FF ? code + 0x200000
        : code is 0xA0 or 0xAD ? code + 0x100000
        : code;

    private void Read(BigEndian table, Action<int, int> add)
    {
        switch (table.UInt16(0))
        {
            case 0:
                for (int code = 0; code < 256; code++)
                    Add(code, table.Byte(6 + code), add);
                break;
            case 2:
                HighByte(table, add);
                break;
            case 4:
                Segments(table, add);
                break;
            case 6:
                Trimmed(table, table.UInt16(6), table.UInt16(8), 10, add);
                break;
            case 10:
                Trimmed(table, table.Offset(12), table.Offset(16), 20, add);
                break;
            case 12:
                Groups(table, step: 1, add);
                break;
            case 13:
                Groups(table, step: 0, add);
                break;
        }
    }

    private void HighByte(BigEndian table, Action<int, int> add)
    {
        // Only the single-byte codes: text fonts of the two-byte kind carry a Unicode map besides.
        int first = table.UInt16(518);
        int count = table.UInt16(520);
        int range = 524 + table.UInt16(524);
        for (int i = 0; i < Math.Min(count, 256); i++)
            Add(first + i, table.UInt16(range + (2 * i)), add);
    }

    private void Segments(BigEndian table, Action<int, int> add)
    {
        int size = table.UInt16(6) & ~1;
        int ends = 14;
        int starts = ends + size + 2;
        int deltas = starts + size;
        int offsets = deltas + size;
        for (int at = 0; at < size && _budget > 0 && starts + at < table.Length; at += 2)
        {
            int end = table.UInt16(ends + at);
            int offset = table.UInt16(offsets + at);
            for (int code = table.UInt16(starts + at); code <= end && code != 0xFFFF && _budget > 0; code++)
            {
                int glyph =
                    offset == 0 ? code : table.UInt16(offsets + at + offset + (2 * (code - table.UInt16(starts + at))));
                if (glyph != 0 || offset == 0)
                    Add(code, (glyph + table.UInt16(deltas + at)) & 0xFFFF, add);
                else
                    _budget--;
            }
        }
    }

    private void Trimmed(BigEndian table, int first, int count, int at, Action<int, int> add)
    {
        for (int i = 0; i < count && at + (2 * i) < table.Length && _budget > 0; i++)
            Add(first + i, table.UInt16(at + (2 * i)), add);
    }

    private void Groups(BigEndian table, int step, Action<int, int> add)
    {
        int count = Math.Min(table.Offset(12), (table.Length - 16) / 12);
        for (int i = 0; i < count && _budget > 0; i++)
        {
            int group = 16 + (12 * i);
            long first = table.UInt32(group);
            long last = Math.Min(table.UInt32(group + 4), 0x10FFFF);
            long glyph = table.UInt32(group + 8);
            for (long code = first; code <= last && _budget > 0; code++)
                Add((int)code, (int)Math.Min(glyph + ((code - first) * step), int.MaxValue), add);
        }
    }

    private void Add(int code, int glyph, Action<int, int> add)
    {
        _budget--;
        if (glyph > 0)
            add(code, glyph);
    }
}
