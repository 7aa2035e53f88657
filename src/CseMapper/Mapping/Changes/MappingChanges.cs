using CseMapper.Review;
using CseMapper.Workspaces;

namespace CseMapper.Mapping.Changes;

/// <summary>What has changed from one mapping to the next: what the people responsible want to hear of.</summary>
/// <param name="Added">New documents, by path.</param>
/// <param name="Changed">Documents with other content.</param>
/// <param name="Moved">Documents that stand under another path, whole and unchanged.</param>
/// <param name="Gone">Documents that have gone.</param>
/// <param name="Unreadable">Documents, new or read before, that cannot be read now.</param>
/// <param name="Elements">The elements whose evidence changed, in printed order.</param>
public sealed record MappingChanges(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<(string From, string To)> Moved,
    IReadOnlyList<string> Gone,
    IReadOnlyList<UnreadableDocument> Unreadable,
    IReadOnlyList<ElementChanges> Elements)
{
    /// <summary>Nothing changed, or there is nothing to compare with.</summary>
    public static MappingChanges None { get; } = new([], [], [], [], [], []);

    /// <summary>True when nothing changed.</summary>
    public bool IsNone => Added.Count + Changed.Count + Moved.Count + Gone.Count + Unreadable.Count + Elements.Count == 0;

    /// <summary>True when somebody must act: confirm again, see to a document, review one.</summary>
    public bool NeedsAction => Unreadable.Count > 0 || Elements.Any(element => element.ToConfirm.Count + element.ReviewPassed.Count > 0);

    /// <summary>Compares two mappings.</summary>
    /// <param name="before">The mapping before, or null.</param>
    /// <param name="after">The mapping now.</param>
    public static MappingChanges Between(MappingSnapshot? before, MappingFile after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (before is null) return None;
        Dictionary<string, SnapshotDocument> old = before.Documents.ToDictionary(document => document.Path, StringComparer.Ordinal);
        DocumentChanges documents = DocumentChanges.Between(
            before.Documents.ToDictionary(document => document.Path, document => new KnownFile(document.Path, default, 0, document.Hash), StringComparer.Ordinal),
            after.Documents.ToDictionary(document => document.Record.Path, document => new KnownFile(document.Record.Path, default, 0, document.Record.Hash), StringComparer.Ordinal));
        MappingSnapshot now = MappingSnapshot.Of(after);
        Dictionary<string, string> movedFrom = documents.Moved.ToDictionary(move => move.To, move => move.From, StringComparer.Ordinal);
        SnapshotDocument? Before(string path) => old.GetValueOrDefault(path) ?? old.GetValueOrDefault(movedFrom.GetValueOrDefault(path, ""));
        HashSet<string> passed = new(now.Documents.Where(document => document.IsOverdue && Before(document.Path)?.IsOverdue == false).Select(document => document.Path), StringComparer.Ordinal);
        Dictionary<string, SnapshotElement> elements = before.Elements.ToDictionary(element => element.Number, StringComparer.Ordinal);
        ILookup<string, string> passedBy = after.Documents.Where(document => passed.Contains(document.Record.Path))
            .SelectMany(document => document.Supports.Select(supported => (supported.Element, document.Record.Path))).ToLookup(pair => pair.Element, pair => pair.Path, StringComparer.Ordinal);
        return new MappingChanges(
            documents.Added,
            documents.Changed,
            documents.Moved,
            documents.Removed,
            [.. now.Documents.Zip(after.Documents).Where(pair => !pair.First.IsRead && Before(pair.First.Path)?.IsRead != false)
                .Select(pair => new UnreadableDocument(pair.First.Path, pair.Second.StatusName, pair.Second.Reason))],
            [.. after.Elements.Zip(now.Elements).Where(pair => elements.ContainsKey(pair.First.Number))
                .Select(pair => ElementChanges.Between(elements[pair.First.Number], pair.Second, pair.First, [.. passedBy[pair.First.Number]])).Where(change => !change.IsNone)]);
    }
}

/// <summary>A document that cannot be read now.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Status">How reading ended, in the words of the mapping.</param>
/// <param name="Reason">Why.</param>
public sealed record UnreadableDocument(string Path, string Status, string Reason);

/// <summary>A decided passage whose words changed, so that somebody must confirm it again.</summary>
/// <param name="Id">The decision's id.</param>
/// <param name="State">What has become of its words.</param>
/// <param name="Quote">Its words as they were judged.</param>
/// <param name="Document">The document it was judged in.</param>
public sealed record PassageToConfirm(string Id, AnchorState State, string Quote, string Document);
