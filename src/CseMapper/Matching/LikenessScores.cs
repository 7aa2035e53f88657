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
        _terms = new StoredTerms(loaded.Documents);
        _frequencies = loaded.Frequencies;
        _set = set;
        _scorer = scorer;
    }

    /// <summary>Scores all passages of the working set.</summary>
    /// <param name="first">The scores that tell which passages are an element's best.</param>
    public ScoreMatrix To(ScoreMatrix first)
    {
        ScoreMatrix likeness = new(first.Rows, first.Columns);
        (NumberTable words, List<List<(int Element, float Weight)>> uses) = HeaviestWords(first);
        foreach ((int row, IReadOnlyList<TermCount> counts) in _terms.Read(_set))
        {
            Span<float> scores = likeness[row];
            (float body, float heading) = _scorer.Scales(_set.Passages[row]);
            foreach (TermCount count in counts)
            {
                int word = words.Find(count.Term);
                if (word < 0) continue;
                float saturated = PassageScorer.Saturate(count.Weigh(body, heading));
                foreach ((int element, float weight) in uses[word]) scores[element] += weight * saturated;
            }
        }

        return likeness;
    }

    private (NumberTable Words, List<List<(int Element, float Weight)>> Uses) HeaviestWords(ScoreMatrix first)
    {
        Dictionary<int, List<(int Element, float Share)>> shares = SharesOfBest(first);
        WordWeights[] weights = [.. Enumerable.Range(0, first.Columns).Select(_ => new WordWeights())];
        foreach ((int row, IReadOnlyList<TermCount> counts) in _terms.Read(_set, shares.ContainsKey))
        {
            (float body, float heading) = _scorer.Scales(_set.Passages[row]);
            foreach (TermCount count in counts)
            {
                double value = PassageScorer.Rarity(_frequencies.Of(count.Term), _frequencies.Sampled) * PassageScorer.Saturate(count.Weigh(body, heading));
                foreach ((int element, float share) in shares[row]) weights[element].Add(count.Term, share * value);
            }
        }

        NumberTable words = new(room: first.Columns * Words);
        List<List<(int Element, float Weight)>> uses = [];
        for (int element = 0; element < weights.Length; element++)
        {
            foreach ((ulong term, double weight) in weights[element].Heaviest(Words))
            {
                int word = words.FindOrAdd(term);
                if (word == uses.Count) uses.Add([]);
                uses[word].Add((element, (float)weight));
            }
        }

        return (words, uses);
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

/// <summary>Sums up what words weigh, and keeps the order in which they were first met.</summary>
internal sealed class WordWeights
{
    private readonly NumberTable _numbers = new(room: 64);
    private readonly List<(ulong Term, double Weight)> _words = [];

    public void Add(ulong term, double weight)
    {
        int number = _numbers.FindOrAdd(term);
        if (number == _words.Count) _words.Add((term, 0));
        _words[number] = (term, _words[number].Weight + weight);
    }

    /// <summary>The heaviest words; of equal ones those met first.</summary>
    public IEnumerable<(ulong Term, double Weight)> Heaviest(int count) => _words.OrderByDescending(word => word.Weight).Take(count);
}
