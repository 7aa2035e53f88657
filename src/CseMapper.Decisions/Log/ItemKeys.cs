using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Log;

/// <summary>A passage as the log tells it apart: its element, and its words wherever they stand.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Words">Stands for the words: half of their SHA-256.</param>
internal readonly record struct ItemKey(string Element, UInt128 Words)
{
    /// <summary>A decision about one passage asks for the keys of all lines about its element: each quote is taken
    /// apart once.</summary>
    private static readonly ConditionalWeakTable<EvidenceAnchor, object> _known = [];

    public static ItemKey Of(string element, EvidenceAnchor anchor) =>
        new(element, (UInt128)_known.GetValue(anchor, static one => WordsOf(one.Quote)));

    private static UInt128 WordsOf(string quote)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', new AnchorWords(quote).Words)));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}

/// <summary>Tells which lines of the log are about one passage: the same words for the same element, and edited words
/// that were judged anew.</summary>
internal sealed class ItemKeys
{
    private readonly Dictionary<string, ItemKey> _keyOfId = new(StringComparer.Ordinal);
    private readonly Dictionary<ItemKey, ItemKey> _parents = [];

    public ItemKeys(IReadOnlyList<Decision> decisions, HashSet<string> withdrawn)
    {
        foreach (Decision decision in decisions)
        {
            if (decision.Action == DecisionAction.Commentary)
                continue;
            ItemKey? own = decision.Anchor is { } anchor ? ItemKey.Of(decision.Element, anchor) : null;
            ItemKey? linked =
                decision.Target is { } target && _keyOfId.TryGetValue(target, out ItemKey known) ? known : null;
            if ((own ?? linked) is not { } key)
                continue;
            _keyOfId[decision.Id] = key;
            if (own is { } here && linked is { } before && decision.IsJudgement && !withdrawn.Contains(decision.Id))
                _parents[RootOf(here)] = RootOf(before);
        }
    }

    /// <summary>The passage a line is about; null for a commentary, and for a line about nothing the log
    /// knows.</summary>
    public ItemKey? KeyOf(Decision decision) => _keyOfId.TryGetValue(decision.Id, out ItemKey key) ? RootOf(key) : null;

    /// <summary>The same for lines about the very same words; null as above.</summary>
    public ItemKey? WordingOf(Decision decision) => _keyOfId.TryGetValue(decision.Id, out ItemKey key) ? key : null;

    private ItemKey RootOf(ItemKey key)
    {
        while (_parents.TryGetValue(key, out ItemKey parent) && parent != key)
            key = parent;
        return key;
    }
}
