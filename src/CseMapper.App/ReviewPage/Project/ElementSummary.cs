using System.Runtime.CompilerServices;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>What the overview says of an element.</summary>
/// <param name="State">How it stands.</param>
/// <param name="NeedsWork">True while there is something to do.</param>
/// <param name="Accepted">Passages that are evidence.</param>
/// <param name="Open">Passages to judge.</param>
/// <param name="Reviewers">What each reviewer has done, and what is left for them, by name.</param>
/// <param name="AwaitApproval">Acceptances that wait for a second person, with those who cannot be that person.</param>
internal sealed record ElementSummary(
    ElementState State,
    bool NeedsWork,
    int Accepted,
    int Open,
    IReadOnlyDictionary<string, ReviewerFigures> Reviewers,
    IReadOnlyList<IReadOnlyList<string>> AwaitApproval
)
{
    /// <summary>Sums an element up.</summary>
    public static ElementSummary SumUp(MappingEntry entry)
    {
        Dictionary<string, ReviewerFigures> reviewers = new(StringComparer.Ordinal);
        foreach (MappingDecision decision in entry.Decisions)
        {
            foreach (MappingJudgement judgement in decision.Judgements)
            {
                ReviewerFigures known = reviewers.GetValueOrDefault(judgement.Reviewer);
                reviewers[judgement.Reviewer] = known.With(judgement, decision);
            }
        }

        ElementState state = ElementStates.Judge(entry);
        int accepted = entry.Decisions.Count(decision => decision.Counts);
        int open = ElementCards.Sort(entry).Open;
        bool waits = entry.Decisions.Any(decision =>
            decision.HasChanged || decision.Verdict is Verdict.Conflict or Verdict.AwaitsApproval
        );
        return new ElementSummary(
            state,
            waits || (accepted == 0 && open > 0),
            accepted,
            open,
            reviewers,
            [
                .. entry
                    .Decisions.Where(decision => decision is { Verdict: Verdict.AwaitsApproval, HasChanged: false })
                    .Select(decision => decision.Reviewers),
            ]
        );
    }
}

/// <summary>What a reviewer has done.</summary>
/// <param name="Judged">Passages judged.</param>
/// <param name="Unsure">Of them, those they were not sure about.</param>
/// <param name="Conflicts">Of them, those others judge otherwise.</param>
/// <param name="Changed">Of them, those whose words have changed since.</param>
internal readonly record struct ReviewerFigures(int Judged, int Unsure, int Conflicts, int Changed)
{
    /// <summary>With one more passage.</summary>
    public ReviewerFigures With(MappingJudgement judgement, MappingDecision decision) =>
        new(
            Judged + 1,
            Unsure + (judgement.Action == DecisionAction.Unsure ? 1 : 0),
            Conflicts + (decision.Verdict == Verdict.Conflict ? 1 : 0),
            Changed + (decision.HasChanged ? 1 : 0)
        );

    /// <summary>Both together.</summary>
    public ReviewerFigures Plus(ReviewerFigures other) =>
        new(Judged + other.Judged, Unsure + other.Unsure, Conflicts + other.Conflicts, Changed + other.Changed);
}

/// <summary>Summaries by element. A decision makes one new element and leaves all others as they are, so all but one
/// are known already.</summary>
internal sealed class ElementSummaries
{
    private readonly ConditionalWeakTable<MappingEntry, ElementSummary> _known = [];

    /// <summary>The summary of an element.</summary>
    public ElementSummary Of(MappingEntry entry) => _known.GetValue(entry, ElementSummary.SumUp);
}
