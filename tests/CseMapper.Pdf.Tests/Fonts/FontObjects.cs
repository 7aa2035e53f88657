using System.Text;
using CseMapper.Pdf.Fonts;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Tests.Fonts;

/// <summary>Font dictionaries written by hand, with streams that hold their bytes unfiltered.</summary>
internal static class FontObjects
{
    public static PdfDictionary Dictionary(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        PdfDictionary dictionary = new(null);
        foreach ((string key, object value) in entries)
            dictionary.Set(key, Value(value));
        return dictionary;
    }

    public static PdfArray Array(params ReadOnlySpan<object> items)
    {
        PdfArray array = new(null);
        foreach (object item in items)
            array.Add(Value(item));
        return array;
    }

    public static PdfStream Stream(string text, params ReadOnlySpan<(string Key, object Value)> entries) =>
        new(Dictionary(entries), Encoding.Latin1.GetBytes(text));

    public static PdfStream Stream(byte[] bytes) => new(Dictionary(), bytes);

    public static PdfFont Font(PdfDictionary dictionary, PdfProblemLog? log = null) =>
        PdfFontFactory.Create(dictionary, static stream => stream.Raw.ToArray(), log ?? new PdfProblemLog());

    /// <summary>All text that a font reads in a string's bytes, unknown codes as U+FFFD.</summary>
    public static string Read(PdfFont font, params ReadOnlySpan<byte> codes)
    {
        StringBuilder text = new();
        while (!codes.IsEmpty)
        {
            codes = codes[font.Next(codes, out PdfGlyph glyph)..];
            text.Append(glyph.IsKnown ? glyph.Text : "\uFFFD");
        }

        return text.ToString();
    }

    public static float[] Widths(PdfFont font, params ReadOnlySpan<byte> codes)
    {
        List<float> widths = [];
        while (!codes.IsEmpty)
        {
            codes = codes[font.Next(codes, out PdfGlyph glyph)..];
            widths.Add(glyph.Width);
        }

        return [.. widths];
    }

    /// <summary>A name: strings in the entries are names, as they mostly are in font dictionaries.</summary>
    private static PdfValue Value(object value) =>
        value switch
        {
            PdfValue pdf => pdf,
            string name => PdfValue.Name(name),
            int number => PdfValue.Integer(number),
            double number => PdfValue.Real(number),
            byte[] text => PdfValue.String(text),
            PdfDictionary dictionary => PdfValue.From(dictionary),
            PdfArray array => PdfValue.From(array),
            PdfStream stream => PdfValue.From(stream),
            _ => throw new ArgumentException($"No PDF object for {value.GetType().Name}."),
        };
}
