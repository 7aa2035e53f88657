using CseMapper.Documents;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper;

/// <summary>A policy folder with which the workspace is up to date.</summary>
/// <param name="State">All files and contents.</param>
/// <param name="Outcome">What came of the folder besides.</param>
/// <param name="Documents">The documents in the order of their paths, as of the day of the run.</param>
internal sealed record ReadFolder(FolderState State, FolderOutcome Outcome, IReadOnlyList<DocumentRecord> Documents)
{
    /// <summary>Files and folders that a rule leaves out.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; init; } = [];

    /// <summary>What happened to the folder since the run before.</summary>
    public DocumentChanges Changes { get; } = DocumentChanges.Between(State.Before, State.Files);

    /// <summary>Files that a second reader has read as well.</summary>
    public IReadOnlyList<DocumentRecord> CrossChecked =>
        [.. Documents.Where(document => document.CrossCheck is not null)];

    /// <summary>Files that were not read, or not whole.</summary>
    public IReadOnlyList<DocumentRecord> NotRead =>
        [.. Documents.Where(document => document.Status != ReadStatus.Read)];
}
