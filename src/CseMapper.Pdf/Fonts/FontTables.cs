using System.Text;

namespace CseMapper.Pdf.Fonts;

/// <summary>The text tables that the assembly carries (glyph list, encodings, metrics, symbols); read when first asked
/// for.</summary>
internal static class FontTables
{
    /// <param name="name">The file's name, "glyphlist.txt".</param>
    public static byte[] Bytes(string name)
    {
        using Stream stream =
            typeof(FontTables).Assembly.GetManifestResourceStream("CseMapper.Pdf.Fonts.Tables." + name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <param name="name">The file's name, "encodings.txt".</param>
    public static string[] Lines(string name) =>
        Encoding.UTF8.GetString(Bytes(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
