using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Log;

/// <summary>What the reviewers together say of a passage.</summary>
public enum Verdict
{
    /// <summary>Nobody has judged it, or all judgements were taken back.</summary>
    Open,

    /// <summary>It is evidence, and counts.</summary>
    Accepted,

    /// <summary>Accepted by one person; counts after a second person's approval.</summary>
    AwaitsApproval,

    /// <summary>It is no evidence.</summary>
    Rejected,

    /// <summary>Somebody wants another look, nobody accepted or rejected it.</summary>
    Unsure,

    /// <summary>One reviewer accepts what another rejects; both answers are kept and shown.</summary>
    Conflict,
}

/// <summary>A passage that was decided about, with everything said of it for one element.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Anchor">The passage, as the latest decision saw it.</param>
/// <param name="Verdict">What counts now.</param>
/// <param name="Standing">Each reviewer's judgement that was not taken back, in the order they were given.</param>
/// <param name="History">Every line about it, oldest first.</param>
public sealed record ReviewItem(
    string Element,
    EvidenceAnchor Anchor,
    Verdict Verdict,
    IReadOnlyList<Decision> Standing,
    IReadOnlyList<Decision> History
)
{
    /// <summary>How much of the element it proves: full when any standing acceptance says so.</summary>
    public EvidenceExtent Extent =>
        Standing
            .Where(decision => decision.Action == DecisionAction.Accept)
            .Select(decision => decision.Extent)
            .DefaultIfEmpty()
            .Max();

    /// <summary>The parts of the element that standing acceptances say it covers, counted from 1.</summary>
    public IReadOnlyList<int> Parts =>
        [
            .. Standing
                .Where(decision => decision.Action == DecisionAction.Accept)
                .SelectMany(decision => decision.Parts)
                .Distinct()
                .Order(),
        ];

    /// <summary>The same in every run: the id of the first line about it.</summary>
    public string Id => History[0].Id;

    /// <summary>The lines that say where its words stand: the latest for each document, latest first; never
    /// empty.</summary>
    public IReadOnlyList<Decision> Anchors { get; init; } = [];

    /// <summary>Remarks that judge nothing and were not taken back, in the order they were made.</summary>
    public IReadOnlyList<Decision> Remarks { get; init; } = [];

    /// <summary>True when somebody has judged it or remarked on it, and not taken that back.</summary>
    public bool IsShown { get; init; }
}

/// <summary>What the log says now: derived from all its lines, never stored.</summary>
/// <param name="Items">Every passage that was decided about, in the order of the first decision.</param>
/// <param name="Commentaries">For each element its commentary's versions, oldest first; withdrawn ones are left
/// out.</param>
public sealed record ReviewLedger(
    IReadOnlyList<ReviewItem> Items,
    IReadOnlyDictionary<string, IReadOnlyList<Decision>> Commentaries
)
{
    /// <summary>Derives what counts now.</summary>
    /// <param name="decisions">The log's lines in their order.</param>
    /// <param name="needsApproval">True when an acceptance counts only after a second person's approval.</param>
    public static ReviewLedger Derive(IReadOnlyList<Decision> decisions, bool needsApproval)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        HashSet<string> withdrawn = WithdrawnIn(decisions);
        ItemKeys keys = new(decisions, withdrawn);
        Dictionary<ItemKey, List<Decision>> histories = [];
        Dictionary<string, List<Decision>> commentaries = [];
        foreach (Decision decision in decisions)
        {
            if (decision.Action == DecisionAction.Commentary && !withdrawn.Contains(decision.Id))
                ListOf(commentaries, decision.Element).Add(decision);
            if (keys.KeyOf(decision) is { } key)
                ListOf(histories, key).Add(decision);
        }

        return new ReviewLedger(
            [
                .. histories
                    .Values.Where(history => history.Exists(decision => decision.Anchor is not null))
                    .Select(history => Item(history, keys, withdrawn, needsApproval)),
            ],
            commentaries.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Decision>)pair.Value)
        );
    }

    /// <summary>The ids of all lines that were taken back. Taking back a withdrawal brings the decision back.</summary>
    /// <param name="decisions">Lines of the log in their order.</param>
    public static HashSet<string> WithdrawnIn(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        HashSet<string> withdrawn = [];
        for (int i = decisions.Count - 1; i >= 0; i--)
        {
            if (
                decisions[i] is { Action: DecisionAction.Withdraw, Target: { } target }
                && !withdrawn.Contains(decisions[i].Id)
            )
            {
                withdrawn.Add(target);
            }
        }

        return withdrawn;
    }

    private static ReviewItem Item(List<Decision> history, ItemKeys keys, HashSet<string> withdrawn, bool needsApproval)
    {
        List<Decision> valid = history.FindAll(decision => !withdrawn.Contains(decision.Id));
        Decision anchored =
            valid.FindLast(decision => decision is { IsJudgement: true, Anchor: not null })
            ?? history.FindLast(decision => decision.Anchor is not null)!;
        // Judgements of an earlier wording are history once somebody has judged the new one.
        ItemKey? wording = keys.WordingOf(anchored);
        List<Decision> judged = valid.FindAll(decision =>
            decision.IsJudgement && (decision.Anchor is null || keys.WordingOf(decision) == wording)
        );
        List<Decision> standing =
        [
            .. judged.GroupBy(decision => decision.Reviewer, ReviewerNames.Folded).Select(own => own.Last()),
        ];
        bool isApproved = valid.Exists(decision =>
            decision.Action == DecisionAction.Approve
            && standing.Exists(accept =>
                accept.Id == decision.Target
                && accept.Action == DecisionAction.Accept
                && !ReviewerNames.Folded.Equals(accept.Reviewer, decision.Reviewer)
            )
        );
        return new ReviewItem(
            history[0].Element,
            anchored.Anchor!,
            VerdictOf(standing, isApproved || !needsApproval),
            standing,
            history
        )
        {
            Anchors =
            [
                .. Enumerable
                    .Reverse(judged)
                    .Where(decision => decision.Anchor is not null)
                    .Prepend(anchored)
                    .DistinctBy(decision => decision.Anchor!.Path),
            ],
            Remarks = [.. valid.Where(decision => decision.Action == DecisionAction.Comment)],
            IsShown = valid.Exists(decision => decision.IsJudgement || decision.Action == DecisionAction.Comment),
        };
    }

    private static Verdict VerdictOf(List<Decision> standing, bool counts)
    {
        bool accepts = standing.Exists(decision => decision.Action == DecisionAction.Accept);
        bool rejects = standing.Exists(decision => decision.Action == DecisionAction.Reject);
        return (accepts, rejects) switch
        {
            (true, true) => Verdict.Conflict,
            (true, false) => counts ? Verdict.Accepted : Verdict.AwaitsApproval,
            (false, true) => Verdict.Rejected,
            _ => standing.Count > 0 ? Verdict.Unsure : Verdict.Open,
        };
    }

    private static List<Decision> ListOf<T>(Dictionary<T, List<Decision>> lists, T key)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out List<Decision>? list))
            lists.Add(key, list = []);
        return list;
    }
}
