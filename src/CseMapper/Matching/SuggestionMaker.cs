using CseMapper.Indexing;
using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Makes suggestions for the reviewer out of ranked passages.</summary>
internal sealed class SuggestionMaker
{
    private const int Best = 10;
    private const int MostRated = 30;
    private readonly PassageRanking _ranking;
    private readonly Func<string, IReadOnlyList<Passage>> _passagesOf;
    private readonly Dictionary<string, IReadOnlyList<Passage>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (IReadOnlyList<TextTerm> Words, bool IsQuote)> _analysed = [];
    private readonly MatchFinder _matches;
    private readonly ScoreReasons _reasons;
    private readonly StandardQuotes _quotes;
    private readonly PartCoverage _parts;
    private readonly Lazy<DocumentFamilies> _families;
    private readonly (double Mean, double Deviation)[] _spread;

    public SuggestionMaker(PassageRanking ranking, Func<string, IReadOnlyList<Passage>> passagesOf)
    {
        _ranking = ranking;
        _passagesOf = passagesOf;
        _matches = new MatchFinder(ranking.Query, ranking.Lexicon);
        _reasons = new ScoreReasons(ranking);
        _quotes = new StandardQuotes(ranking.Query.Elements);
        _parts = new PartCoverage(ranking.Query, ranking.Scorer.RarityOf);
        _families = new Lazy<DocumentFamilies>(FamiliesOfBest);
        _spread = [.. Enumerable.Range(0, ranking.Query.Elements.Count).Select(SpreadOf)];
    }

    /// <summary>The best passages of an element, as suggestions; what stands against some of them moves them down.</summary>
    public Suggestion[] Make(int element, int count)
    {
        Suggestion[] sorted =
        [
            .. Rated(element, count * 2).Select(found => Make(found.Row, element, found.Confidence))
                .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Document, StringComparer.Ordinal).ThenBy(suggestion => suggestion.Passage.Ordinal)
                .Take(count),
        ];
        double least = 1;
        for (int i = 0; i < sorted.Length; i++)
        {
            least = Math.Min(least, sorted[i].Confidence);
            sorted[i] = sorted[i] with { Confidence = least, Strength = Confidence.BandOf(least) };
        }

        return sorted;
    }

    private Suggestion Make(int row, int element, double confidence)
    {
        IndexedDocument document = _ranking.DocumentOf(row);
        Passage passage = TextsOf(document.Key)[_ranking.Set.Ordinals[row]];
        (IReadOnlyList<TextTerm> words, bool isQuote) = Analyse(row, passage.Text);
        IReadOnlyList<MatchedWord> matches = _matches.Find(words, element);
        TextSpan quote = QuoteCutter.Cut(passage.Text, matches);
        EvidenceRemark[] flags = [.. FlagsOf(document, passage, quote, isQuote)];
        ScoreExplanation why = AddCautions(_reasons.Explain(row, element), flags);
        double caution = flags.Aggregate(ReviewCaution.FactorOf(_ranking.Query.Elements[element].Kind, flags), (factor, flag) => factor * ReviewCaution.FactorOf(flag));
        return new Suggestion(document.Key, passage, why.Value, confidence * caution, EvidenceStrength.None, quote, matches, why) { Remarks = flags, Parts = _parts.Of(element, matches.Concat(MatchesIn(passage.Headings, element))) };
    }

    private IEnumerable<MatchedWord> MatchesIn(IReadOnlyList<string> headings, int element) => headings.SelectMany(heading => _matches.Find(TextAnalyzer.Analyze(heading), element));

    /// <summary>A passage is often suggested for several elements, and analysed once.</summary>
    private (IReadOnlyList<TextTerm> Words, bool IsQuote) Analyse(int row, string text)
    {
        if (_analysed.TryGetValue(row, out (IReadOnlyList<TextTerm> Words, bool IsQuote) known)) return known;
        IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(text);
        return _analysed[row] = (words, _quotes.AreIn(words));
    }

    private IEnumerable<EvidenceRemark> FlagsOf(IndexedDocument document, Passage passage, TextSpan quote, bool isQuote)
    {
        foreach (EvidenceRemark flag in WordingFlags.Of(passage.Text, quote)) yield return flag;
        if (isQuote) yield return EvidenceRemark.QuotesStandard;
        if (document.IsDraft) yield return EvidenceRemark.Draft;
        if (_families.Value.IsSuperseded(document.Key)) yield return EvidenceRemark.Superseded;
    }

    private static ScoreExplanation AddCautions(ScoreExplanation why, EvidenceRemark[] flags)
    {
        ScoreExplanation[] cautions = [.. flags.Where(flag => ReviewCaution.FactorOf(flag) < 1).Select(flag => new ScoreExplanation(ReviewCaution.FactorOf(flag), EvidenceRemarks.Describe(flag), []))];
        return cautions.Length == 0 ? why : why with { Value = cautions.Aggregate(why.Value, (value, caution) => value * caution.Value), Details = [.. why.Details, .. cautions] };
    }

    /// <summary>The best passages of an element with their confidence, which never rises down the list.</summary>
    public IEnumerable<(int Row, double Confidence)> Ranked(int element, int count)
    {
        double least = 1;
        foreach ((int row, double confidence) in Rated(element, count))
        {
            least = Math.Min(least, confidence);
            yield return (row, least);
        }
    }

    private IEnumerable<(int Row, double Confidence)> Rated(int element, int count)
    {
        int[] rows = _ranking.Scores.Final.BestRows(element, count);
        double mean = rows.Length == 0 ? 1 : rows.Take(Best).Average(row => _ranking.Scores.Final[row][element]);
        double elementShare = rows.Length == 0 ? 0 : rows.Take(3).Average(row => _ranking.Scores.Own[row][element]) / _reasons.IdealOf(element);
        double last = 1;
        for (int rank = 0; rank < rows.Length; rank++)
        {
            if (rank < MostRated) last = Confidence.Of(FeaturesOf(rows[rank], element, mean, elementShare));
            yield return (rows[rank], last);
        }
    }

    private ConfidenceFeatures FeaturesOf(int row, int element, double meanOfBest, double elementShare)
    {
        EvidenceScores scores = _ranking.Scores;
        double own = scores.Own[row][element];
        (double mean, double deviation) = _spread[element];
        return new ConfidenceFeatures(
            scores.Final[row][element] / Math.Max(meanOfBest, 1e-6), Math.Log(1 + Math.Max(0, (own - mean) / deviation)),
            scores.Neighbours[row][element], elementShare, scores.Rivalry[row]);
    }

    private IReadOnlyList<Passage> TextsOf(string document) => _texts.TryGetValue(document, out IReadOnlyList<Passage>? known) ? known : _texts[document] = _passagesOf(document);

    /// <summary>Only documents with a suggestion are compared.</summary>
    private DocumentFamilies FamiliesOfBest() => new(
    [
        .. Enumerable.Range(0, _ranking.Query.Elements.Count).SelectMany(element => _ranking.Scores.Final.BestRows(element, Best)).Select(_ranking.DocumentOf)
            .DistinctBy(document => document.Key).OrderBy(document => document.Key, StringComparer.Ordinal),
    ]);

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
