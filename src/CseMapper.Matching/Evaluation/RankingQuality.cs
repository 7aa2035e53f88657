namespace CseMapper.Matching.Evaluation;

/// <summary>How good rankings are, as means over the queries that have a label.</summary>
/// <param name="Queries">How many of these there are.</param>
/// <param name="Ndcg10">Normalised discounted cumulative gain of the first ten; the gain is the grade itself, as in
/// trec_eval (Järvelin and Kekäläinen 2002).</param>
/// <param name="MeanAveragePrecision">MAP over all passages that were ranked.</param>
/// <param name="Recall10">Share of the labelled passages among the first ten.</param>
/// <param name="Recall50">Share of the labelled passages among the first fifty.</param>
/// <param name="Precision5">Share of labelled passages among the first five.</param>
public sealed record RankingQuality(
    int Queries,
    double Ndcg10,
    double MeanAveragePrecision,
    double Recall10,
    double Recall50,
    double Precision5
)
{
    /// <summary>The quality of one ranking.</summary>
    /// <param name="ranked">Passages, best first.</param>
    /// <param name="grades">Labelled passages and their grades.</param>
    public static RankingQuality Measure(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        double gain = 0;
        double precisions = 0;
        int[] found = new int[ranked.Count + 1];
        for (int i = 0; i < ranked.Count; i++)
        {
            found[i + 1] = found[i];
            if (!grades.TryGetValue(ranked[i], out int grade))
                continue;
            found[i + 1]++;
            precisions += found[i + 1] / (i + 1.0);
            if (i < 10)
                gain += grade / Math.Log2(i + 2);
        }

        double ideal = grades.Values.OrderDescending().Take(10).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
        return new RankingQuality(
            1,
            gain / ideal,
            precisions / grades.Count,
            Found(10) / (double)grades.Count,
            Found(50) / (double)grades.Count,
            Found(5) / 5.0
        );

        int Found(int depth) => found[Math.Min(depth, ranked.Count)];
    }

    /// <summary>The mean of several.</summary>
    /// <param name="all">A measurement a query; any order.</param>
    public static RankingQuality Mean(IReadOnlyCollection<RankingQuality> all) =>
        all.Count == 0
            ? new RankingQuality(0, 0, 0, 0, 0, 0)
            : new RankingQuality(
                all.Count,
                all.Average(one => one.Ndcg10),
                all.Average(one => one.MeanAveragePrecision),
                all.Average(one => one.Recall10),
                all.Average(one => one.Recall50),
                all.Average(one => one.Precision5)
            );
}
