using CseMapper.Mapping;
using CseMapper.Workspaces;

namespace CseMapper;

/// <summary>What a run came to.</summary>
/// <param name="Counts">Documents, passages and elements.</param>
/// <param name="Unread">Files that somebody should look at: those that could not be read, or not whole. Pictures and the like do not count.</param>
/// <param name="Files">The names of the files of the mapping in the output folder, mapping.json first.</param>
/// <param name="Changes">What happened to the folder since the run before.</param>
public sealed record MapSummary(MappingCounts Counts, int Unread, IReadOnlyList<string> Files, DocumentChanges Changes)
{
    /// <summary>True when nothing had changed, so that the mapping of the run before was left as it stands.</summary>
    public bool WasUpToDate { get; init; }

    /// <summary>A sentence for each file of the mapping that could not be written.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True when somebody should look at something.</summary>
    public bool NeedsAttention => Unread > 0 || Problems.Count > 0;
}
