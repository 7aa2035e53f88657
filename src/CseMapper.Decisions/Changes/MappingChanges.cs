using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Mapping;
using CseMapper.Decisions.Mapping.Json;

namespace CseMapper.Decisions.Changes;

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
    IReadOnlyList<ElementChanges> Elements
)
{
    /// <summary>Nothing changed, or there is nothing to compare with.</summary>
    public static MappingChanges None { get; } = new([], [], [], [], [], []);

    /// <summary>True when nothing changed.</summary>
    public bool IsNone =>
        Added.Count + Changed.Count + Moved.Count + Gone.Count + Unreadable.Count + Elements.Count == 0;

    /// <summary>True when somebody must act: confirm again, see to a document, review one.</summary>
    public bool NeedsAction =>
        Unreadable.Count > 0 || Elements.Any(element => element.ToConfirm.Count + element.ReviewPassed.Count > 0);

    /// <summary>Compares two mappings.</summary>
    /// <param name="before">The mapping before, or null.</param>
    /// <param name="after">The mapping now.</param>
    public static MappingChanges Between(MappingSnapshot? before, MappingFile after) =>
        Between(before, after, before is null ? null : MappingSnapshot.Take(after));

    /// <summary>Compares two mappings where the snapshot of the second is known already.</summary>
    /// <param name="before">The mapping of the run before, or null where there was none.</param>
    /// <param name="after">The mapping of this run.</param>
    /// <param name="now">The snapshot of <paramref name="after"/>, or null to take it.</param>
    public static MappingChanges Between(MappingSnapshot? before, MappingFile after, MappingSnapshot? now)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (before is null || now is null)
            return None;
        FilePairs files = FilePairs.Pair(before.Documents, now.Documents);
        HashSet<string> passed = new(
            files
                .Pairs.Where(pair => pair.After.IsOverdue && pair.Before?.IsOverdue == false)
                .Select(pair => pair.After.Path),
            StringComparer.Ordinal
        );
        HashSet<string> unreadable = new(
            files
                .Pairs.Where(pair => !pair.After.IsRead && pair.Before?.IsRead != false)
                .Select(pair => pair.After.Path),
            StringComparer.Ordinal
        );
        Dictionary<string, SnapshotElement> elements = before.Elements.ToDictionary(
            element => element.Number,
            StringComparer.Ordinal
        );
        ILookup<string, string> passedBy = after
            .Documents.Where(document => passed.Contains(document.Record.Path))
            .SelectMany(document => document.Supports.Select(supported => (supported.Element, document.Record.Path)))
            .ToLookup(pair => pair.Element, pair => pair.Path, StringComparer.Ordinal);
        return new MappingChanges(
            files.Changes.Added,
            files.Changes.Changed,
            files.Changes.Moved,
            files.Changes.Removed,
            [
                .. after
                    .Documents.Where(document => unreadable.Contains(document.Record.Path))
                    .Select(document => new UnreadableDocument(
                        document.Record.Path,
                        MappingNames.NameOf(document.Record.Status),
                        document.Record.Reason
                    )),
            ],
            [
                .. after
                    .Elements.Zip(now.Elements)
                    .Where(pair => elements.ContainsKey(pair.First.Number))
                    .Select(pair =>
                        ElementChanges.Between(
                            elements[pair.First.Number],
                            pair.Second,
                            pair.First,
                            [.. passedBy[pair.First.Number]]
                        )
                    )
                    .Where(change => !change.IsNone),
            ]
        );
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
