using CseMapper.Decisions.Log;
using CseMapper.Matching.Criteria;

namespace CseMapper;

/// <summary>What a run says about the decision log.</summary>
internal static class DecisionNotices
{
    /// <summary>A sentence for each thing that somebody should know of.</summary>
    /// <param name="log">The log as it was read.</param>
    /// <param name="ledger">What it says now.</param>
    /// <param name="standard">The standard of the run.</param>
    public static IEnumerable<string> Of(DecisionLogContent log, ReviewLedger ledger, Standard standard)
    {
        foreach (string damage in log.Damage())
            yield return damage;
        HashSet<string> known = [.. standard.Elements.Select(element => element.Number)];
        string[] others =
        [
            .. ledger
                .Items.Select(item => item.Element)
                .Where(element => !known.Contains(element))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (others.Length > 0)
        {
            yield return "There are decisions about elements that this standard does not have: "
                + $"{string.Join(", ", others)}. They are kept in the log.";
        }
    }
}
