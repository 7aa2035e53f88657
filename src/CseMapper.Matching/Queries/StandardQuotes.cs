using CseMapper.Matching.Criteria;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>Tells passages that repeat the standard itself: its sentences score best of all and prove
/// nothing.</summary>
internal sealed class StandardQuotes
{
    private const int Run = 4;
    private const double MostRepeated = 0.6;
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    public StandardQuotes(IEnumerable<StandardElement> elements)
    {
        foreach (StandardElement element in elements)
            _runs.UnionWith(RunsOf([.. TextAnalyzer.Analyze(element.Wording).Select(word => word.Term)]));
    }

    /// <summary>True where most runs of four words of a text stand in the standard.</summary>
    public bool AreIn(TextWord[] text)
    {
        int runs = Math.Max(0, text.Length - Run + 1);
        return runs > Run && RunsOf([.. text.Select(word => word.Term)]).Count(_runs.Contains) >= MostRepeated * runs;
    }

    private static IEnumerable<string> RunsOf(string[] terms)
    {
        for (int i = 0; i + Run <= terms.Length; i++)
            yield return string.Join(' ', terms, i, Run);
    }
}
