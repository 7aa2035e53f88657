using CseMapper.Indexing;
using CseMapper.Ingest;
using CseMapper.Workspaces;

namespace CseMapper.Matching;

/// <summary>A document as matching needs it.</summary>
/// <param name="Key">Names its content (SHA-256 in hex); ties between suggestions are broken by it.</param>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Terms">Its passages' terms, from <see cref="PassageTerms.Encode"/>.</param>
public sealed record IndexedDocument(string Key, string Title, ReadOnlyMemory<byte> Terms)
{
    /// <summary>What it says about itself: versions of one document are put in order by it.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;

    /// <summary>The path of a file with this content, or empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>True when it calls itself a draft.</summary>
    public bool IsDraft => Contains(Title) || Contains(Facts.Version?.Text) || Contains(Path);

    /// <summary>True when the date at which it was to be reviewed has passed.</summary>
    public bool IsReviewOverdue { get; init; }

    /// <summary>All documents of a workspace that have passages, read one by one.</summary>
    /// <param name="workspace">Where they were read to.</param>
    /// <param name="asOf">The day that review dates are compared with; null to leave them alone.</param>
    public static IEnumerable<IndexedDocument> AllOf(Workspace workspace, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Dictionary<string, DocumentRecord> records = new(StringComparer.Ordinal);
        foreach (DocumentRecord record in workspace.Documents()) records.TryAdd(record.Hash, record);
        return workspace.Terms().Select(content =>
            new IndexedDocument(content.Hash, content.Title, content.Terms)
            {
                Facts = records[content.Hash].Facts,
                Path = records[content.Hash].Path,
                IsReviewOverdue = asOf is { } day && records[content.Hash].AsOf(day).IsReviewOverdue,
            });
    }

    private static bool Contains(string? text) => text is not null && text.Contains("draft", StringComparison.OrdinalIgnoreCase);
}
