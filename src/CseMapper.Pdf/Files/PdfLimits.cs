namespace CseMapper.Pdf.Files;

/// <summary>
/// How much a file may ask for before the rest is left out with a named problem. The defaults are far above honest
/// documents.
/// </summary>
internal sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Arrays and dictionaries inside each other; what lies deeper is read as null. Bounds the use of the
    /// stack.</summary>
    public int NestingDepth { get; init; } = 100;

    /// <summary>Bytes that one stream may unfold to.</summary>
    public int StreamBytes { get; init; } = 100 << 20;

    /// <summary>
    /// Bytes that all streams of a file together may come to, each counted every time it is read, whatever the file's
    /// size.
    /// </summary>
    public long FileBytes { get; init; } = 2L << 30;

    /// <summary>
    /// Bytes that the streams of any file may come to, however small it is; each byte of the file allows <see
    /// cref="StreamBytesPerByte"/> more.
    /// </summary>
    public long LeastFileBytes { get; init; } = 256L << 20;

    /// <summary>How much each byte of a file adds to what its streams may come to.</summary>
    public int StreamBytesPerByte { get; init; } = 64;

    /// <summary>
    /// Bytes of source that may be parsed in any file, however small it is; each byte of the file allows
    /// <see cref="ParsesPerByte"/>
    /// more.
    /// </summary>
    public long LeastParsedBytes { get; init; } = 32L << 20;

    /// <summary>How often each byte of a file may be parsed: bounds objects that overlap.</summary>
    public int ParsesPerByte { get; init; } = 16;

    /// <summary>Pages of a file.</summary>
    public int Pages { get; init; } = 100_000;

    /// <summary>Entries of a tree of bookmarks, names or labels.</summary>
    public int TreeEntries { get; init; } = 100_000;

    /// <summary>Bytes of source text whose parsed objects are kept in memory; memory used is about ten times
    /// this.</summary>
    public int CachedSourceBytes { get; init; } = 4 << 20;

    /// <summary>The highest object number (ISO 32000-2, Annex C.2, names this figure for widespread readers).</summary>
    public int ObjectNumber { get; init; } = 8_388_607;
}
