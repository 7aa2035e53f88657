using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.Reports;

/// <summary>Says beside a suggestion what its decision cells cannot: that its words have changed since, wait for
/// somebody, or were decided elsewhere.</summary>
internal static class DecisionNotes
{
    /// <summary>Short phrases; none where there is nothing to say.</summary>
    public static IEnumerable<string> Of(MappingEntry entry, MappingSuggestion suggestion)
    {
        if (
            suggestion.Decision is not { } own
            || entry.Decisions.FirstOrDefault(decision => decision.Id == own.Item) is not { } decided
        )
        {
            yield break;
        }

        if (own.IsCopy)
        {
            yield return $"The same words were {VerdictWords.Verb(decided.Verdict)} in "
                + $"{decided.Place?.Path ?? decided.DecidedIn}: decide here too if they should count here";
        }
        else if (decided.HasChanged)
        {
            yield return $"Changed since it was {VerdictWords.Verb(decided.Verdict)} "
                + $"by {string.Join(", ", decided.Reviewers)}: {Changes(decided)}";
        }
        else if (decided.Verdict == Verdict.AwaitsApproval)
        {
            yield return "Waits for a second person";
        }
    }

    /// <summary>The edited words: "ten" became "twenty".</summary>
    public static string Changes(MappingDecision decided)
    {
        string[] edits =
        [
            .. decided
                .Changes.Where(change => change.Kind != WordChangeKind.Same)
                .Select(change => (change.Kind == WordChangeKind.Removed ? "without " : "now ") + $"“{change.Text}”"),
        ];
        return edits.Length == 0 ? VerdictWords.State(decided.State).ToLowerInvariant() : string.Join(", ", edits);
    }
}
