using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Passages.Indexing;

namespace CseMapper.Matching.Scoring;

/// <summary>
/// How like a passage is to the best ones of an element: their heaviest words are a second query (pseudo-relevance
/// feedback, Rocchio 1971). It finds evidence that says the same thing in other words than the standard.
/// </summary>
/// <param name="terms">The terms of the passages.</param>
/// <param name="index">Knows how rare terms are.</param>
/// <param name="set">The passages.</param>
/// <param name="scorer">Knows what occurrences in a passage count for.</param>
internal sealed class LikenessScores(WorkingTerms terms, IndexSnapshot index, WorkingSet set, PassageScorer scorer)
{
    private const int BestPassages = 10;
    private const double BestPower = 3;
    private const int Words = 40;

    /// <summary>Fewer passages than this are not worth another thread.</summary>
    private const int LeastRows = 512;

    /// <summary>Scores all passages of the working set.</summary>
    /// <param name="first">The scores that tell which passages are an element's best.</param>
    public ScoreMatrix To(ScoreMatrix first)
    {
        ScoreMatrix likeness = new(first.Rows, first.Columns);
        TermUses uses = HeaviestWords(first);
        ParallelWork.ForEachRange(first.Rows, LeastRows, (_, start, end) => Score(uses, likeness, start, end));
        return likeness;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(TermUses uses, ScoreMatrix likeness, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            Span<float> scores = likeness[row];
            (float body, float heading) = scorer.Scales(set.Passages[row]);
            foreach (TermCount count in terms[row])
            {
                int use = uses.First[count.Term];
                if (use == 0)
                    continue;
                float saturated = PassageScorer.Saturate(count.Weigh(body, heading));
                for (; use != 0; use = uses.All[use].Next)
                    scores[uses.All[use].Element] += uses.All[use].Weight * saturated;
            }
        }
    }

    private TermUses HeaviestWords(ScoreMatrix first)
    {
        // By row of a best passage, ascending: the elements it stands for, and its share among their best.
        SortedList<int, List<BestShare>> shares = SharesOfBest(first);
        double[] rarity = RarityIn(shares.Keys);
        WordWeights[] weights = new WordWeights[first.Columns];
        for (int element = 0; element < weights.Length; element++)
            weights[element] = new WordWeights();
        foreach (int row in shares.Keys)
        {
            (float body, float heading) = scorer.Scales(set.Passages[row]);
            foreach (TermCount count in terms[row])
            {
                double value = rarity[count.Term] * PassageScorer.Saturate(count.Weigh(body, heading));
                foreach (BestShare best in shares[row])
                    weights[best.Element].Add(count.Term, best.Share * value);
            }
        }

        TermUses uses = new(terms.Terms, first.Columns * Words);
        for (int element = weights.Length - 1; element >= 0; element--)
        {
            foreach (WordWeight word in weights[element].Heaviest(Words))
                uses.Add(word.Term, element, (float)word.Weight);
        }

        return uses;
    }

    /// <summary>How rare the terms of some passages are; 0 for all other terms.</summary>
    private double[] RarityIn(IEnumerable<int> rows)
    {
        double[] rarity = new double[terms.Terms];
        HashSet<int> sought = [];
        foreach (int row in rows)
        {
            foreach (TermCount count in terms[row])
                sought.Add(count.Term);
        }

        int[] numbers = [.. sought];
        int[] passages = index.PassagesWith([.. numbers.Select(terms.BytesOf)]);
        for (int i = 0; i < numbers.Length; i++)
            rarity[numbers[i]] = PassageScorer.Rarity(Math.Max(1, passages[i]), index.Passages);
        return rarity;
    }

    private static SortedList<int, List<BestShare>> SharesOfBest(ScoreMatrix first)
    {
        SortedList<int, List<BestShare>> shares = [];
        for (int element = 0; element < first.Columns; element++)
        {
            int[] best = first.BestRows(element, BestPassages);
            double sum = 0;
            foreach (int row in best)
                sum += Math.Pow(first[row][element], BestPower);
            foreach (int row in best)
            {
                if (!shares.TryGetValue(row, out List<BestShare>? list))
                    shares.Add(row, list = []);
                list.Add(new BestShare(element, (float)(Math.Pow(first[row][element], BestPower) / sum)));
            }
        }

        return shares;
    }

    private sealed record BestShare(int Element, float Share);

    /// <summary>Which elements look for which terms: a chain for each term, in the order of the elements.</summary>
    private sealed class TermUses(int terms, int most)
    {
        private int _count = 1;

        /// <summary>By term: its first use, or 0.</summary>
        public int[] First { get; } = new int[terms];

        public (int Element, float Weight, int Next)[] All { get; } = new (int, float, int)[most + 1];

        /// <summary>Adds a use before those that the term has.</summary>
        public void Add(int term, int element, float weight)
        {
            All[_count] = (element, weight, First[term]);
            First[term] = _count++;
        }
    }
}

/// <summary>Sums up what words weigh, and keeps the order in which they were first met.</summary>
internal sealed class WordWeights
{
    private readonly Dictionary<int, WordWeight> _byTerm = [];
    private readonly List<WordWeight> _words = [];

    public void Add(int term, double weight)
    {
        if (!_byTerm.TryGetValue(term, out WordWeight? word))
        {
            _byTerm.Add(term, word = new WordWeight(term));
            _words.Add(word);
        }

        word.Weight += weight;
    }

    /// <summary>The heaviest words; of equal ones those met first.</summary>
    public IEnumerable<WordWeight> Heaviest(int count) => _words.OrderByDescending(word => word.Weight).Take(count);
}

/// <summary>A word and what it weighs.</summary>
/// <param name="term">The term's number.</param>
internal sealed class WordWeight(int term)
{
    public int Term { get; } = term;

    public double Weight { get; set; }
}
