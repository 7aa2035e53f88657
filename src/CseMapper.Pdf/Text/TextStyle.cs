using System.Runtime.InteropServices;

namespace CseMapper.Pdf.Text;

/// <summary>How text looks, as far as it tells headings from body text.</summary>
/// <param name="FontName">The base font's name without a subset prefix.</param>
/// <param name="Size">Height of the em in points as shown, in quarters.</param>
/// <param name="IsBold">By the font's flags or name, or drawn with an outline.</param>
/// <param name="IsItalic">By the font's flags or name.</param>
/// <param name="IsFixedPitch">By the font's flags.</param>
/// <param name="Ascent">Height above the baseline in ems.</param>
/// <param name="Descent">Depth below the baseline in ems, positive.</param>
/// <param name="Colour">Fill colour as 0xRRGGBB.</param>
internal readonly record struct TextStyle(
    string FontName,
    float Size,
    bool IsBold,
    bool IsItalic,
    bool IsFixedPitch,
    float Ascent,
    float Descent,
    int Colour
);

/// <summary>The styles of a document, each once; a piece of text holds an index.</summary>
internal sealed class StyleTable
{
    /// <summary>A document with more styles than this (one a letter, say) shares the last.</summary>
    private const int Most = ushort.MaxValue;

    private readonly List<TextStyle> _styles = [];
    private readonly Dictionary<TextStyle, ushort> _index = [];

    public ref readonly TextStyle this[int style] => ref CollectionsMarshal.AsSpan(_styles)[style];

    public int Count => _styles.Count;

    public ushort Add(in TextStyle style)
    {
        if (_index.TryGetValue(style, out ushort known))
            return known;
        if (_styles.Count >= Most)
            return Most - 1;
        ushort index = (ushort)_styles.Count;
        _styles.Add(style);
        _index.Add(style, index);
        return index;
    }
}
