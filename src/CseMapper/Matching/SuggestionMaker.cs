using CseMapper.Indexing;
using CseMapper.Passages;

namespace CseMapper.Matching;

/// <summary>Makes suggestions for the reviewer out of ranked passages.</summary>
internal sealed class SuggestionMaker
{
    /// <summary>The best of an element, by which its scores are normalised.</summary>
    internal const int Best = 10;

    private const int MostRated = 30;
    private const int MostCopies = 24;
    private readonly PassageRanking _ranking;
    private readonly Func<string, IReadOnlyList<Passage>> _passagesOf;
    private readonly Dictionary<string, IReadOnlyList<Passage>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, IReadOnlyList<TextTerm>> _analysed = [];
    private readonly MatchFinder _matches;
    private readonly ScoreReasons _reasons;
    private readonly RejectionReasons _rejections;
    private readonly PartCoverage _parts;
    private readonly RemarkFinder _remarks;
    private readonly (double Mean, double Deviation)[] _spread;

    public SuggestionMaker(PassageRanking ranking, Func<string, IReadOnlyList<Passage>> passagesOf, CancellationToken cancellation)
    {
        _ranking = ranking;
        _passagesOf = passagesOf;
        _matches = new MatchFinder(ranking.Query, ranking.Lexicon);
        _reasons = new ScoreReasons(ranking);
        _rejections = new RejectionReasons(ranking, _reasons);
        _parts = new PartCoverage(ranking.Query, ranking.Scorer.RarityOf);
        _remarks = new RemarkFinder(ranking, MostRated, cancellation);
        _spread = [.. Enumerable.Range(0, ranking.Query.Elements.Count).Select(SpreadOf)];
    }

    /// <summary>The words and phrases that are looked for on behalf of an element, heaviest first.</summary>
    public IReadOnlyList<SearchedWord> SearchedFor(int element) => _rejections.SearchedFor(element);

    /// <summary>The best passages of an element, as suggestions: what stands against some of them moves them down, and nearly the same words are one.</summary>
    public Suggestion[] Make(int element, int count)
    {
        (int Row, Suggestion Suggestion)[] sorted = Distinct(
        [
            .. Rated(element, MostRated).Select(found => (found.Row, Suggestion: Make(found.Row, element, found.Confidence)))
                .OrderByDescending(one => one.Suggestion.Score).ThenBy(one => one.Suggestion.Document, StringComparer.Ordinal).ThenBy(one => one.Suggestion.Passage.Ordinal),
        ], count);
        double least = 1;
        Suggestion[] made = new Suggestion[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            (int row, Suggestion suggestion) = sorted[i];
            least = Math.Min(least, suggestion.Confidence);
            EvidenceStrength strength = Confidence.BandOf(least, sorted[0].Suggestion.Confidence);
            made[i] = WithCopies(row, suggestion) with
            {
                Confidence = least,
                Strength = strength,
                Rejected = strength == EvidenceStrength.Weak ? _rejections.Of(row, element, suggestion.Remarks) : [],
            };
        }

        return made;
    }

    private Suggestion Make(int row, int element, double confidence)
    {
        string document = _ranking.DocumentOf(row).Key;
        Passage passage = TextsOf(document)[_ranking.Set.Ordinals[row]];
        IReadOnlyList<TextTerm> words = Analyse(row, passage.Text);
        IReadOnlyList<MatchedWord> matches = _matches.Find(words, element);
        TextSpan quote = QuoteCutter.Cut(passage.Text, matches);
        EvidenceRemark[] flags = [.. _remarks.Of(row, passage, words, quote)];
        ScoreExplanation why = AddCautions(_reasons.Explain(row, element), flags);
        double caution = flags.Aggregate(ReviewCaution.FactorOf(_ranking.Query.Elements[element].Kind, flags), (factor, flag) => factor * ReviewCaution.FactorOf(flag));
        return new Suggestion(document, passage, why.Value, confidence * caution, EvidenceStrength.None, quote, matches, why)
        {
            Remarks = flags,
            Parts = _parts.Of(element, matches.Concat(passage.Headings.SelectMany(heading => _matches.Find(TextAnalyzer.Analyze(heading), element)))),
        };
    }

    /// <summary>Leaves out what stands, nearly word by word, higher up in the list.</summary>
    private (int Row, Suggestion Suggestion)[] Distinct((int Row, Suggestion Suggestion)[] sorted, int count)
    {
        HashSet<PassagePlace> shown = [];
        List<(int, Suggestion)> kept = [];
        foreach ((int row, Suggestion suggestion) in sorted)
        {
            if (kept.Count == count) break;
            if (!shown.Add(_ranking.PlaceOf(row))) continue;
            shown.UnionWith(_remarks.CopiesOf(row));
            kept.Add((row, suggestion));
        }

        return [.. kept];
    }

    private Suggestion WithCopies(int row, Suggestion suggestion)
    {
        IReadOnlyList<PassagePlace> copies = _remarks.CopiesOf(row);
        return copies.Count == 0 ? suggestion : suggestion with
        {
            Copies = [.. copies.Take(MostCopies).Select(copy => (Key: _ranking.Documents[copy.Document].Key, copy.Ordinal)).Select(copy => new SuggestionCopy(copy.Key, TextsOf(copy.Key)[copy.Ordinal]))],
            MoreCopies = Math.Max(0, copies.Count - MostCopies),
        };
    }

    /// <summary>A passage is often suggested for several elements, and analysed once.</summary>
    private IReadOnlyList<TextTerm> Analyse(int row, string text) => _analysed.TryGetValue(row, out IReadOnlyList<TextTerm>? known) ? known : _analysed[row] = TextAnalyzer.Analyze(text);

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
