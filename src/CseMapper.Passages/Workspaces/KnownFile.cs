using CseMapper.Documents.Files;

namespace CseMapper.Passages.Workspaces;

/// <summary>A file of the policy folder as the workspace remembers it.</summary>
/// <param name="Path">Its path below the folder.</param>
/// <param name="Stamp">Its size and times when it was last read or found unchanged.</param>
/// <param name="ReadAt">When that was, UTC in units of 100 ns.</param>
/// <param name="Hash">SHA-256 of its content in lower-case hex, or empty where it could not be opened.</param>
public sealed record KnownFile(string Path, FileStamp Stamp, long ReadAt, string Hash)
{
    /// <summary>Why there is no content, for a file without hash.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True when the file found under the same path is surely the one that is remembered.</summary>
    /// <param name="found">What the folder has now.</param>
    public bool IsSurely(FoundFile found) =>
        Hash.Length > 0 && found is { Refusal: null } && found.Stamp == Stamp && !Stamp.IsTooFreshFor(ReadAt);
}
