namespace CseMapper.Pdf.Fonts.Letters;

/// <summary>Where a font's letters are looked for first.</summary>
internal enum LetterSource
{
    /// <summary>The ToUnicode map, as the specification says (ISO 32000-2, 9.10.2).</summary>
    ToUnicode,

    /// <summary>The encoding and its glyph names, the map left aside.</summary>
    Encoding,

    /// <summary>The embedded font program's own names and maps.</summary>
    Program,
}
