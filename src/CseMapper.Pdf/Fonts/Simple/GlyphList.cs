using System.Buffers.Text;
using System.Text;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// A list of glyph names with their Unicode values, searched where it lies: the lines are sorted by name, so a name
/// costs a dozen comparisons and no list of 4,281 strings is ever made.
/// </summary>
internal sealed class GlyphList
{
    private static readonly Lazy<GlyphList> _lazyAdobe = new(() => new GlyphList(FontTables.Bytes("glyphlist.txt")));
    private static readonly Lazy<GlyphList> _lazyDingbats = new(() =>
        new GlyphList(FontTables.Bytes("zapfdingbats.txt"))
    );

    private readonly byte[] _text;
    private readonly List<int> _lines = [];

    private GlyphList(byte[] text)
    {
        _text = text;
        for (int at = 0; at < text.Length; at += text.AsSpan(at).IndexOf((byte)'\n') + 1)
            _lines.Add(at);
    }

    /// <summary>The Adobe Glyph List 2.0.</summary>
    public static GlyphList Adobe => _lazyAdobe.Value;

    /// <summary>The names a1 to a206 of ITC Zapf Dingbats.</summary>
    public static GlyphList Dingbats => _lazyDingbats.Value;

    /// <returns>The name's text, null where the list has no such name.</returns>
    public string? Find(ReadOnlySpan<char> name)
    {
        int low = 0;
        int high = _lines.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            ReadOnlySpan<byte> line = Line(middle);
            int separator = line.IndexOf((byte)';');
            int order = Compare(name, line[..separator]);
            if (order == 0)
                return Decode(line[(separator + 1)..]);
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    private ReadOnlySpan<byte> Line(int index)
    {
        int start = _lines[index];
        int end = index + 1 < _lines.Count ? _lines[index + 1] - 1 : _text.Length - 1;
        return _text.AsSpan(start, end - start);
    }

    private static int Compare(ReadOnlySpan<char> name, ReadOnlySpan<byte> entry)
    {
        int common = Math.Min(name.Length, entry.Length);
        for (int i = 0; i < common; i++)
        {
            if (name[i] != entry[i])
                return name[i] - entry[i];
        }

        return name.Length - entry.Length;
    }

    private static string Decode(ReadOnlySpan<byte> values)
    {
        StringBuilder text = new(2);
        while (Utf8Parser.TryParse(values, out int value, out int used, 'x'))
        {
            text.Append(new Rune(value).ToString());
            values = values.Length > used ? values[(used + 1)..] : default;
        }

        return SharedText.For(text.ToString());
    }
}
