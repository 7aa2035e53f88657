using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Mapping;

/// <summary>A passage that reviewers have decided about for an element, as it stands now.</summary>
/// <param name="Id">The same in every run: the id of the first line about it in the decision log.</param>
/// <param name="Verdict">What the reviewers together say.</param>
/// <param name="State">What has become of its words since.</param>
/// <param name="Quote">Its words as they were when they were judged.</param>
/// <param name="Judgements">Each reviewer's judgement that stands, in the order they were given.</param>
public sealed record MappingDecision(
    string Id,
    Verdict Verdict,
    AnchorState State,
    string Quote,
    IReadOnlyList<MappingJudgement> Judgements
)
{
    /// <summary>Remarks that judge nothing, in the order they were made; taken from the log, not kept in
    /// mapping.json.</summary>
    public IReadOnlyList<MappingJudgement> Remarks { get; init; } = [];

    /// <summary>How much of the element it proves.</summary>
    public EvidenceExtent Extent { get; init; }

    /// <summary>The parts of the element it covers, counted from 1; empty when nothing was said.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>The document it was judged in, by its path then.</summary>
    public required string DecidedIn { get; init; }

    /// <summary>The id of the decision whose words were looked for.</summary>
    public required string AnchoredBy { get; init; }

    /// <summary>Where it stands now; the best place for a reworded or ambiguous one, null for a gone one.</summary>
    public AnchorPlace? Place { get; init; }

    /// <summary>For a reworded or ambiguous one, word by word what changed; else empty.</summary>
    public IReadOnlyList<WordChange> Changes { get; init; } = [];

    /// <summary>Ids of the suggestions that hold its words at its place, best first; empty where matching no longer
    /// suggests it.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>True where it is evidence that may be relied on: accepted, and its words stand as they were.</summary>
    public bool Counts => Verdict == Verdict.Accepted && State.IsKept();

    /// <summary>True where it was decided and its words have changed since: it waits until somebody has
    /// looked.</summary>
    public bool HasChanged => Verdict != Verdict.Open && !State.IsKept();

    /// <summary>Reviewers' names, each once.</summary>
    public IReadOnlyList<string> Reviewers =>
        [.. Judgements.Select(judgement => judgement.Reviewer).Distinct(ReviewerNames.Folded)];
}

/// <summary>What one reviewer said of a passage.</summary>
/// <param name="Id">The decision's id in the log.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Action">Accept, reject or unsure; comment for a remark.</param>
public sealed record MappingJudgement(string Id, DateTimeOffset Time, string Reviewer, DecisionAction Action)
{
    /// <summary>How much of the element they think it proves.</summary>
    public EvidenceExtent Extent { get; init; }

    /// <summary>Why, as a code, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Their remark, or empty.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>What the applicant writes for the assessor about an element.</summary>
/// <param name="Id">The id of its latest version in the log.</param>
/// <param name="Time">When that was written, UTC.</param>
/// <param name="Reviewer">By whom.</param>
/// <param name="Text">The text.</param>
/// <param name="Versions">How many versions there are, this one included.</param>
public sealed record MappingCommentary(string Id, DateTimeOffset Time, string Reviewer, string Text, int Versions);

/// <summary>The decision that a suggestion has.</summary>
/// <param name="Item">The decided passage: <see cref="MappingDecision.Id"/>.</param>
/// <param name="Verdict">What the reviewers say of it.</param>
/// <param name="State">What has become of its words.</param>
/// <param name="IsCopy">True where the decision was taken on the same words in another document, so that one may want
/// to apply it here too.</param>
public sealed record SuggestionDecision(string Item, Verdict Verdict, AnchorState State, bool IsCopy);

/// <summary>What was decided, for the mapping.</summary>
/// <param name="Items">Every decided passage with what became of it.</param>
/// <param name="Commentaries">For each element its commentary's versions, oldest first.</param>
public sealed record DecidedEvidence(
    IReadOnlyList<DecidedItem> Items,
    IReadOnlyDictionary<string, IReadOnlyList<Decision>> Commentaries
)
{
    /// <summary>For a folder that nobody has decided about.</summary>
    public static DecidedEvidence None { get; } = new([], new Dictionary<string, IReadOnlyList<Decision>>());
}
