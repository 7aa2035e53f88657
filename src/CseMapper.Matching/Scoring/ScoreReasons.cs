using System.Globalization;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Suggestions;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;

namespace CseMapper.Matching.Scoring;

/// <summary>Takes a final score apart again, down to what each word gave.</summary>
/// <param name="ranking">The scores.</param>
internal sealed class ScoreReasons(PassageRanking ranking)
{
    private readonly double[] _ideal = IdealsOf(ranking);

    /// <summary>What each feature adds to the own-word score of a passage for an element, heaviest first.</summary>
    public List<(Feature Feature, double Value)> OwnWords(int row, int element)
    {
        int passage = ranking.Set.Passages[row];
        (float body, float heading) = ranking.Scorer.Scales(passage);
        List<(Feature Feature, double Value)> words = [];
        Hits hits = ranking.Hits[passage];
        while (hits.MoveNext())
        {
            Feature feature = ranking.Query.Features[hits.Feature];
            float weight = feature.WeightFor(element) * ranking.Scorer.RarityOf(hits.Feature);
            float x = (hits.Body * body) + (hits.Heading * heading);
            if (weight > 0)
                words.Add((feature, weight * PassageScorer.Most * PassageScorer.Saturate(x)));
        }

        words.Sort(
            (a, b) =>
                a.Value != b.Value
                    ? b.Value.CompareTo(a.Value)
                    : string.CompareOrdinal(a.Feature.Label, b.Feature.Label)
        );
        return words;
    }

    /// <summary>What the ideal passage would score by its own words.</summary>
    public double IdealOf(int element) => _ideal[element];

    /// <summary>The final score as a tree.</summary>
    public ScoreExplanation Explain(int row, int element)
    {
        EvidenceScores scores = ranking.Scores;
        double scale = scores.Scales[element];
        ScoreExplanation[] words =
        [
            .. OwnWords(row, element)
                .Select(word => new ScoreExplanation(word.Value * scale, Describe(word.Feature), [])),
        ];
        ScoreExplanation own = new(words.Sum(word => word.Value), "own words, sum of", words);
        ScoreExplanation neighbours = new(scores.Neighbours[row][element], "passages before and after it", []);
        ScoreExplanation likeness = new(scores.Likeness[row][element], "likeness to the element's best passages", []);
        ScoreExplanation sum = new(
            own.Value + neighbours.Value + likeness.Value,
            "what speaks for it, sum of",
            [own, neighbours, likeness]
        );
        ScoreExplanation share = new(
            1 / scores.Rivalry[row][element],
            "share left by other elements that it answers",
            []
        );
        ScoreExplanation byWords = new(sum.Value * share.Value, "product of", [sum, share]);
        return ranking.Meaning is { } meaning ? WithMeaning(byWords, meaning, row, element) : byWords;
    }

    /// <summary>Cautions are put beside the sum of both: they hold for what is said, however it was found.</summary>
    private static ScoreExplanation WithMeaning(ScoreExplanation byWords, MeaningScores meaning, int row, int element)
    {
        double added = meaning.AddedTo(row, element);
        string nearest = meaning.ValueOf(row, element) is null
            ? "meaning: not compared"
            : $"meaning: {(meaning.CloseTo(row, element) is null ? "nearest" : "close")} to "
                + $"\"{meaning.NearestTo(row, element)}\"";
        ScoreExplanation both = new(
            byWords.Value + added,
            "words and meaning, sum of",
            [byWords, new ScoreExplanation(added, nearest, [])]
        );
        return new ScoreExplanation(both.Value, "product of", [both]);
    }

    private static string Describe(Feature feature) =>
        feature.Kind switch
        {
            FeatureKind.Word => string.Create(CultureInfo.InvariantCulture, $"word \"{feature.Label}\""),
            FeatureKind.Pair => string.Create(
                CultureInfo.InvariantCulture,
                $"\"{feature.Terms[0]}\" near \"{feature.Terms[1]}\""
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"phrase \"{feature.Label}\""),
        };

    private static double[] IdealsOf(PassageRanking ranking)
    {
        const int heaviest = 5;
        double[][] best = new double[ranking.Query.Elements.Count][];
        for (int element = 0; element < best.Length; element++)
            best[element] = new double[heaviest];
        for (int number = 0; number < ranking.Query.Features.Count; number++)
        {
            foreach ((int element, float weight) in ranking.Query.Features[number].Uses)
            {
                TopValues.Insert(
                    best[element].AsSpan(),
                    (double)weight * ranking.Scorer.RarityOf(number) * PassageScorer.Most
                );
            }
        }

        return [.. best.Select(values => Math.Max(1e-6, values.Sum()))];
    }
}
