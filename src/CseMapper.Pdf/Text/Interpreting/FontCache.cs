using CseMapper.Pdf.Files;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>The fonts of a file, each read once; old ones are let go when a file brings more than a document
/// needs.</summary>
internal sealed class FontCache(PdfFile file)
{
    private const int Most = 256;

    private readonly Dictionary<int, PdfFont> _byNumber = [];
    private readonly Dictionary<PdfDictionary, PdfFont> _direct = new(ReferenceEqualityComparer.Instance);

    /// <summary>Grows with every font that takes the place of another: fonts kept elsewhere are then to be asked for
    /// again.</summary>
    public int Version { get; private set; }

    /// <summary>Puts a mended font in the place of another.</summary>
    public void Replace(PdfFont font, PdfFont better)
    {
        Version++;
        Replace(_byNumber, font, better);
        Replace(_direct, font, better);
    }

    /// <param name="value">The entry of the resources, usually a reference.</param>
    /// <param name="dictionary">What it refers to.</param>
    /// <returns>Null when there is no font dictionary.</returns>
    public PdfFont? Get(PdfValue value, PdfDictionary? dictionary)
    {
        if (dictionary is null)
            return null;
        if (value.AsReference() is not { } reference)
            return Get(_direct, dictionary, dictionary);
        return Get(_byNumber, reference.Number, dictionary);
    }

    private PdfFont Get<TKey>(Dictionary<TKey, PdfFont> fonts, TKey key, PdfDictionary dictionary)
        where TKey : notnull
    {
        if (fonts.TryGetValue(key, out PdfFont? known))
            return known;
        if (fonts.Count >= Most)
            fonts.Clear();
        PdfFont font = PdfFontFactory.Create(dictionary, Decode, file.Log);
        fonts.Add(key, font);
        return font;
    }

    private static void Replace<TKey>(Dictionary<TKey, PdfFont> fonts, PdfFont font, PdfFont better)
        where TKey : notnull
    {
        foreach ((TKey key, PdfFont known) in fonts)
        {
            if (ReferenceEquals(known, font))
                fonts[key] = better;
        }
    }

    private byte[] Decode(PdfStream stream) => file.Decoder.Decode(stream).ToArray();
}
