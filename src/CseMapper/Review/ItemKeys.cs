namespace CseMapper.Review;

/// <summary>Tells which lines of the log are about one passage: the same words for the same element, and edited words that were judged anew.</summary>
internal sealed class ItemKeys
{
    private readonly Dictionary<string, string> _keyOfId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public ItemKeys(IReadOnlyList<Decision> decisions, HashSet<string> withdrawn)
    {
        foreach (Decision decision in decisions)
        {
            if (decision.Action == DecisionAction.Commentary) continue;
            string? own = decision.Anchor is { } anchor ? ReviewLedger.KeyOf(decision.Element, anchor.Quote) : null;
            string? linked = decision.Target is { } target ? _keyOfId.GetValueOrDefault(target) : null;
            if ((own ?? linked) is not { } key) continue;
            _keyOfId[decision.Id] = key;
            if (own is not null && linked is not null && decision.IsJudgement && !withdrawn.Contains(decision.Id)) _parents[RootOf(own)] = RootOf(linked);
        }
    }

    /// <summary>The passage a line is about; null for a commentary, and for a line about nothing the log knows.</summary>
    public string? Of(Decision decision) => _keyOfId.TryGetValue(decision.Id, out string? key) ? RootOf(key) : null;

    /// <summary>The same for lines about the very same words; null as above.</summary>
    public string? WordingOf(Decision decision) => _keyOfId.GetValueOrDefault(decision.Id);

    private string RootOf(string key)
    {
        while (_parents.TryGetValue(key, out string? parent) && parent != key) key = parent;
        return key;
    }
}
