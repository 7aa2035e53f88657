namespace CseMapper.Decisions.Anchors;

/// <summary>Says which words a decision was about, in enough ways to find them again after the document was edited,
/// moved or renamed.</summary>
/// <param name="Quote">The exact words of the passage.</param>
/// <param name="Path">The document's path below the policy folder, with '/'.</param>
/// <param name="ContentHash">SHA-256 of the document's content in hex.</param>
public sealed record EvidenceAnchor(string Quote, string Path, string ContentHash)
{
    /// <summary>How many characters around the quote are kept.</summary>
    public const int ContextLength = 32;

    /// <summary>How many copies are named at most; words that stand in so many documents say nothing about which one is
    /// meant.</summary>
    public const int MostCopies = 20;

    /// <summary>The last characters before the quote, at most <see cref="ContextLength"/>.</summary>
    public string Before { get; init; } = "";

    /// <summary>The first characters after the quote, at most <see cref="ContextLength"/>.</summary>
    public string After { get; init; } = "";

    /// <summary>The headings above it, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Its clause number as printed, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>Its page, counted from 1, or null.</summary>
    public int? Page { get; init; }

    /// <summary>
    /// Paths of other documents that held the same words when the decision was taken: copies and old versions. When the
    /// document goes, its words in one of them have not moved there. At most <see cref="MostCopies"/>.
    /// </summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
