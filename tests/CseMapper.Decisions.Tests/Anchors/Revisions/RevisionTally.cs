using System.Globalization;
using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Tests.Anchors.Revisions;

/// <summary>What became of the decisions of a trial.</summary>
internal sealed class RevisionTally
{
    private readonly SortedDictionary<(Fate Fate, AnchorState State), int> _counts = [];
    private readonly List<string> _wrong = [];
    private readonly List<string> _lost = [];
    private int _kept;
    private int _toKeep;
    private int _found;
    private int _waiting;
    private int _toFind;

    /// <summary>Decisions judged.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>The share of untouched and moved words whose decision was kept.</summary>
    public double Kept => Share(_kept, _toKeep);

    /// <summary>The share of reworded words that are shown, as reworded or as ambiguous, at their place.</summary>
    public double Found => Share(_found, _toFind);

    /// <summary>Decisions kept on words they were not about.</summary>
    public IReadOnlyList<string> WrongCarryOvers => _wrong;

    /// <summary>Some of the decisions that waited without need or were not found.</summary>
    public IReadOnlyList<string> Lost => _lost;

    public void Add(DecidedQuote quote, AnchorMatch match)
    {
        (Fate, AnchorState) key = (quote.Fate, match.State);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        bool isToKeep = quote.Fate is Fate.Untouched or Fate.Moved;
        bool isToFind = quote.Fate is Fate.Reworded or Fate.SentenceChanged;
        bool isShown = !match.KeepsDecision && quote.IsShownAt(match.Place);
        bool isWrong = match.KeepsDecision && (!isToKeep || match.Place!.Path != quote.NewPath);
        if (isWrong)
            _wrong.Add(Describe(quote, match));
        if (isToKeep)
            (_toKeep, _kept) = (_toKeep + 1, _kept + (match.KeepsDecision && !isWrong ? 1 : 0));
        if (isToFind)
            (_toFind, _found) = (_toFind + 1, _found + (isShown ? 1 : 0));
        _waiting += match.KeepsDecision ? 0 : 1;
        if ((isToKeep && !match.KeepsDecision) || (isToFind && !isShown))
            _lost.Add(Describe(quote, match));
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} decisions; {_kept} of {_toKeep} untouched and moved kept ({Kept:P1}); "
                + $"{_found} of {_toFind} reworded found ({Found:P1}); "
                + $"{_wrong.Count} wrong carry-overs; {_waiting} wait\n{Counts()}"
        );

    private string Counts() =>
        string.Join('\n', _counts.Select(count => $"  {count.Key.Fate, -16} {count.Key.State, -10} {count.Value, 6}"));

    private static double Share(int some, int all) => all == 0 ? 1 : some / (double)all;

    private static string Describe(DecidedQuote quote, AnchorMatch match) =>
        $"{quote.Fate} -> {match.State} {quote.Anchor.Path} -> {quote.NewPath}\n  was: {quote.Anchor.Quote}\n  "
        + $"now: {quote.NewText}\n  shown: {match.Place?.Path}: {match.Place?.Text}";
}
