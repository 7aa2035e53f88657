namespace CseMapper.Documents.Files;

/// <summary>A file (or a folder that cannot be entered) that the walk through a policy folder found.</summary>
/// <param name="Path">Its path below the folder, with '/' on every system; what no text can hold of a name stands as
/// \xE9 or \uD800.</param>
/// <param name="FullPath">The path to open it by.</param>
/// <param name="Stamp">Its size and times.</param>
public sealed record FoundFile(string Path, string FullPath, FileStamp Stamp)
{
    /// <summary>Why it is not to be opened, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True for a folder that could not be entered, or not listed to its end: what lies in it is not
    /// known.</summary>
    public bool IsFolder { get; init; }

    /// <summary>The document's path inside of the file, for one that lies in an archive or is attached to a message; null
    /// for a file by itself.</summary>
    public string? Inner { get; init; }

    /// <summary>The path in the bytes of the file system where the name is not UTF-8, else null.</summary>
    public byte[]? RawPath { get; init; }

    /// <summary>Opens it for reading, letting everybody else read, write, move and delete it meanwhile.</summary>
    /// <exception cref="IOException">It has gone, or is locked, or the disk failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The system does not let it be opened.</exception>
    public FileStream Open() =>
        RawPath is null
            ? new FileStream(
                FullPath,
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.ReadWrite | FileShare.Delete,
                    BufferSize = 0,
                    Options = FileOptions.SequentialScan,
                }
            )
            : LinuxFiles.Open(RawPath);
}
