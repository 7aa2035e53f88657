using System.Text;
using CseMapper.Pdf.Fonts.Simple;

namespace CseMapper.Pdf.Fonts.Programs;

/// <summary>The glyph names of a post table (ISO/IEC 14496-22, 5.2.8): formats 1, 2 and 2.5; format 3 has
/// none.</summary>
internal static class PostNames
{
    /// <param name="post">The table, empty where the font has none.</param>
    /// <param name="glyphCount">The font's number of glyphs.</param>
    /// <returns>The names by glyph; shorter than the font where it names fewer.</returns>
    public static string?[] Read(BigEndian post, int glyphCount) =>
        post.UInt32(0) switch
        {
            0x00010000 => SimpleEncoding.MacGlyphs,
            0x00020000 => Format2(post, glyphCount),
            0x00025000 => Format25(post, glyphCount),
            _ => [],
        };

    private static string?[] Format2(BigEndian post, int glyphCount)
    {
        int count = Math.Min(Math.Min(post.UInt16(32), glyphCount), Math.Max(0, (post.Length - 34) / 2));
        List<string> own = PascalStrings(post, 34 + (2 * post.UInt16(32)));
        string?[] names = new string?[count];
        for (int glyph = 0; glyph < count; glyph++)
        {
            int index = post.UInt16(34 + (2 * glyph));
            if (index < 258)
                names[glyph] = SimpleEncoding.MacGlyphs[index];
            else if (index - 258 < own.Count)
                names[glyph] = own[index - 258];
        }

        return names;
    }

    private static string?[] Format25(BigEndian post, int glyphCount)
    {
        int count = Math.Min(Math.Min(post.UInt16(32), glyphCount), Math.Max(0, post.Length - 34));
        string?[] names = new string?[count];
        for (int glyph = 0; glyph < count; glyph++)
        {
            int index = glyph + (sbyte)post.Byte(34 + glyph);
            if (index is >= 0 and < 258)
                names[glyph] = SimpleEncoding.MacGlyphs[index];
        }

        return names;
    }

    private static List<string> PascalStrings(BigEndian post, int at)
    {
        List<string> strings = [];
        while (at < post.Length && strings.Count < 65536)
        {
            int length = Math.Min(post.Byte(at), post.Length - at - 1);
            strings.Add(Encoding.Latin1.GetString(post.Span.Slice(at + 1, length)));
            at += length + 1;
        }

        return strings;
    }
}
