using CseMapper.Decisions.Mapping;

namespace CseMapper.Decisions.Changes;

/// <summary>What has changed for one element.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Wording">Its sentence.</param>
/// <param name="Gained">Evidence that was not there before.</param>
/// <param name="Lost">Evidence that is no longer there.</param>
/// <param name="Reworded">Evidence whose words changed, before and after.</param>
/// <param name="ToConfirm">Decided passages whose words have changed or gone since the last run.</param>
/// <param name="ReviewPassed">Documents behind its evidence whose review date has passed since the last run.</param>
public sealed record ElementChanges(
    string Number,
    string Wording,
    IReadOnlyList<SnapshotEvidence> Gained,
    IReadOnlyList<SnapshotEvidence> Lost,
    IReadOnlyList<(SnapshotEvidence Before, SnapshotEvidence After)> Reworded,
    IReadOnlyList<PassageToConfirm> ToConfirm,
    IReadOnlyList<string> ReviewPassed
)
{
    /// <summary>Two quotes of which this share of the words agrees are one that was edited.</summary>
    private const double SameEnough = 0.5;

    /// <summary>True when nothing changed.</summary>
    public bool IsNone => Gained.Count + Lost.Count + Reworded.Count + ToConfirm.Count + ReviewPassed.Count == 0;

    internal static ElementChanges Between(
        SnapshotElement before,
        SnapshotElement now,
        MappingEntry entry,
        IReadOnlyList<string> reviewPassed
    )
    {
        List<SnapshotEvidence> gained =
        [
            .. now.Evidence.ExceptBy(
                before.Evidence.Select(evidence => evidence.Id),
                evidence => evidence.Id,
                StringComparer.Ordinal
            ),
        ];
        List<SnapshotEvidence> lost =
        [
            .. before.Evidence.ExceptBy(
                now.Evidence.Select(evidence => evidence.Id),
                evidence => evidence.Id,
                StringComparer.Ordinal
            ),
        ];
        List<(SnapshotEvidence Before, SnapshotEvidence After)> reworded = [];
        foreach (SnapshotEvidence old in lost.ToArray())
        {
            if (
                gained.Find(evidence =>
                    evidence.Document == old.Document && Likeness(old.Quote, evidence.Quote) >= SameEnough
                )
                is not { } edited
            )
            {
                continue;
            }

            reworded.Add((old, edited));
            lost.Remove(old);
            gained.Remove(edited);
        }
        HashSet<string> known = new(
            before.Decisions.Where(decision => decision.HasChanged).Select(decision => decision.Id),
            StringComparer.Ordinal
        );
        PassageToConfirm[] toConfirm =
        [
            .. entry
                .Decisions.Where(decision => decision.HasChanged && !known.Contains(decision.Id))
                .Select(decision => new PassageToConfirm(
                    decision.Id,
                    decision.State,
                    decision.Quote,
                    decision.Place?.Path ?? decision.DecidedIn
                )),
        ];
        return new ElementChanges(entry.Number, entry.Wording, gained, lost, reworded, toConfirm, reviewPassed);
    }

    /// <summary>The share of their words that two texts have in common (Jaccard, 1901).</summary>
    private static double Likeness(string left, string right)
    {
        HashSet<string> words = Words(left);
        HashSet<string> others = Words(right);
        int common = words.Count(others.Contains);
        return common == 0 ? 0 : (double)common / (words.Count + others.Count - common);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
