using CseMapper.Review;

namespace CseMapper.Mapping;

/// <summary>The words of an element's suggestions, by which the ones that a decision is about are found.</summary>
internal sealed class SuggestionWords
{
    private const int Run = 3;

    /// <summary>Shares of common word runs from which two passages cut differently are one, and from which they say the same.</summary>
    private const double Overlapping = 0.5;
    private const double Same = 0.999;

    private readonly HashSet<string>[] _runs;
    private readonly Dictionary<string, List<int>> _byRun = new(StringComparer.Ordinal);

    public SuggestionWords(IReadOnlyList<MappingSuggestion> suggestions)
    {
        _runs = [.. suggestions.Select(suggestion => RunsOf(suggestion.Quote))];
        for (int at = 0; at < _runs.Length; at++)
        {
            foreach (string run in _runs[at])
            {
                if (!_byRun.TryGetValue(run, out List<int>? places)) _byRun.Add(run, places = []);
                places.Add(at);
            }
        }
    }

    /// <summary>The suggestions that hold the text or a good part of it, in their order; and whether one of both holds the other whole.</summary>
    public IEnumerable<(int At, bool IsSame)> Like(string text)
    {
        HashSet<string> runs = RunsOf(text);
        int[] common = new int[_runs.Length];
        foreach (string run in runs)
        {
            foreach (int at in _byRun.GetValueOrDefault(run, [])) common[at]++;
        }

        for (int at = 0; at < common.Length; at++)
        {
            double share = common[at] / (double)Math.Max(1, Math.Min(runs.Count, _runs[at].Count));
            if (share >= Overlapping) yield return (at, share >= Same);
        }
    }

    private static HashSet<string> RunsOf(string text)
    {
        List<string> words = new AnchorWords(text).Words;
        return words.Count < Run
            ? [string.Join(' ', words)]
            : [.. Enumerable.Range(0, words.Count - Run + 1).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
    }
}
