using CseMapper.Documents;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Loading;

/// <summary>A document as matching needs it.</summary>
/// <param name="Key">Names its content (SHA-256 in hex); ties between suggestions are broken by it.</param>
/// <param name="Title">Its title, or empty.</param>
public sealed record IndexedDocument(string Key, string Title)
{
    /// <summary>The number of its content in a workspace.</summary>
    internal long Content { get; init; }

    /// <summary>Its passages, where it carries them with it; those of a workspace are read when they are
    /// needed.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>What it says about itself: versions of one document are put in order by it.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;

    /// <summary>The path of a file with this content, or empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>True when it calls itself a draft.</summary>
    public bool IsDraft => Contains(Title) || Contains(Facts.Version?.Text) || Contains(Path);

    /// <summary>True when the date at which it was to be reviewed has passed.</summary>
    public bool IsReviewOverdue { get; init; }

    private static bool Contains(string? text) =>
        text is not null && text.Contains("draft", StringComparison.OrdinalIgnoreCase);
}
