using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Suggestions;

/// <summary>Makes suggestions for the reviewer out of ranked passages.</summary>
internal sealed class SuggestionMaker
{
    /// <summary>The best of an element, by which its scores are normalised.</summary>
    internal const int Best = 10;

    private const int MostRated = 30;
    private const int MostCopies = 24;

    /// <summary>Fewer elements than this are not worth another thread.</summary>
    private const int LeastElements = 8;

    private readonly PassageRanking _ranking;
    private readonly ScoreReasons _reasons;
    private readonly DraftMaker _drafts;
    private readonly RejectionReasons _rejections;
    private readonly RemarkFinder _remarks;
    private readonly (double Mean, double Deviation)[] _spread;

    public SuggestionMaker(PassageRanking ranking, Func<string, IReadOnlyList<Passage>> passagesOf)
    {
        _ranking = ranking;
        _reasons = new ScoreReasons(ranking);
        _drafts = new DraftMaker(ranking, _reasons, passagesOf);
        _rejections = new RejectionReasons(ranking, _reasons);
        _remarks = new RemarkFinder(ranking);
        _spread = SpreadOf(ranking.Scores.Own);
    }

    /// <summary>The words and phrases that are looked for on behalf of an element, heaviest first.</summary>
    public IReadOnlyList<SearchedWord> SearchedFor(int element) => _rejections.SearchedFor(element);

    /// <summary>The best passages of all elements, as suggestions: what stands against some of them moves them down,
    /// and nearly the same words are one.</summary>
    /// <param name="count">How many for each element at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Suggestion[][] MakeAll(int count, CancellationToken cancellation)
    {
        int[][] best = new int[_ranking.Query.Elements.Count][];
        for (int element = 0; element < best.Length; element++)
            best[element] = _ranking.Scores.Final.BestRows(element, MostRated);
        SuggestionDraft[][] drafts = new SuggestionDraft[best.Length][];
        using DocumentSource beside = _ranking.Source.OpenAgain();
        // What is compared with all documents needs their terms, what is made of the wording the texts of a few.
        ParallelWork.InvokeBoth(
            () => MakeDrafts(best, drafts, cancellation),
            () => _remarks.Compare(beside, best, Best, cancellation)
        );
        Suggestion[][] made = new Suggestion[best.Length][];
        for (int element = 0; element < made.Length; element++)
            made[element] = Finish(element, drafts[element], count);
        return made;
    }

    private void MakeDrafts(int[][] best, SuggestionDraft[][] drafts, CancellationToken cancellation)
    {
        foreach (int[] rows in best)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int row in rows)
                _drafts.Read(row);
        }

        ParallelWork.ForEachRange(
            best.Length,
            LeastElements,
            (_, start, end) =>
            {
                for (int element = start; element < end; element++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    int[] rows = best[element];
                    double[] confidences = Rate(element, rows);
                    drafts[element] = new SuggestionDraft[rows.Length];
                    for (int rank = 0; rank < rows.Length; rank++)
                        drafts[element][rank] = _drafts.Make(rows[rank], element, confidences[rank]);
                }
            }
        );
    }

    private Suggestion[] Finish(int element, SuggestionDraft[] drafts, int count)
    {
        Finished[] all = new Finished[drafts.Length];
        for (int i = 0; i < all.Length; i++)
            all[i] = new Finished(drafts[i].Row, MakeSuggestion(drafts[i], element));
        Finished[] sorted = Distinct(
            all.OrderByDescending(one => one.Suggestion.Score)
                .ThenBy(one => one.Suggestion.Document, StringComparer.Ordinal)
                .ThenBy(one => one.Suggestion.Passage.Ordinal),
            count
        );
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

    private Suggestion MakeSuggestion(SuggestionDraft draft, int element)
    {
        EvidenceRemark[] flags = _remarks.Find(draft.Row, draft.Words, draft.Wording);
        ScoreExplanation why = AddCautions(draft.Why, flags);
        double caution = ReviewCaution.FactorOf(_ranking.Query.Elements[element].Kind, flags);
        foreach (EvidenceRemark flag in flags)
            caution *= ReviewCaution.FactorOf(flag);
        return new Suggestion(
            draft.Document,
            draft.Passage,
            why.Value,
            draft.Confidence * caution,
            EvidenceStrength.None,
            draft.Quote,
            draft.Matches,
            why
        )
        {
            Remarks = flags,
            Parts = draft.Parts,
            CloseTo = _ranking.Meaning?.CloseTo(draft.Row, element),
        };
    }

    /// <summary>Leaves out what stands, nearly word by word, higher up in the list.</summary>
    private Finished[] Distinct(IEnumerable<Finished> sorted, int count)
    {
        HashSet<long> shown = [];
        List<Finished> kept = [];
        foreach (Finished one in sorted)
        {
            if (kept.Count == count)
                break;
            if (!shown.Add(_ranking.PlaceOf(one.Row).Code))
                continue;
            foreach (PassagePlace copy in _remarks.CopiesOf(one.Row))
                shown.Add(copy.Code);
            kept.Add(one);
        }

        return [.. kept];
    }

    private Suggestion WithCopies(int row, Suggestion suggestion)
    {
        IReadOnlyList<PassagePlace> copies = _remarks.CopiesOf(row);
        return copies.Count == 0
            ? suggestion
            : suggestion with
            {
                Copies =
                [
                    .. copies
                        .Take(MostCopies)
                        .Select(copy => (Key: _ranking.Documents[copy.Document].Key, copy.Ordinal))
                        .Select(copy => new SuggestionCopy(copy.Key, _drafts.TextsOf(copy.Key)[copy.Ordinal])),
                ],
                MoreCopies = Math.Max(0, copies.Count - MostCopies),
            };
    }

    private static ScoreExplanation AddCautions(ScoreExplanation why, EvidenceRemark[] flags)
    {
        List<ScoreExplanation> cautions = [];
        double value = why.Value;
        foreach (EvidenceRemark flag in flags)
        {
            double factor = ReviewCaution.FactorOf(flag);
            if (factor >= 1)
                continue;
            cautions.Add(new ScoreExplanation(factor, EvidenceRemarks.Describe(flag), []));
            value *= factor;
        }

        return cautions.Count == 0 ? why : why with { Value = value, Details = [.. why.Details, .. cautions] };
    }

    /// <summary>The best passages of an element with their confidence, which never rises down the list.</summary>
    public IEnumerable<(int Row, double Confidence)> Ranked(int element, int count)
    {
        int[] rows = _ranking.Scores.Final.BestRows(element, count);
        double[] confidences = Rate(element, rows);
        double least = 1;
        for (int rank = 0; rank < rows.Length; rank++)
        {
            least = Math.Min(least, confidences[rank]);
            yield return (rows[rank], least);
        }
    }

    /// <returns>The confidence of the best passages of an element; those far down have that of the last one that was
    /// looked at.</returns>
    private double[] Rate(int element, int[] rows)
    {
        EvidenceScores scores = _ranking.Scores;
        double mean = rows.Length == 0 ? 1 : MeanOf(scores.Final, rows.AsSpan(0, Math.Min(Best, rows.Length)), element);
        double elementShare =
            rows.Length == 0
                ? 0
                : MeanOf(scores.Own, rows.AsSpan(0, Math.Min(3, rows.Length)), element) / _reasons.IdealOf(element);
        double[] confidences = new double[rows.Length];
        double last = 1;
        for (int rank = 0; rank < rows.Length; rank++)
        {
            if (rank < MostRated)
                last = Confidence.Of(FeaturesOf(rows[rank], element, mean, elementShare));
            confidences[rank] = last;
        }

        return confidences;
    }

    private static double MeanOf(ScoreMatrix scores, ReadOnlySpan<int> rows, int element)
    {
        double sum = 0;
        foreach (int row in rows)
            sum += scores[row][element];
        return (float)(sum / rows.Length);
    }

    private ConfidenceFeatures FeaturesOf(int row, int element, double meanOfBest, double elementShare)
    {
        EvidenceScores scores = _ranking.Scores;
        double own = scores.Own[row][element];
        (double mean, double deviation) = _spread[element];
        return new ConfidenceFeatures(
            scores.Final[row][element] / Math.Max(meanOfBest, 1e-6),
            Math.Log(1 + Math.Max(0, (own - mean) / deviation)),
            scores.Neighbours[row][element],
            elementShare,
            scores.Rivalry[row]
        );
    }

    /// <returns>By element: mean and deviation of its scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Mean, double Deviation)[] SpreadOf(ScoreMatrix own)
    {
        double[] sums = new double[own.Columns];
        double[] squares = new double[own.Columns];
        for (int row = 0; row < own.Rows; row++)
        {
            ReadOnlySpan<float> values = own[row];
            for (int element = 0; element < values.Length; element++)
            {
                double value = values[element];
                sums[element] += value;
                squares[element] += value * value;
            }
        }

        (double, double)[] spread = new (double, double)[own.Columns];
        int rows = Math.Max(1, own.Rows);
        for (int element = 0; element < spread.Length; element++)
        {
            double mean = sums[element] / rows;
            spread[element] = (mean, Math.Sqrt(Math.Max(1e-9, (squares[element] / rows) - (mean * mean))));
        }

        return spread;
    }

    /// <summary>A suggestion and the row of its passage.</summary>
    private sealed record Finished(int Row, Suggestion Suggestion);
}
