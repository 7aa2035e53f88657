using CseMapper.Documents;

namespace CseMapper.Passages.Workspaces;

/// <summary>What a list of documents shows of a content; its passages stay on the disk.</summary>
/// <param name="Mark">Under what it was read.</param>
/// <param name="Format">What it is.</param>
/// <param name="Status">How reading ended.</param>
/// <param name="Pages">Pages of a paged format, or null.</param>
/// <param name="PassageCount">How many passages were made of it.</param>
/// <param name="Details">The rest, packed: few of them are looked at.</param>
public sealed record StoredContent(
    ReadingMark Mark,
    FileFormat Format,
    ReadStatus Status,
    int? Pages,
    int PassageCount,
    byte[] Details
)
{
    /// <summary>The number under which the workspace keeps it; 0 before it is stored.</summary>
    public long Number { get; init; }

    /// <summary>A file with this content.</summary>
    /// <param name="file">Where the content lies.</param>
    /// <exception cref="InvalidDataException">The details are damaged.</exception>
    public DocumentRecord Describe(KnownFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DetailsCodec.Decode(
            Details,
            new DocumentRecord(file.Path, Format, file.Stamp.Bytes, file.Hash)
            {
                Status = Status,
                Pages = Pages,
                PassageCount = PassageCount,
                Content = Number,
            }
        );
    }
}
