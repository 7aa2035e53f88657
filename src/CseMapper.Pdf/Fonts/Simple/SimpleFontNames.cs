using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Fonts.Simple;

/// <summary>The glyph names of a simple font's codes, as far as its dictionary gives them (ISO 32000-2,
/// 9.6.5).</summary>
/// <param name="Names">The names by code; null where only the font program knows.</param>
/// <param name="IsNamed">By code, true where Differences or a named base encoding gave the name, false where it is only
/// assumed.</param>
internal sealed record SimpleFontNames(string?[] Names, bool[] IsNamed)
{
    /// <param name="font">The font's dictionary.</param>
    /// <param name="traits">Its traits.</param>
    /// <param name="isTrueType">True for a TrueType font, whose codes without encoding are Windows' and not
    /// Adobe's.</param>
    public static SimpleFontNames Read(PdfDictionary font, FontTraits traits, bool isTrueType)
    {
        PdfValue encoding = font["Encoding"];
        PdfDictionary? dictionary = encoding.AsDictionary();
        string?[]? named = SimpleEncoding.Named(encoding.AsName() ?? dictionary?["BaseEncoding"].AsName());
        string?[] names = (string?[])(named ?? Implied(traits, isTrueType)).Clone();
        bool[] isNamed = new bool[256];
        if (named is not null)
            Array.Fill(isNamed, true);
        if (dictionary?["Differences"].AsArray() is { } differences)
            Apply(differences, names, isNamed);
        return new SimpleFontNames(names, isNamed);
    }

    private static string?[] Implied(FontTraits traits, bool isTrueType)
    {
        if (traits.Name.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
            return SimpleEncoding.Symbol;
        if (traits.Name.Contains("Dingbats", StringComparison.OrdinalIgnoreCase))
            return SimpleEncoding.ZapfDingbats;
        return isTrueType ? SimpleEncoding.WinAnsi : SimpleEncoding.Standard;
    }

    private static void Apply(PdfArray differences, string?[] names, bool[] isNamed)
    {
        int code = 0;
        int count = Math.Min(differences.Count, 4096);
        for (int i = 0; i < count; i++)
        {
            PdfValue item = differences[i];
            if (item.IsNumber)
            {
                code = item.AsInt();
            }
            else if (item.AsName() is { } name)
            {
                if ((uint)code < 256)
                {
                    names[code] = name == ".notdef" ? null : name;
                    isNamed[code] = true;
                }

                code++;
            }
        }
    }
}
