namespace CseMapper.Documents.Files;

/// <summary>What a walk through a policy folder found.</summary>
/// <param name="Files">All files that are not left out, in the ordinal order of their paths.</param>
/// <param name="LeftOut">Files and folders that a rule leaves out, in the same order; what lies in such a folder is not
/// listed.</param>
/// <param name="Known">The rules that say of which files the trouble is known; a later one goes before an earlier
/// one.</param>
public sealed record FolderFiles(
    IReadOnlyList<FoundFile> Files,
    IReadOnlyList<LeftOutFile> LeftOut,
    IReadOnlyList<IgnoreRule> Known
)
{
    private readonly HashSet<string> _leftOut = new(LeftOut.Select(one => one.Path), StringComparer.Ordinal);

    /// <summary>True for a file that a rule leaves out, or that lies in a folder so left out.</summary>
    /// <param name="path">Its path below the policy folder.</param>
    public bool LeavesOut(string path) =>
        _leftOut.Count > 0
        && (_leftOut.Contains(path) || FoldersOf(path).Any(folder => _leftOut.Contains(folder + "/")));

    /// <summary>Why the trouble with a file is known, as a rule says of it or of a folder that it lies in; null where
    /// none does.</summary>
    /// <param name="path">Its path below the policy folder.</param>
    public string? ReasonOf(string path)
    {
        for (int at = Known.Count - 1; at >= 0; at--)
        {
            IgnoreRule rule = Known[at];
            if (rule.Names(path, isFolder: false) || FoldersOf(path).Any(folder => rule.Names(folder, isFolder: true)))
                return rule.Pattern.IsNegated ? null : rule.Known;
        }

        return null;
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
            yield return path[..end];
    }
}
