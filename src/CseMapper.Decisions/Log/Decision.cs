using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Log;

/// <summary>What a reviewer did.</summary>
public enum DecisionAction
{
    /// <summary>The passage is evidence for the element.</summary>
    Accept,

    /// <summary>It is not.</summary>
    Reject,

    /// <summary>Somebody else should look.</summary>
    Unsure,

    /// <summary>The reviewer takes an earlier decision back (undo); <see cref="Decision.Target"/> names it.</summary>
    Withdraw,

    /// <summary>A second person stands behind an acceptance; <see cref="Decision.Target"/> names it.</summary>
    Approve,

    /// <summary>A remark on the passage, no judgement.</summary>
    Comment,

    /// <summary>What the applicant writes for the assessor about the element; replaces the reviewer's earlier
    /// text.</summary>
    Commentary,
}

/// <summary>How much of its element an accepted passage proves.</summary>
public enum EvidenceExtent
{
    /// <summary>Nothing was said about it.</summary>
    Unstated,

    /// <summary>Only a part of the element.</summary>
    Partial,

    /// <summary>All of the element.</summary>
    Full,
}

/// <summary>One line of the decision log. Lines are only ever added; what counts now is derived from all of
/// them.</summary>
/// <param name="Id">Unique; given by whoever records the decision, so that a repeated request is recorded once.
/// Letters, digits and '-'.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Element">The element's number.</param>
/// <param name="Action">What they did.</param>
public sealed record Decision(string Id, DateTimeOffset Time, string Reviewer, string Element, DecisionAction Action)
{
    /// <summary>How much of the element the passage proves; with accept.</summary>
    public EvidenceExtent Extent { get; init; }

    /// <summary>The parts of the element's sentence that it covers, counted from 1; empty when nothing was
    /// said.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>Why, as a code that can be counted ("wrong-element", "out-of-date", …), or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Free words: the remark, or the commentary's text.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The passage; null for a commentary.</summary>
    public EvidenceAnchor? Anchor { get; init; }

    /// <summary>
    /// The id of the decision that this one withdraws, approves or remarks on, or null. With a judgement: of an earlier
    /// decision whose words were edited since; this one is about the words as they are now and takes its place.
    /// </summary>
    public string? Target { get; init; }

    /// <summary>True for accept, reject and unsure.</summary>
    public bool IsJudgement => Action is DecisionAction.Accept or DecisionAction.Reject or DecisionAction.Unsure;
}
