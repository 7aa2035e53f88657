using CseMapper.Decisions.Changes;
using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>What a run came to.</summary>
/// <param name="Counts">Documents, passages and elements.</param>
/// <param name="NotRead">Files that were not read, or not whole, by path.</param>
/// <param name="Files">The names of the files of the mapping in the output folder, mapping.json first.</param>
/// <param name="Changes">What happened to the folder since the run before.</param>
public sealed record MapSummary(
    MappingCounts Counts,
    IReadOnlyList<DocumentRecord> NotRead,
    IReadOnlyList<string> Files,
    DocumentChanges Changes
)
{
    private static readonly HashSet<string> _documentExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf",
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".dot",
        ".rtf",
        ".odt",
        ".txt",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".pages",
        ".wpd",
    };

    /// <summary>How far the review has come.</summary>
    public required DecisionCounts Review { get; init; }

    /// <summary>What changed in the mapping since the run before.</summary>
    public MappingChanges News { get; init; } = MappingChanges.None;

    /// <summary>True when nothing had changed, so that the mapping of the run before was left as it stands.</summary>
    public bool WasUpToDate { get; init; }

    /// <summary>Documents that are no longer there but were kept, because so many vanished at once; by path.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>New and changed files that were not read yet because somebody was writing them or had them open; by
    /// path.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>A sentence for each file of the mapping that could not be written.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>A sentence for each file of the mapping that was kept under another name because somebody had worked in
    /// it, and for what is wrong with the decision log.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>True when the decision log is not as it was written.</summary>
    public bool HasDamagedLog { get; init; }

    /// <summary>Files that a second reader has read as well, by path; empty unless the run asked for that.</summary>
    public IReadOnlyList<DocumentRecord> CrossChecked { get; init; } = [];

    /// <summary>Files and folders that a rule leaves out, by path.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; init; } = [];

    /// <summary>Files that were not read, or not whole, and of which nobody has said that this is known.</summary>
    public IReadOnlyList<DocumentRecord> NewlyNotRead => [.. NotRead.Where(document => document.KnownTrouble is null)];

    /// <summary>True when somebody should look at something. Pictures, archives and the like among policies are nothing
    /// to worry about; a document that cannot be read is, and evidence that changed after it was accepted.</summary>
    public bool NeedsAttention =>
        Problems.Count > 0
        || HasDamagedLog
        || Kept.Count > 0
        || News.NeedsAction
        || Review.AcceptedChanged > 0
        || NewlyNotRead.Any(IsMissed)
        || CrossChecked.Any(document => document.CrossCheck!.FoundMore);

    private static bool IsMissed(DocumentRecord document) =>
        document.Status != ReadStatus.Unsupported
        || document.Format != FileFormat.Unknown
        || _documentExtensions.Contains(Path.GetExtension(document.Path));
}
