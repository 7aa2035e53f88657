using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts;

/// <summary>What a font's name and descriptor say of it as a whole (ISO 32000-2, 9.8).</summary>
/// <param name="Name">The base font's name without a subset prefix, or empty.</param>
/// <param name="Flags">The descriptor's flags; 0 where it has none.</param>
/// <param name="IsBold">From the name, the forced-bold flag, or the weight.</param>
/// <param name="IsItalic">From the name, the flag, or the angle.</param>
/// <param name="Ascent">In thousandths of text space.</param>
/// <param name="Descent">In thousandths of text space, negative.</param>
/// <param name="MissingWidth">The width of codes that Widths leaves out, null where none is given.</param>
/// <param name="Descriptor">The font descriptor, null where there is none.</param>
internal sealed record FontTraits(
    string Name,
    int Flags,
    bool IsBold,
    bool IsItalic,
    float Ascent,
    float Descent,
    float? MissingWidth,
    PdfDictionary? Descriptor
)
{
    private const int FixedPitchFlag = 1;
    private const int SerifFlag = 1 << 1;
    private const int ItalicFlag = 1 << 6;
    private const int ForceBoldFlag = 1 << 18;

    public bool IsFixedPitch =>
        (Flags & FixedPitchFlag) != 0 || Name.Contains("Courier", StringComparison.OrdinalIgnoreCase);

    public bool IsSerif => (Flags & SerifFlag) != 0;

    /// <param name="font">The font's dictionary; for composite fonts the descendant's, which carries the
    /// descriptor.</param>
    /// <param name="baseFont">The name to go by.</param>
    public static FontTraits Read(PdfDictionary font, string? baseFont)
    {
        PdfDictionary? descriptor = font["FontDescriptor"].AsDictionary();
        string name = WithoutSubsetPrefix(baseFont ?? descriptor?["FontName"].AsName() ?? "");
        int flags = descriptor?["Flags"].AsInt() ?? 0;
        double weight = descriptor?["FontWeight"].AsNumber() ?? 0;
        double angle = descriptor?["ItalicAngle"].AsNumber() ?? 0;
        return new FontTraits(
            name,
            flags,
            (flags & ForceBoldFlag) != 0 || weight >= 600 || Says(name, "Bold", "Black", "Heavy", "Semibold", "Demi"),
            (flags & ItalicFlag) != 0 || Math.Abs(angle) is > 1 and < 90 || Says(name, "Italic", "Oblique"),
            Sane(descriptor?["Ascent"].AsNumber() ?? 0, 300, 1400, 800),
            -Sane(Math.Abs(descriptor?["Descent"].AsNumber() ?? 0), 50, 700, 220),
            descriptor?["MissingWidth"] is { IsNumber: true } width ? (float)width.AsNumber() : null,
            descriptor
        );
    }

    /// <summary>"ABCDEF+Arial" is a subset of Arial (9.9.2).</summary>
    private static string WithoutSubsetPrefix(string name) =>
        name.Length > 7 && name[6] == '+' && !name.AsSpan(0, 6).ContainsAnyExceptInRange('A', 'Z') ? name[7..] : name;

    private static bool Says(string name, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static float Sane(double value, float least, float most, float otherwise) =>
        value >= least && value <= most ? (float)value : otherwise;
}
