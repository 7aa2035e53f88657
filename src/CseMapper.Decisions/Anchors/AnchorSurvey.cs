using CseMapper.Decisions.Log;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Anchors;

/// <summary>A passage that was decided about, and what has become of its words.</summary>
/// <param name="Item">What the log says of it.</param>
/// <param name="AnchoredBy">The id of the decision whose anchor was looked for.</param>
/// <param name="Match">What has become of its words.</param>
public sealed record DecidedItem(ReviewItem Item, string AnchoredBy, AnchorMatch Match);

/// <summary>Looks for every decided passage in the documents as they are now.</summary>
/// <param name="workspace">What was read.</param>
/// <remarks>
/// Documents that are what they were when the decision was taken are not looked into, so that the work grows with what
/// changed, not with what was ever decided. One document's text at a time is in memory, and a few more for anchors
/// whose document is gone.
/// </remarks>
public sealed class AnchorSurvey(Workspace workspace)
{
    /// <summary>Documents searched for the words of one that is gone.</summary>
    private const int MostNearby = 6;

    /// <summary>Words found by themselves that make a document the successor of one that is gone; an equal file name
    /// stands for as many.</summary>
    private const int LeastVotes = 2;

    private const int MostRemembered = 200;

    private readonly Dictionary<string, string[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Finds them all; in the order of the ledger.</summary>
    /// <param name="ledger">What was decided.</param>
    /// <param name="cancellation">Stops the search.</param>
    public IReadOnlyList<DecidedItem> Find(ReviewLedger ledger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (!ledger.Items.Any(item => item.Anchors.Count > 0))
            return [];
        AnchorDocument[] documents =
        [
            .. workspace
                .Files()
                .Values.Where(file => file.Hash.Length > 0)
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => new AnchorDocument(file.Path, file.Hash, () => workspace.PassagesOf(file.Hash))),
        ];
        ILookup<string, AnchorDocument> byHash = documents.ToLookup(
            document => document.ContentHash,
            StringComparer.Ordinal
        );
        AnchorFinder finder = new(documents, anchor => Nearby(anchor, byHash));
        Sought[] all =
        [
            .. ledger
                .Items.SelectMany((item, at) => item.Anchors.Select(anchored => new Sought(at, anchored)))
                .OrderBy(one => one.Anchor.Path, StringComparer.Ordinal)
                .ThenBy(one => one.Item),
        ];
        foreach (Sought one in all)
        {
            cancellation.ThrowIfCancellationRequested();
            one.Match = finder.Find(one.Anchor);
        }

        FindInSuccessors(all, finder, cancellation);
        return
        [
            .. all.GroupBy(one => one.Item)
                .OrderBy(same => same.Key)
                .Select(same => Best(ledger.Items[same.Key], same)),
        ];
    }

    /// <summary>Words that stand alone prove which document took the place of one that is gone; then the others are
    /// looked for in that one only.</summary>
    private static void FindInSuccessors(Sought[] all, AnchorFinder finder, CancellationToken cancellation)
    {
        foreach (
            IGrouping<string, Sought> lost in all.Where(one => finder.IsLost(one.Anchor))
                .GroupBy(one => one.Anchor.Path, StringComparer.Ordinal)
        )
        {
            if (SuccessorOf(lost.Key, [.. lost]) is not { } successor)
                continue;
            foreach (Sought one in lost.Where(one => one.Match.Place?.Path != successor || !one.Match.KeepsDecision))
            {
                cancellation.ThrowIfCancellationRequested();
                one.Match = finder.Find(one.Anchor, successor);
            }
        }
    }

    private static string? SuccessorOf(string path, Sought[] lost)
    {
        HashSet<string> copies = [.. lost.SelectMany(one => one.Anchor.Copies)];
        (string Path, int Votes)[] candidates =
        [
            .. lost.Where(one =>
                    one.Match is { Likeness: 1, Place: not null } && !copies.Contains(one.Match.Place.Path)
                )
                .GroupBy(one => one.Match.Place!.Path, StringComparer.Ordinal)
                .Select(same =>
                    (
                        same.Key,
                        same.Count(one => one.Match.KeepsDecision) + (NameOf(same.Key) == NameOf(path) ? LeastVotes : 0)
                    )
                )
                .OrderByDescending(candidate => candidate.Item2)
                .ThenBy(candidate => candidate.Key, StringComparer.Ordinal),
        ];
        if (candidates.Length == 0 || candidates[0].Votes < LeastVotes)
            return null;
        return candidates.Length == 1 || candidates[0].Votes >= 2 * candidates[1].Votes ? candidates[0].Path : null;
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path).ToUpperInvariant();

    /// <summary>Judged in several documents, it stands as long as it stands in one of them; otherwise the latest
    /// judgement's place is shown.</summary>
    private static DecidedItem Best(ReviewItem item, IEnumerable<Sought> places)
    {
        Dictionary<string, int> age = item
            .Anchors.Select((anchored, at) => (anchored.Id, at))
            .ToDictionary(one => one.Id, one => one.at, StringComparer.Ordinal);
        Sought best = places.OrderBy(one => one.Match.State).ThenBy(one => age[one.Decision.Id]).First();
        return new DecidedItem(item, best.Decision.Id, best.Match);
    }

    /// <summary>The documents that share most pieces of the words.</summary>
    private List<AnchorDocument> Nearby(EvidenceAnchor anchor, ILookup<string, AnchorDocument> byHash) =>
        [.. ContentsLike(anchor).Take(MostNearby).SelectMany(hash => byHash[hash])];

    private string[] ContentsLike(EvidenceAnchor anchor)
    {
        if (_contents.TryGetValue(anchor.Quote, out string[]? known))
            return known;
        if (_contents.Count == MostRemembered)
            _contents.Clear();
        return _contents[anchor.Quote] = [.. WordSearch.Contents(workspace, anchor.Quote, WordSearch.MostPassages)];
    }

    /// <summary>An anchor and what was found for it.</summary>
    private sealed record Sought(int Item, Decision Decision)
    {
        public EvidenceAnchor Anchor => Decision.Anchor!;

        public AnchorMatch Match { get; set; } = null!;
    }
}
