namespace CseMapper;

/// <summary>How far a run is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="FilesDone">Files read, of those that have to be.</param>
/// <param name="FilesTotal">Files that have to be read: new ones and changed ones.</param>
/// <param name="Pages">Pages read so far.</param>
/// <param name="BytesDone">Bytes of the files read.</param>
/// <param name="BytesTotal">Bytes of all files that have to be read; time goes by bytes rather than by files.</param>
public readonly record struct MapProgress(
    MapStage Stage,
    int FilesDone,
    int FilesTotal,
    int Pages,
    long BytesDone,
    long BytesTotal
)
{
    /// <summary>Whom the run waits for, as far as known.</summary>
    public RunHolder? Holder { get; init; }
}

/// <summary>The stages of a run that take time.</summary>
public enum MapStage
{
    /// <summary>Waiting for another run to end.</summary>
    Waiting,

    /// <summary>Listing the folder.</summary>
    Listing,

    /// <summary>Reading documents.</summary>
    Reading,

    /// <summary>Reading documents with a second reader.</summary>
    CrossChecking,

    /// <summary>Finding evidence.</summary>
    Matching,

    /// <summary>Comparing passages by meaning that were not compared before: files are texts here, and bytes about
    /// what they cost.</summary>
    Comparing,

    /// <summary>Writing the mapping.</summary>
    Writing,
}
