using CseMapper.Decisions.Anchors;

namespace CseMapper.Decisions.Mapping;

/// <summary>A suggestion that has words in common with a text.</summary>
/// <param name="At">Its place among the element's suggestions.</param>
/// <param name="IsSame">True where one of both holds all words of the other: copies of one another, wherever they
/// stand.</param>
/// <param name="Overlaps">True where both can be the same stretch of one document, cut differently.</param>
internal readonly record struct LikeSuggestion(int At, bool IsSame, bool Overlaps);

/// <summary>The words of an element's suggestions, by which the ones that a decision is about are found.</summary>
/// <remarks>What was found for a text is kept, so that a decision costs one text and not all that were ever decided
/// about. Not to be used by two threads at once.</remarks>
internal sealed class SuggestionWords(IReadOnlyList<MappingSuggestion> suggestions)
{
    private const int Run = 3;

    /// <summary>Share of common word runs from which it is worth a closer look, and from which two texts say the
    /// same.</summary>
    private const double Overlapping = 0.5;
    private const double Same = 0.999;

    private readonly Dictionary<string, LikeSuggestion[]> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byRun = new(StringComparer.Ordinal);
    private (List<string> Words, int Runs)[] _suggestions = [];

    /// <summary>The suggestions that hold the text or a good part of it, in their order.</summary>
    public IReadOnlyList<LikeSuggestion> Like(string text)
    {
        if (_known.TryGetValue(text, out LikeSuggestion[]? known))
            return known;
        if (_suggestions.Length == 0)
            Prepare();
        return _known[text] = [.. Find(new AnchorWords(text).Words)];
    }

    /// <summary>Lets go of all but what was found: the words are needed again only when somebody decides.</summary>
    public void ReleaseWords()
    {
        _suggestions = [];
        _byRun.Clear();
    }

    private void Prepare()
    {
        _suggestions =
        [
            .. suggestions
                .Select(suggestion => new AnchorWords(suggestion.Quote).Words)
                .Select((words, at) => (words, Note(RunsOf(words), at))),
        ];
    }

    private int Note(HashSet<string> runs, int at)
    {
        foreach (string run in runs)
        {
            if (!_byRun.TryGetValue(run, out List<int>? places))
                _byRun.Add(run, places = []);
            places.Add(at);
        }

        return runs.Count;
    }

    private IEnumerable<LikeSuggestion> Find(List<string> words)
    {
        HashSet<string> runs = RunsOf(words);
        int[] common = new int[_suggestions.Length];
        foreach (string run in runs)
        {
            foreach (int at in _byRun.GetValueOrDefault(run, []))
                common[at]++;
        }

        for (int at = 0; at < common.Length; at++)
        {
            double share = common[at] / (double)Math.Max(1, Math.Min(runs.Count, _suggestions[at].Runs));
            if (share >= Overlapping)
                yield return new LikeSuggestion(at, share >= Same, Overlap(words, _suggestions[at].Words));
        }
    }

    /// <summary>
    /// Texts of one document that were cut differently: one holds the other in one piece, or the end of one is the
    /// beginning of the other. Clauses that are merely alike ("We answer letters …", "We answer emails …") differ in
    /// their midst.
    /// </summary>
    private static bool Overlap(List<string> one, List<string> other)
    {
        (List<string> shorter, List<string> longer) = one.Count <= other.Count ? (one, other) : (other, one);
        for (int at = 0; at <= longer.Count - shorter.Count; at++)
        {
            if (Agree(longer, at, shorter, 0, shorter.Count))
                return true;
        }

        for (int count = shorter.Count; count >= 1 && count >= shorter.Count * Overlapping; count--)
        {
            if (Agree(one, one.Count - count, other, 0, count) || Agree(other, other.Count - count, one, 0, count))
                return true;
        }

        return false;
    }

    private static bool Agree(List<string> one, int from, List<string> other, int start, int count)
    {
        int i = 0;
        while (i < count && one[from + i] == other[start + i])
            i++;
        return i == count;
    }

    private static HashSet<string> RunsOf(List<string> words) =>
        words.Count < Run
            ? [string.Join(' ', words)]
            : [.. Enumerable.Range(0, words.Count - Run + 1).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
}
