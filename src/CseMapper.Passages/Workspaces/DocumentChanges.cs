namespace CseMapper.Passages.Workspaces;

/// <summary>What happened to a folder's files between two runs; each list in the ordinal order of its paths.</summary>
/// <param name="Added">New files.</param>
/// <param name="Changed">Files with other content than before.</param>
/// <param name="Moved">Files that stand under another path than before, whole and unchanged.</param>
/// <param name="Removed">Files that have gone.</param>
public sealed record DocumentChanges(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<(string From, string To)> Moved,
    IReadOnlyList<string> Removed
)
{
    /// <summary>Nothing happened.</summary>
    public static DocumentChanges None { get; } = new([], [], [], []);

    /// <summary>True when nothing happened.</summary>
    public bool IsNone => Added.Count + Changed.Count + Moved.Count + Removed.Count == 0;

    /// <summary>Compares two states of a folder. A file that has gone and a new one with its content are one file that
    /// was moved.</summary>
    /// <param name="before">The files of the run before, by path.</param>
    /// <param name="after">The files of this run, by path.</param>
    public static DocumentChanges Between(
        IReadOnlyDictionary<string, KnownFile> before,
        IReadOnlyDictionary<string, KnownFile> after
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (ReferenceEquals(before, after))
            return None;
        List<string> added = Paths(after.Keys.Where(path => !before.ContainsKey(path)));
        List<string> removed = Paths(before.Keys.Where(path => !after.ContainsKey(path)));
        List<string> changed = Paths(
            after
                .Values.Where(file => before.TryGetValue(file.Path, out KnownFile? old) && old.Hash != file.Hash)
                .Select(file => file.Path)
        );
        List<(string From, string To)> moved = [];
        ILookup<string, string> gone = removed
            .Where(path => before[path].Hash.Length > 0)
            .ToLookup(path => before[path].Hash, StringComparer.Ordinal);
        foreach (
            IGrouping<string, string> content in added
                .Where(path => after[path].Hash.Length > 0)
                .ToLookup(path => after[path].Hash, StringComparer.Ordinal)
        )
        {
            moved.AddRange(gone[content.Key].Zip(content));
        }

        added.RemoveAll(moved.Select(move => move.To).ToHashSet(StringComparer.Ordinal).Contains);
        removed.RemoveAll(moved.Select(move => move.From).ToHashSet(StringComparer.Ordinal).Contains);
        moved.Sort((left, right) => string.CompareOrdinal(left.To, right.To));
        return new DocumentChanges(added, changed, moved, removed);
    }

    private static List<string> Paths(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
