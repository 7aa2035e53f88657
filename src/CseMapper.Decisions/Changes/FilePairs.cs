using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Changes;

/// <summary>The files of two mappings that differ, each with what it was before: of a hundred thousand files nearly all
/// are as they were.</summary>
/// <param name="Pairs">Files of now that are not as they were, by path, beside what they were; null for a new
/// one.</param>
/// <param name="Changes">What happened to the folder.</param>
internal sealed record FilePairs(
    IReadOnlyList<(SnapshotDocument? Before, SnapshotDocument After)> Pairs,
    DocumentChanges Changes
)
{
    /// <summary>Walks through both lists at once.</summary>
    /// <param name="before">The files before, each path once.</param>
    /// <param name="after">The files now, each path once.</param>
    public static FilePairs Pair(IReadOnlyList<SnapshotDocument> before, IReadOnlyList<SnapshotDocument> after)
    {
        IReadOnlyList<SnapshotDocument> old = Ordered(before);
        IReadOnlyList<SnapshotDocument> now = Ordered(after);
        List<SnapshotDocument> gone = [];
        List<(SnapshotDocument? Before, SnapshotDocument After)> pairs = [];
        int at = 0;
        foreach (SnapshotDocument document in now)
        {
            for (; at < old.Count && string.CompareOrdinal(old[at].Path, document.Path) < 0; at++)
                gone.Add(old[at]);
            SnapshotDocument? known = at < old.Count && old[at].Path == document.Path ? old[at++] : null;
            if (document != known)
                pairs.Add((known, document));
        }

        gone.AddRange(old.Skip(at));
        DocumentChanges changes = DocumentChanges.Between(
            ByPath(gone.Concat(pairs.Select(pair => pair.Before).OfType<SnapshotDocument>())),
            ByPath(pairs.Select(pair => pair.After))
        );
        Dictionary<string, SnapshotDocument> goneByPath = gone.ToDictionary(
            document => document.Path,
            StringComparer.Ordinal
        );
        Dictionary<string, SnapshotDocument> movedTo = changes.Moved.ToDictionary(
            move => move.To,
            move => goneByPath[move.From],
            StringComparer.Ordinal
        );
        return new FilePairs(
            [.. pairs.Select(pair => (pair.Before ?? movedTo.GetValueOrDefault(pair.After.Path), pair.After))],
            changes
        );
    }

    private static Dictionary<string, KnownFile> ByPath(IEnumerable<SnapshotDocument> documents) =>
        documents.ToDictionary(
            document => document.Path,
            document => new KnownFile(document.Path, default, 0, document.Hash),
            StringComparer.Ordinal
        );

    /// <summary>In the order of paths, in which both lists are written.</summary>
    private static IReadOnlyList<SnapshotDocument> Ordered(IReadOnlyList<SnapshotDocument> documents)
    {
        for (int i = 1; i < documents.Count; i++)
        {
            if (string.CompareOrdinal(documents[i - 1].Path, documents[i].Path) > 0)
                return [.. documents.OrderBy(document => document.Path, StringComparer.Ordinal)];
        }

        return documents;
    }
}
