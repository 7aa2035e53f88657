using System.Collections.Frozen;
using System.Globalization;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>
/// Advance widths of the 14 standard fonts (ISO 32000-2, 9.6.2.2), from Adobe's Core 14 metrics; also the measure for
/// fonts that give no widths, since every reader shows those in a look-alike of one of the 14.
/// </summary>
internal sealed class StandardMetrics
{
    private static readonly Lazy<FrozenDictionary<string, StandardMetrics>> _fonts = new(Read);

    private readonly FrozenDictionary<string, short>? _widths;

    private StandardMetrics(FrozenDictionary<string, short>? widths) => _widths = widths;

    /// <summary>Courier: every glyph 600 wide.</summary>
    private static StandardMetrics Courier { get; } = new(null);

    /// <returns>The standard font that a name means, by itself or as an alias (Arial, Times New Roman, Courier New);
    /// null for another font.</returns>
    public static StandardMetrics? Named(FontTraits traits)
    {
        string name = traits.Name;
        if (name.StartsWith("Courier", StringComparison.OrdinalIgnoreCase))
            return Courier;
        if (name.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
            return _fonts.Value["Symbol"];
        if (name.StartsWith("ZapfDingbats", StringComparison.OrdinalIgnoreCase))
            return _fonts.Value["ZapfDingbats"];
        if (name.StartsWith("Times", StringComparison.OrdinalIgnoreCase))
            return Times(traits);
        return
            name.StartsWith("Helvetica", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Arial", StringComparison.OrdinalIgnoreCase)
            ? Helvetica(traits)
            : null;
    }

    /// <returns>The standard font that stands in for a font without widths, by its flags.</returns>
    public static StandardMetrics StandIn(FontTraits traits) =>
        Named(traits)
        ?? (
            traits.IsFixedPitch ? Courier
            : traits.IsSerif ? Times(traits)
            : Helvetica(traits)
        );

    /// <param name="glyph">The glyph's name.</param>
    /// <returns>Thousandths of text space, null where the font has no such glyph.</returns>
    public float? Width(string glyph)
    {
        if (_widths is null)
            return 600;
        return _widths.TryGetValue(glyph, out short width) ? width : null;
    }

    private static StandardMetrics Helvetica(FontTraits traits) =>
        _fonts.Value[traits.IsBold ? "Helvetica-Bold" : "Helvetica"];

    private static StandardMetrics Times(FontTraits traits) =>
        _fonts.Value[
            (traits.IsBold, traits.IsItalic) switch
            {
                (true, true) => "Times-BoldItalic",
                (true, false) => "Times-Bold",
                (false, true) => "Times-Italic",
                _ => "Times-Roman",
            }
        ];

    private static FrozenDictionary<string, StandardMetrics> Read()
    {
        Dictionary<string, Dictionary<string, short>> fonts = new(StringComparer.Ordinal);
        string[] columns = [];
        foreach (string line in FontTables.Lines("metrics.txt"))
        {
            string[] fields = line.Split(' ');
            if (fields[0] == "*")
            {
                columns = fields[1..];
                foreach (string column in columns)
                    fonts.Add(column, new Dictionary<string, short>(StringComparer.Ordinal));
                continue;
            }

            for (int i = 0; i < columns.Length; i++)
                fonts[columns[i]].Add(fields[0], short.Parse(fields[i + 1], CultureInfo.InvariantCulture));
        }

        return fonts.ToFrozenDictionary(
            static font => font.Key,
            static font => new StandardMetrics(font.Value.ToFrozenDictionary(StringComparer.Ordinal)),
            StringComparer.Ordinal
        );
    }
}
