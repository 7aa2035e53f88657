using CseMapper.Criteria;
using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>What is looked for on behalf of an element: terms and what each of them is worth.</summary>
/// <param name="Element">The element's number.</param>
/// <param name="Weights">Weight by term, above 0.</param>
internal sealed record ElementQuery(string Element, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>The queries of all elements of a standard, in printed order.</summary>
    /// <remarks>A term that stands in most elements ("customer", "ensure", "service") tells little about any of them and is worth little.</remarks>
    public static IReadOnlyList<ElementQuery> For(Standard standard)
    {
        List<Dictionary<string, double>> counts = [.. standard.Elements.Select(element => Count(element.Wording))];
        Dictionary<string, int> frequency = new(StringComparer.Ordinal);
        foreach (string term in counts.SelectMany(count => count.Keys)) frequency[term] = frequency.GetValueOrDefault(term) + 1;
        return [.. standard.Elements.Select((element, i) => new ElementQuery(element.Number, Weigh(counts[i], frequency, counts.Count)))];
    }

    private static Dictionary<string, double> Count(string text)
    {
        Dictionary<string, double> counts = new(StringComparer.Ordinal);
        foreach (TextTerm term in TextAnalyzer.Analyze(text))
        {
            if (!term.IsStopWord) counts[term.Term] = counts.GetValueOrDefault(term.Term) + 1;
        }

        return counts;
    }

    private static Dictionary<string, double> Weigh(Dictionary<string, double> counts, Dictionary<string, int> frequency, int elements)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach ((string term, double count) in counts)
        {
            double rarity = Math.Log((elements + 1) / (frequency[term] + 0.5)) / Math.Log((elements + 1) / 1.5);
            if (rarity > 0) weights[term] = count * Math.Sqrt(Math.Min(rarity, 1));
        }

        return weights;
    }
}
