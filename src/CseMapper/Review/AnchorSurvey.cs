using CseMapper.Workspaces;

namespace CseMapper.Review;

/// <summary>A passage that was decided about, and what has become of its words.</summary>
/// <param name="Item">What the log says of it.</param>
/// <param name="AnchoredBy">The id of the decision whose anchor was looked for.</param>
/// <param name="Match">What has become of its words.</param>
public sealed record DecidedItem(ReviewItem Item, string AnchoredBy, AnchorMatch Match);

/// <summary>Looks for every decided passage in the documents as they are now.</summary>
/// <param name="workspace">What was read.</param>
/// <remarks>
/// Documents that are what they were when the decision was taken are not looked into, so that the work grows with what changed,
/// not with what was ever decided. One document's text at a time is in memory, and a few more for anchors whose document is gone.
/// </remarks>
public sealed class AnchorSurvey(Workspace workspace)
{
    /// <summary>Documents searched for the words of one that is gone.</summary>
    private const int MostNearby = 6;

    private readonly Dictionary<string, string[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Finds them all; in the order of the ledger.</summary>
    /// <param name="ledger">What was decided.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<DecidedItem> Find(ReviewLedger ledger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        AnchorDocument[] documents = [.. workspace.Files().Values.Where(file => file.Hash.Length > 0).OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new AnchorDocument(file.Path, file.Hash, () => workspace.PassagesOf(file.Hash)))];
        ILookup<string, AnchorDocument> byHash = documents.ToLookup(document => document.ContentHash, StringComparer.Ordinal);
        AnchorFinder finder = new(documents, anchor => Nearby(anchor, byHash));
        DecidedItem?[] found = new DecidedItem?[ledger.Items.Count];
        IEnumerable<(int Item, Decision Anchored)> work = ledger.Items
            .SelectMany((item, at) => item.Anchors.Select(anchored => (at, anchored)))
            .OrderBy(one => one.anchored.Anchor!.Path, StringComparer.Ordinal).ThenBy(one => one.at);
        foreach ((int at, Decision anchored) in work)
        {
            cancellation.ThrowIfCancellationRequested();
            AnchorMatch match = finder.Find(anchored.Anchor!);
            if (found[at] is not { } known || IsBetter(match, anchored, known)) found[at] = new DecidedItem(ledger.Items[at], anchored.Id, match);
        }

        return [.. found.OfType<DecidedItem>()];
    }

    /// <summary>Judged in several documents, it stands as long as it stands in one of them; otherwise the latest judgement's place is shown.</summary>
    private static bool IsBetter(AnchorMatch match, Decision anchored, DecidedItem known)
    {
        if (match.State != known.Match.State) return match.State < known.Match.State;
        IReadOnlyList<Decision> anchors = known.Item.Anchors;
        return anchors.TakeWhile(one => one.Id != known.AnchoredBy).Any(one => one.Id == anchored.Id);
    }

    /// <summary>The documents that share most pieces of the words.</summary>
    private List<AnchorDocument> Nearby(EvidenceAnchor anchor, ILookup<string, AnchorDocument> byHash) =>
        [.. ContentsLike(anchor).Take(MostNearby).SelectMany(hash => byHash[hash])];

    private string[] ContentsLike(EvidenceAnchor anchor)
    {
        if (_contents.TryGetValue(anchor.Quote, out string[]? known)) return known;
        if (_contents.Count == WordSearch.MostCopies) _contents.Clear();
        return _contents[anchor.Quote] = [.. WordSearch.Contents(workspace, anchor.Quote, WordSearch.MostCopies)];
    }
}
