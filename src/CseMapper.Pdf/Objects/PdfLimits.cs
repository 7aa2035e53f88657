namespace CseMapper.Pdf.Objects;

/// <summary>How much a file may ask for before the rest is left out with a named problem. The defaults are far above honest documents.</summary>
internal sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Arrays and dictionaries inside each other; what lies deeper is read as null. Bounds the use of the stack.</summary>
    public int NestingDepth { get; init; } = 100;

    /// <summary>Bytes that one stream may unfold to.</summary>
    public int StreamBytes { get; init; } = 100 << 20;

    /// <summary>Bytes that all streams of a file together may unfold to, each time a stream is read.</summary>
    public long FileBytes { get; init; } = 2L << 30;

    /// <summary>Pages of a file.</summary>
    public int Pages { get; init; } = 100_000;

    /// <summary>Entries of a tree of bookmarks, names or labels.</summary>
    public int TreeEntries { get; init; } = 100_000;

    /// <summary>Bytes of source text whose parsed objects are kept in memory; memory used is about ten times this.</summary>
    public int CachedSourceBytes { get; init; } = 4 << 20;

    /// <summary>The highest object number (ISO 32000-2, Annex C.2, names this figure for widespread readers).</summary>
    public int ObjectNumber { get; init; } = 8_388_607;
}
