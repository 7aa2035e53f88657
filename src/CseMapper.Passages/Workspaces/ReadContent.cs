using CseMapper.Documents;
using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Workspaces;

/// <summary>What reading one content gave: stored once, however many files hold it.</summary>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
/// <param name="Mark">Under what it was read.</param>
/// <param name="Format">What it is.</param>
/// <param name="Status">How reading ended.</param>
/// <param name="Problems">What went wrong.</param>
/// <param name="Passages">Its passages, in reading order.</param>
public sealed record ReadContent(
    string Hash,
    ReadingMark Mark,
    FileFormat Format,
    ReadStatus Status,
    IReadOnlyList<IngestProblem> Problems,
    IReadOnlyList<Passage> Passages
)
{
    /// <summary>Pages of a paged format, or null.</summary>
    public int? Pages { get; init; }

    /// <summary>What the document says about itself.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;

    /// <summary>Remarks in the margin that were left out.</summary>
    public int CommentCount { get; init; }

    /// <summary>Tracked changes nobody has accepted.</summary>
    public int UnacceptedChangeCount { get; init; }
}

/// <summary>Under what a content was read: another reading under the same comes to the same.</summary>
/// <param name="Extension">The file's extension, in lower case with its dot: it decides between formats that look the
/// same.</param>
/// <param name="Access">Names passwords and text recognition where more of them might bring more text, or where they
/// brought it; else empty.</param>
public readonly record struct ReadingMark(string Extension, string Access);

/// <summary>Bytes that are kept for a content.</summary>
/// <param name="Content">The content's number.</param>
/// <param name="Bytes">As they were stored.</param>
public sealed record KeptBytes(long Content, byte[] Bytes);

/// <summary>A content that has passages.</summary>
/// <param name="Number">The content's number.</param>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
/// <param name="Mark">Under what it was read.</param>
public sealed record StoredReading(long Number, string Hash, ReadingMark Mark);

/// <summary>A content's text as it is stored.</summary>
/// <param name="Number">The content's number.</param>
/// <param name="Title">The document's title, or empty.</param>
/// <param name="Bytes">Its passages as bytes.</param>
public sealed record StoredText(long Number, string Title, byte[] Bytes)
{
    /// <summary>Its passages, in reading order.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public IReadOnlyList<Passage> Passages() => PassageCodec.Decode(Bytes);
}

/// <summary>A passage that a free-text search found.</summary>
/// <param name="Hash">SHA-256 of the content it stands in.</param>
/// <param name="Ordinal">Its place among the content's passages.</param>
/// <param name="Score">Higher is better; comparable within one search.</param>
public sealed record FoundPassage(string Hash, int Ordinal, double Score);
