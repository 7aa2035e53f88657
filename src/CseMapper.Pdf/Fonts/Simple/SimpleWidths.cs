using CseMapper.Pdf.Fonts.Programs;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>The advance widths of a simple font (ISO 32000-2, 9.6.2.1): Widths, else the standard metrics, else the
/// program's own.</summary>
internal sealed class SimpleWidths
{
    private readonly float[] _widths = new float[256];
    private readonly FontTraits _traits;
    private readonly bool _hasWidths;

    /// <param name="font">The font's dictionary.</param>
    /// <param name="traits">Its traits.</param>
    /// <param name="scale">From the units of Widths to thousandths of text space: 1, or a Type 3 font's matrix.</param>
    public SimpleWidths(PdfDictionary font, FontTraits traits, double scale)
    {
        _traits = traits;
        Array.Fill(_widths, float.NaN);
        if (font["Widths"].AsArray() is not { Count: > 0 } widths)
            return;
        _hasWidths = true;
        int first = font["FirstChar"].AsInt();
        for (int i = 0; i < Math.Min(widths.Count, 256); i++)
        {
            PdfValue width = widths[i];
            if (width.IsNumber && (uint)(first + i) < 256)
                _widths[first + i] = (float)(width.AsNumber() * scale);
        }
    }

    /// <summary>True where all widths given are one.</summary>
    public bool AreEqual => _widths.Where(static width => width > 0).Distinct().Count() == 1;

    /// <param name="code">The character code.</param>
    /// <param name="name">The code's glyph name, null where it has none.</param>
    /// <param name="program">The embedded program, null where there is none.</param>
    public float Of(int code, string? name, Lazy<FontProgram?> program)
    {
        float width = _widths[code];
        if (float.IsFinite(width))
            return width;
        if (_hasWidths)
            return _traits.MissingWidth ?? 0;
        if (name is not null && StandardMetrics.Named(_traits)?.Width(name) is { } standard)
            return standard;
        if (program.Value is { } embedded && embedded.Width(embedded.GlyphOfCode(code)) is { } own)
            return own;
        return _traits.MissingWidth is > 0 and { } missing
            ? missing
            : (name is null ? null : StandardMetrics.StandIn(_traits).Width(name)) ?? 500;
    }
}
