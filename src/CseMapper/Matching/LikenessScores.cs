using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>
/// How like a passage is to the best ones of an element: their heaviest words are a second query (pseudo-relevance feedback, Rocchio 1971). It finds
/// evidence that says the same thing in other words than the standard.
/// </summary>
internal sealed class LikenessScores
{
    private const int BestPassages = 10;
    private const double BestPower = 3;
    private const int Words = 40;

    private readonly StoredTerms _terms;
    private readonly TermFrequencies _frequencies;
    private readonly WorkingSet _set;
    private readonly PassageScorer _scorer;

    public LikenessScores(LoadedPassages loaded, WorkingSet set, PassageScorer scorer)
    {
        _terms = new StoredTerms(loaded.Lexicon, loaded.Documents);
        _frequencies = loaded.Frequencies;
        _set = set;
        _scorer = scorer;
    }

    /// <summary>Scores all passages of the working set.</summary>
    /// <param name="first">The scores that tell which passages are an element's best.</param>
    public ScoreMatrix To(ScoreMatrix first)
    {
        ScoreMatrix likeness = new(first.Rows, first.Columns);
        Dictionary<int, List<(int Element, float Weight)>> words = HeaviestWords(first);
        foreach ((int row, IReadOnlyDictionary<int, TermCount> counts) in _terms.Read(_set))
        {
            Span<float> scores = likeness[row];
            (float body, float heading) = _scorer.Scales(_set.Passages[row]);
            foreach ((int term, TermCount count) in counts)
            {
                if (!words.TryGetValue(term, out List<(int Element, float Weight)>? uses)) continue;
                float saturated = PassageScorer.Saturate(count.Weigh(body, heading));
                foreach ((int element, float weight) in uses) scores[element] += weight * saturated;
            }
        }

        return likeness;
    }

    private Dictionary<int, List<(int Element, float Weight)>> HeaviestWords(ScoreMatrix first)
    {
        Dictionary<int, List<(int Element, float Share)>> shares = SharesOfBest(first);
        SortedDictionary<int, double>[] weights = [.. Enumerable.Range(0, first.Columns).Select(_ => new SortedDictionary<int, double>())];
        foreach ((int row, IReadOnlyDictionary<int, TermCount> counts) in _terms.Read(_set, shares.ContainsKey))
        {
            (float body, float heading) = _scorer.Scales(_set.Passages[row]);
            foreach ((int term, TermCount count) in counts)
            {
                double value = PassageScorer.Rarity(_frequencies.Of(term), _frequencies.Sampled) * PassageScorer.Saturate(count.Weigh(body, heading));
                foreach ((int element, float share) in shares[row]) weights[element][term] = weights[element].GetValueOrDefault(term) + (share * value);
            }
        }

        Dictionary<int, List<(int Element, float Weight)>> words = [];
        for (int element = 0; element < weights.Length; element++)
        {
            foreach ((int term, double weight) in weights[element].OrderByDescending(item => item.Value).ThenBy(item => item.Key).Take(Words))
            {
                if (!words.TryGetValue(term, out List<(int, float)>? uses)) words.Add(term, uses = []);
                uses.Add((element, (float)weight));
            }
        }

        return words;
    }

    /// <summary>By row of a best passage: the elements it stands for, and its share among their best.</summary>
    private static Dictionary<int, List<(int Element, float Share)>> SharesOfBest(ScoreMatrix first)
    {
        Dictionary<int, List<(int, float)>> shares = [];
        for (int element = 0; element < first.Columns; element++)
        {
            int[] best = first.BestRows(element, BestPassages);
            double sum = best.Sum(row => Math.Pow(first[row][element], BestPower));
            foreach (int row in best)
            {
                if (!shares.TryGetValue(row, out List<(int, float)>? list)) shares.Add(row, list = []);
                list.Add((element, (float)(Math.Pow(first[row][element], BestPower) / sum)));
            }
        }

        return shares;
    }
}

/// <summary>How often a term stands in a passage.</summary>
/// <param name="Body">Occurrences in the body.</param>
/// <param name="Heading">Occurrences in the heading path.</param>
internal readonly record struct TermCount(int Body, int Heading)
{
    /// <summary>Its weighted frequency.</summary>
    public float Weigh(float body, float heading) => Lexicon.Whole * ((Body * body) + (Heading * heading));
}
