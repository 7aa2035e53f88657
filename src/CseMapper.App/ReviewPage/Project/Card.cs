using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Matching.Suggestions;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>A passage as an element's page shows it: suggested, decided, or both.</summary>
/// <param name="Suggestion">What matching suggests; null for what was decided and is not suggested.</param>
/// <param name="Decision">What was decided; null while nobody has.</param>
internal sealed record Card(MappingSuggestion? Suggestion, MappingDecision? Decision)
{
    /// <summary>The same in every run; also its place on the page.</summary>
    public string Id => Suggestion is { } suggestion ? "s-" + suggestion.Id : "d-" + Decision!.Id;

    /// <summary>What a reviewer sees: a decision on another revision is refused.</summary>
    public string Revision => Suggestion?.Revision ?? RevisionOf(Decision!);

    /// <summary>Edited words may be edited again: what was seen is the words, not that they had changed.</summary>
    private static string RevisionOf(MappingDecision decision) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{decision.State}\n{decision.Place?.Path}\n{decision.Place?.Text}"))
        )[..8];

    /// <summary>True where the decision was taken on the same words in another document.</summary>
    public bool IsCopy => Suggestion?.Decision is { IsCopy: true };

    /// <summary>What the reviewers say of it here.</summary>
    public Verdict Verdict => IsCopy ? Verdict.Open : Decision?.Verdict ?? Verdict.Open;

    /// <summary>True where its words have changed since it was decided.</summary>
    public bool HasChanged => !IsCopy && Decision is { HasChanged: true };

    /// <summary>True where somebody should look.</summary>
    public bool IsOpen => HasChanged || Verdict is Verdict.Open;

    /// <summary>True for what is folded away until somebody asks.</summary>
    public bool IsWeak => Suggestion is { Strength: < EvidenceStrength.Possible } && Decision is null;

    /// <summary>The words as they stand now.</summary>
    public string Quote => Suggestion?.Quote ?? Decision!.Place?.Text ?? Decision!.Quote;

    /// <summary>The document it stands in now, by path; the one it was decided in where it has gone.</summary>
    public string Path => Suggestion?.Places[0].Paths[0] ?? Decision!.Place?.Path ?? Decision!.DecidedIn;

    /// <summary>Its content; empty where it has gone.</summary>
    public string Content => Suggestion?.Places[0].Document ?? Decision!.Place?.ContentHash ?? "";

    /// <summary>Its page, or null.</summary>
    public int? Page => Suggestion is { } suggestion ? suggestion.Places[0].Page : Decision!.Place?.Page;

    /// <summary>What that page is cited as, or null where that is its number.</summary>
    public string? PageLabel =>
        Suggestion is { } suggestion ? suggestion.Places[0].PageLabel : Decision!.Place?.PageLabel;
}

/// <summary>The cards of an element by where the page shows them.</summary>
/// <param name="Changed">Decided, and changed since: somebody has to look again.</param>
/// <param name="Suggested">What matching suggests, best first, decided or not.</param>
/// <param name="Weak">What most reviewers would reject, on demand.</param>
/// <param name="Others">Decided, and no longer or never suggested; latest first.</param>
internal sealed record ElementCards(
    IReadOnlyList<Card> Changed,
    IReadOnlyList<Card> Suggested,
    IReadOnlyList<Card> Weak,
    IReadOnlyList<Card> Others
)
{
    /// <summary>All of them.</summary>
    public IEnumerable<Card> All => [.. Changed, .. Suggested, .. Weak, .. Others];

    /// <summary>Suggestions nobody has judged, and decisions to look at again; weak ones do not count.</summary>
    public int Open => Changed.Count + Suggested.Count(card => card.IsOpen);

    /// <summary>Suggestions whose words were accepted in another document.</summary>
    public IReadOnlyList<Card> AcceptedCopies =>
        [
            .. Suggested.Where(card =>
                card.IsCopy && card.Decision is { Verdict: Verdict.Accepted or Verdict.AwaitsApproval }
            ),
        ];

    /// <summary>Sorts an element's suggestions and decisions.</summary>
    public static ElementCards Sort(MappingEntry entry)
    {
        Dictionary<string, MappingDecision> decisions = new(StringComparer.Ordinal);
        foreach (MappingDecision decision in entry.Decisions)
            decisions.TryAdd(decision.Id, decision);
        List<Card> suggested =
        [
            .. entry.Suggestions.Select(suggestion => new Card(
                suggestion,
                suggestion.Decision is { } decided ? decisions.GetValueOrDefault(decided.Item) : null
            )),
        ];
        HashSet<string> shown =
        [
            .. suggested.Where(card => !card.IsCopy).Select(card => card.Decision?.Id).OfType<string>(),
        ];
        List<Card> alone =
        [
            .. entry
                .Decisions.Where(decision => !shown.Contains(decision.Id))
                .Select(decision => new Card(null, decision))
                .Reverse(),
        ];
        return new ElementCards(
            [.. suggested.Concat(alone).Where(card => card.HasChanged)],
            [.. suggested.Where(card => !card.HasChanged && !card.IsWeak)],
            [.. suggested.Where(card => !card.HasChanged && card.IsWeak)],
            [.. alone.Where(card => !card.HasChanged)]
        );
    }

    /// <summary>A card by its id, or null.</summary>
    public Card? Find(string id) => All.FirstOrDefault(card => card.Id == id);
}
