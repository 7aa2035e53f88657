using CseMapper.Matching.Loading;
using CseMapper.Matching.Scoring;

namespace CseMapper.Matching.Evaluation;

/// <summary>Ranking and confidence, measured on a labelled set.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Quality">How good the rankings are.</param>
/// <param name="Calibration">How honest the confidences of the ten best of each query are.</param>
/// <param name="Run">The rankings, query after query in the order of the set, best first.</param>
public sealed record RankingEvaluation(
    string Set,
    RankingQuality Quality,
    CalibrationQuality Calibration,
    IReadOnlyList<RankedPassage> Run
)
{
    private const int Depth = 1000;
    private const int Judged = 10;

    /// <summary>Ranks a labelled set and measures the result.</summary>
    /// <param name="set">The set.</param>
    /// <param name="ranker">What is measured.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static RankingEvaluation Measure(LabelledSet set, EvidenceRanker ranker, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(ranker);
        List<RankingQuality> qualities = [];
        List<(double, bool)> confidences = [];
        List<RankedPassage> run = [];
        foreach (LabelledScope scope in set.Scopes)
        {
            Dictionary<string, LabelledDocument> documents = scope.Documents.ToDictionary(
                document => document.Indexed.Key,
                StringComparer.Ordinal
            );
            using DocumentSource source = DocumentSource.Of(scope.Documents.Select(document => document.Indexed));
            foreach (
                RankedElement element in ranker.RankPassages(
                    scope.Standard,
                    source,
                    key => documents[key].Passages,
                    Depth,
                    cancellation
                )
            )
            {
                RankedPassage[] ranked =
                [
                    .. element.Places.Select(
                        (place, i) =>
                            new RankedPassage(
                                element.Element,
                                documents[place.Document].Passages[place.Ordinal].Key,
                                i + 1,
                                place.Score,
                                place.Confidence
                            )
                    ),
                ];
                run.AddRange(ranked);
                Dictionary<string, int> grades = scope.Grades[element.Element];
                if (grades.Count == 0)
                    continue;
                qualities.Add(RankingQuality.Measure([.. ranked.Select(one => one.Passage)], grades));
                confidences.AddRange(
                    ranked.Take(Judged).Select(one => (one.Confidence, grades.ContainsKey(one.Passage)))
                );
            }
        }

        return new RankingEvaluation(
            set.Name,
            RankingQuality.Mean(qualities),
            CalibrationQuality.Measure(confidences),
            run
        );
    }
}

/// <summary>A line of a run.</summary>
/// <param name="Query">The query's id.</param>
/// <param name="Passage">The passage's id.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Score">Comparable within the query.</param>
/// <param name="Confidence">Probability that it is evidence.</param>
public sealed record RankedPassage(string Query, string Passage, int Rank, double Score, double Confidence);
