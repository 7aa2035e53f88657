using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Mapping;

/// <summary>How far the review has come.</summary>
/// <param name="Accepted">Passages that are evidence: accepted, and their words stand as they were.</param>
/// <param name="Rejected">Passages that are not.</param>
/// <param name="Unsure">Passages somebody should look at again.</param>
/// <param name="AwaitApproval">Accepted passages that wait for a second person.</param>
/// <param name="Conflicts">Passages that reviewers disagree about.</param>
/// <param name="Changed">Decided passages whose words have changed since; they wait, and are in none of the figures
/// above.</param>
/// <param name="AcceptedChanged">Those of them that had been accepted.</param>
/// <param name="ElementsAccepted">Elements with at least one passage that is evidence.</param>
public sealed record DecisionCounts(
    int Accepted,
    int Rejected,
    int Unsure,
    int AwaitApproval,
    int Conflicts,
    int Changed,
    int AcceptedChanged,
    int ElementsAccepted
)
{
    internal static DecisionCounts Count(IReadOnlyList<MappingEntry> elements)
    {
        MappingDecision[] all = [.. elements.SelectMany(entry => entry.Decisions)];
        int Kept(Verdict verdict) => all.Count(decision => decision.Verdict == verdict && !decision.HasChanged);
        return new DecisionCounts(
            Kept(Verdict.Accepted),
            Kept(Verdict.Rejected),
            Kept(Verdict.Unsure),
            Kept(Verdict.AwaitsApproval),
            Kept(Verdict.Conflict),
            all.Count(decision => decision.HasChanged),
            all.Count(decision =>
                decision is { HasChanged: true, Verdict: Verdict.Accepted or Verdict.AwaitsApproval }
            ),
            elements.Count(entry => entry.Decisions.Any(decision => decision.Counts))
        );
    }
}
