using CseMapper.Documents;
using CseMapper.Passages.Splitting;

namespace CseMapper.Passages.Workspaces;

/// <summary>What reading one content gave, as the bytes that are stored: once, however many files hold it.</summary>
/// <param name="Hash">SHA-256 in lower-case hex.</param>
/// <param name="Summary">What lists of documents show of it.</param>
/// <param name="Title">The document's title, or empty.</param>
/// <param name="Passages">Its passages in reading order, encoded; empty where there are none.</param>
public sealed record ReadContent(string Hash, StoredContent Summary, string Title, byte[] Passages)
{
    /// <summary>Encodes what was read.</summary>
    /// <param name="hash">SHA-256 of the content in lower-case hex.</param>
    /// <param name="mark">Under what it was read.</param>
    /// <param name="format">What it is.</param>
    /// <param name="result">What reading gave; of the document its facts and counts.</param>
    /// <param name="passages">Its passages, in reading order.</param>
    public static ReadContent Encode(
        string hash,
        ReadingMark mark,
        FileFormat format,
        IngestResult result,
        IReadOnlyList<Passage> passages
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(passages);
        return new ReadContent(
            hash,
            new StoredContent(
                mark,
                format,
                result.Status,
                result.Document?.PageCount,
                passages.Count,
                DetailsCodec.Encode(result)
            ),
            result.Document?.Facts.Title?.Text ?? "",
            passages.Count == 0 ? [] : PassageCodec.Encode(passages)
        );
    }
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
