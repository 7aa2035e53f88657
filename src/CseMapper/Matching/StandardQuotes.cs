using CseMapper.Criteria;
using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Tells passages that repeat the standard itself: its sentences score best of all and prove nothing.</summary>
internal sealed class StandardQuotes
{
    private const int Run = 4;
    private const double MostRepeated = 0.6;
    private readonly HashSet<string> _runs = new(StringComparer.Ordinal);

    public StandardQuotes(IEnumerable<StandardElement> elements)
    {
        foreach (StandardElement element in elements) _runs.UnionWith(RunsOf(TextAnalyzer.Analyze(element.Wording)));
    }

    /// <summary>True where most runs of four words of an analysed text stand in the standard.</summary>
    public bool AreIn(IReadOnlyList<TextTerm> text)
    {
        string[] runs = [.. RunsOf(text)];
        return runs.Length > Run && runs.Count(_runs.Contains) >= MostRepeated * runs.Length;
    }

    private static IEnumerable<string> RunsOf(IReadOnlyList<TextTerm> text)
    {
        string[] terms = [.. text.Select(word => word.Term)];
        for (int i = 0; i + Run <= terms.Length; i++) yield return string.Join(' ', terms, i, Run);
    }
}
