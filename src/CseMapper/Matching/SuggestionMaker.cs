using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Makes suggestions for the reviewer out of ranked passages.</summary>
internal sealed class SuggestionMaker
{
    private const int Best = 10;
    private const int Rated = 30;
    private readonly PassageRanking _ranking;
    private readonly Func<string, IReadOnlyList<Passage>> _passagesOf;
    private readonly Dictionary<string, IReadOnlyList<Passage>> _texts = new(StringComparer.Ordinal);
    private readonly MatchFinder _matches;
    private readonly ScoreReasons _reasons;
    private readonly (double Mean, double Deviation)[] _spread;

    public SuggestionMaker(PassageRanking ranking, Func<string, IReadOnlyList<Passage>> passagesOf)
    {
        _ranking = ranking;
        _passagesOf = passagesOf;
        _matches = new MatchFinder(ranking.Query, ranking.Lexicon);
        _reasons = new ScoreReasons(ranking);
        _spread = [.. Enumerable.Range(0, ranking.Query.Elements.Count).Select(SpreadOf)];
    }

    /// <summary>The best passages of an element, as suggestions.</summary>
    public Suggestion[] Make(int element, int count)
    {
        List<Suggestion> suggestions = [];
        foreach ((int row, double confidence) in Ranked(element, count))
        {
            string document = _ranking.DocumentOf(row).Key;
            Passage passage = TextsOf(document)[_ranking.Set.Ordinals[row]];
            IReadOnlyList<MatchedWord> matches = _matches.Find(passage.Text, element);
            ScoreExplanation why = _reasons.Explain(row, element);
            suggestions.Add(new Suggestion(document, passage, why.Value, confidence, Confidence.BandOf(confidence), QuoteCutter.Cut(passage.Text, matches), matches, why));
        }

        return [.. suggestions];
    }

    /// <summary>The best passages of an element with their confidence, which never rises down the list.</summary>
    public IEnumerable<(int Row, double Confidence)> Ranked(int element, int count)
    {
        int[] rows = _ranking.Scores.Final.BestRows(element, count);
        double mean = rows.Length == 0 ? 1 : rows.Take(Best).Average(row => _ranking.Scores.Final[row][element]);
        double elementShare = rows.Length == 0 ? 0 : rows.Take(3).Average(row => _ranking.Scores.Own[row][element]) / _reasons.IdealOf(element);
        double least = 1;
        for (int rank = 0; rank < rows.Length; rank++)
        {
            if (rank < Rated) least = Math.Min(least, Confidence.Of(FeaturesOf(rows[rank], element, mean, elementShare)));
            yield return (rows[rank], least);
        }
    }

    private ConfidenceFeatures FeaturesOf(int row, int element, double meanOfBest, double elementShare)
    {
        EvidenceScores scores = _ranking.Scores;
        float best = 0;
        foreach (float value in scores.Final[row]) best = Math.Max(best, value);
        double own = scores.Own[row][element];
        (double mean, double deviation) = _spread[element];
        return new ConfidenceFeatures(
            scores.Final[row][element] / Math.Max(meanOfBest, 1e-6), scores.Final[row][element] / Math.Max(best, 1e-6f),
            Math.Log(1 + Math.Max(0, (own - mean) / deviation)), _reasons.OwnWords(row, element).Count(word => word.Feature.Kind != FeatureKind.Pair),
            scores.Likeness[row][element], scores.Neighbours[row][element], elementShare, scores.Rivalry[row]);
    }

    private IReadOnlyList<Passage> TextsOf(string document) => _texts.TryGetValue(document, out IReadOnlyList<Passage>? known) ? known : _texts[document] = _passagesOf(document);

    private (double Mean, double Deviation) SpreadOf(int element)
    {
        ScoreMatrix own = _ranking.Scores.Own;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < own.Rows; row++)
        {
            double value = own[row][element];
            sum += value;
            squares += value * value;
        }

        double mean = sum / Math.Max(1, own.Rows);
        return (mean, Math.Sqrt(Math.Max(1e-9, (squares / Math.Max(1, own.Rows)) - (mean * mean))));
    }
}
