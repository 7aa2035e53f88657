using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents;

namespace CseMapper.Decisions.Mapping;

/// <summary>
/// The mapping of the last run with the decision log as it is now. Words that were decided about before the run are
/// what the run found them to be; what was decided since was decided on the text of the run, so its words are
/// unchanged.
/// </summary>
/// <remarks>Never changes as seen from outside, but is to be used by one thread at a time: <see cref="With"/> gives a
/// new one that shares all elements without new lines, which makes a decision cheap.</remarks>
public sealed class ReviewedMapping
{
    private readonly bool _needsApproval;
    private readonly Dictionary<string, IReadOnlyList<Decision>> _lines;
    private readonly Dictionary<string, Dictionary<string, AnchorMatch>> _found;
    private readonly Dictionary<string, string> _hashes;
    private readonly Dictionary<string, PrintedPages> _pages;
    private readonly Dictionary<string, SuggestionWords> _words;

    private ReviewedMapping(MappingFile mapping, bool needsApproval)
    {
        Mapping = mapping.With([.. mapping.Elements.Select(entry => DecisionJoin.Apply(entry, [], null))]);
        _needsApproval = needsApproval;
        _lines = new(StringComparer.Ordinal);
        _found = mapping.Elements.ToDictionary(
            entry => entry.Number,
            entry =>
                entry.Decisions.ToDictionary(
                    decision => decision.AnchoredBy,
                    decision => new AnchorMatch(decision.State, decision.Place, 0, decision.Changes),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );
        _words = mapping.Elements.ToDictionary(
            entry => entry.Number,
            entry => new SuggestionWords(entry.Suggestions),
            StringComparer.Ordinal
        );
        _hashes = mapping.Documents.ToDictionary(
            document => document.Record.Path,
            document => document.Record.Hash,
            StringComparer.Ordinal
        );
        _pages = DecisionJoin.PagesOf(mapping.Documents.Select(document => document.Record));
    }

    private ReviewedMapping(
        ReviewedMapping older,
        MappingFile mapping,
        Dictionary<string, IReadOnlyList<Decision>> lines,
        bool needsApproval
    )
    {
        Mapping = mapping;
        _lines = lines;
        _needsApproval = needsApproval;
        (_found, _hashes, _pages, _words) = (older._found, older._hashes, older._pages, older._words);
    }

    /// <summary>The mapping with the decisions of now.</summary>
    public MappingFile Mapping { get; }

    /// <summary>Joins a mapping with the log.</summary>
    /// <param name="mapping">The mapping as the last run wrote it.</param>
    /// <param name="decisions">All lines of the log in their order.</param>
    /// <param name="needsApproval">True when an acceptance counts only after a second person's approval.</param>
    public static ReviewedMapping Join(MappingFile mapping, IReadOnlyList<Decision> decisions, bool needsApproval)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return new ReviewedMapping(mapping, needsApproval).With(decisions);
    }

    /// <summary>The same with lines that were added to the log since; costs as much as the elements they are
    /// about.</summary>
    /// <param name="newer">The lines, in their order.</param>
    public ReviewedMapping With(IReadOnlyList<Decision> newer)
    {
        Dictionary<string, IReadOnlyList<Decision>> lines = new(_lines, StringComparer.Ordinal);
        foreach (
            IGrouping<string, Decision> added in newer.GroupBy(decision => decision.Element, StringComparer.Ordinal)
        )
        {
            lines[added.Key] = [.. lines.GetValueOrDefault(added.Key, []), .. added];
        }

        HashSet<string> concerned = [.. newer.Select(decision => decision.Element)];
        MappingEntry[] elements =
        [
            .. Mapping.Elements.Select(entry =>
                concerned.Contains(entry.Number) ? Join(entry, lines[entry.Number]) : entry
            ),
        ];
        return new ReviewedMapping(this, Mapping.With(elements), lines, _needsApproval);
    }

    /// <summary>The same run with another log, or under another rule.</summary>
    /// <param name="decisions">All lines of the log in their order.</param>
    /// <param name="needsApproval">True when an acceptance counts only after a second person's approval.</param>
    public ReviewedMapping Anew(IReadOnlyList<Decision> decisions, bool needsApproval) =>
        new ReviewedMapping(
            this,
            Mapping.With([.. Mapping.Elements.Select(entry => DecisionJoin.Apply(entry, [], null))]),
            new(StringComparer.Ordinal),
            needsApproval
        ).With(decisions);

    /// <summary>The lines of the log about an element, in their order.</summary>
    /// <param name="element">The element's number.</param>
    public IReadOnlyList<Decision> LinesOf(string element) => _lines.GetValueOrDefault(element, []);

    /// <summary>What the log says of an element's passages, with their histories.</summary>
    /// <param name="element">The element's number.</param>
    public ReviewLedger LedgerOf(string element) => ReviewLedger.Derive(LinesOf(element), _needsApproval);

    private MappingEntry Join(MappingEntry entry, IReadOnlyList<Decision> lines)
    {
        ReviewLedger ledger = ReviewLedger.Derive(lines, _needsApproval);
        Dictionary<string, AnchorMatch> found = _found[entry.Number];
        MappingDecision[] decisions =
        [
            .. ledger
                .Items.Where(item => item.IsShown)
                .Select(item => DecisionJoin.DecisionOf(AsOfNow(item, found), _pages)),
        ];
        SuggestionWords words = _words[entry.Number];
        MappingEntry joined = DecisionJoin.Apply(
            entry,
            decisions,
            DecisionJoin.CommentaryOf(ledger.Commentaries.GetValueOrDefault(entry.Number, [])),
            words
        );
        words.ReleaseWords();
        return joined;
    }

    private DecidedItem AsOfNow(ReviewItem item, Dictionary<string, AnchorMatch> found) =>
        item
            .Anchors.Select(anchored => new DecidedItem(item, anchored.Id, MatchOf(anchored, found)))
            .MinBy(decided => decided.Match.State)!;

    private AnchorMatch MatchOf(Decision anchored, Dictionary<string, AnchorMatch> found)
    {
        EvidenceAnchor anchor = anchored.Anchor!;
        if (found.TryGetValue(anchored.Id, out AnchorMatch? known))
        {
            return known.Place is { } place && place.Text == anchor.Quote
                ? found[anchored.Id] = known with { Place = place with { Text = anchor.Quote } }
                : known;
        }

        bool isAsItWas = _hashes.TryGetValue(anchor.Path, out string? hash) && hash == anchor.ContentHash;
        // What the run did not look for, on a text that is not the run's: a later judgement was taken back. The next
        // run will tell.
        return isAsItWas
            ? new AnchorMatch(AnchorState.Unchanged, AnchorPlace.WhereMade(anchor), 1, [])
            : new AnchorMatch(AnchorState.Ambiguous, null, 0, []);
    }
}
