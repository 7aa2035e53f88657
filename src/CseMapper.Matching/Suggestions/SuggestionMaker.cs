using CseMapper.Matching.Loading;
using CseMapper.Matching.Remarks;
using CseMapper.Matching.Scoring;
using CseMapper.Passages.Indexing;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Suggestions;

/// <summary>Makes suggestions for the reviewer out of ranked passages.</summary>
internal sealed class SuggestionMaker
{
    private const int MostCopies = 24;

    /// <summary>So many places of an element go to one document at full score; each further one counts for less, so that
    /// one long document does not hide what stands in others.</summary>
    private const int FullOfDocument = 4;
    private const double LaterOfDocument = 0.92;

    /// <summary>Fewer elements than this are not worth another thread.</summary>
    private const int LeastElements = 8;

    private readonly PassageRanking _ranking;
    private readonly ScoreReasons _reasons;
    private readonly DraftMaker _drafts;
    private readonly RejectionReasons _rejections;
    private readonly RemarkFinder _remarks;
    private readonly ConfidenceRater _rater;

    public SuggestionMaker(PassageRanking ranking, Func<string, IReadOnlyList<Passage>> passagesOf)
    {
        _ranking = ranking;
        _reasons = new ScoreReasons(ranking);
        _drafts = new DraftMaker(ranking, _reasons, passagesOf);
        _rejections = new RejectionReasons(ranking, _reasons);
        _remarks = new RemarkFinder(ranking);
        _rater = new ConfidenceRater(ranking, _reasons);
    }

    /// <summary>The words and phrases that are looked for on behalf of an element, heaviest first.</summary>
    public IReadOnlyList<SearchedWord> SearchedFor(int element) => _rejections.SearchedFor(element);

    /// <summary>The best passages of all elements, as suggestions: what stands against some of them moves them down,
    /// and nearly the same words are one.</summary>
    /// <param name="count">How many for each element at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Suggestion[][] MakeAll(int count, CancellationToken cancellation)
    {
        SuggestionDraft[][] drafts = MakeDrafts([], cancellation);
        Suggestion[][] made = new Suggestion[drafts.Length][];
        for (int element = 0; element < made.Length; element++)
            made[element] = Finish(element, drafts[element], count);
        return made;
    }

    /// <summary>The best passages of one document for one element, with their places among all passages.</summary>
    /// <param name="element">The element.</param>
    /// <param name="document">The document's key.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Suggestion[] MakeOf(int element, string document, int count, CancellationToken cancellation)
    {
        (int Row, int Rank)[] ranks = RanksOf(element, document, count);
        int[] rows = [.. ranks.Select(one => one.Row)];
        SuggestionDraft[] drafts = MakeDrafts(rows, cancellation)[element];
        double best = Finish(element, drafts, count: 1).Select(one => one.Confidence).FirstOrDefault();
        double[] estimates = _rater.Rate(element, [.. drafts.Select(draft => draft.Row)], rows);
        Suggestion[] made = new Suggestion[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            _drafts.Read(rows[i]);
            Suggestion suggestion = MakeSuggestion(_drafts.Make(rows[i], element, estimates[i]), element);
            EvidenceStrength strength = Confidence.BandOf(suggestion.Confidence, best);
            made[i] = WithCopies(rows[i], suggestion) with
            {
                Rank = ranks[i].Rank,
                Strength = strength,
                Rejected =
                    strength == EvidenceStrength.Weak ? _rejections.Of(rows[i], element, suggestion.Remarks) : [],
            };
        }

        return made;
    }

    private (int Row, int Rank)[] RanksOf(int element, string document, int count)
    {
        ScoreMatrix scores = _ranking.Scores.Final;
        int[] sorted =
        [
            .. Enumerable
                .Range(0, scores.Rows)
                .Where(row => scores[row][element] > 0)
                .OrderByDescending(row => scores[row][element]),
        ];
        return
        [
            .. sorted
                .Select((row, i) => (Row: row, Rank: i + 1))
                .Where(one => _ranking.DocumentOf(one.Row).Key == document)
                .Take(count),
        ];
    }

    /// <summary>Drafts of the best passages of all elements.</summary>
    /// <param name="beside">Rows of others that will be asked about.</param>
    /// <param name="cancellation">Stops the work.</param>
    private SuggestionDraft[][] MakeDrafts(int[] beside, CancellationToken cancellation)
    {
        int[][] best = new int[_ranking.Query.Elements.Count][];
        for (int element = 0; element < best.Length; element++)
            best[element] = _ranking.Scores.Final.BestRows(element, ConfidenceRater.MostRated);
        SuggestionDraft[][] drafts = new SuggestionDraft[best.Length][];
        using DocumentSource source = _ranking.Source.OpenAgain();
        // What is compared with all documents needs their terms, what is made of the wording the texts of a few.
        ParallelWork.InvokeBoth(
            () => MakeDrafts(best, drafts, cancellation),
            () => _remarks.Compare(source, [.. best, beside], ConfidenceRater.Best, cancellation)
        );
        return drafts;
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
                    double[] estimates = _rater.Rate(element, rows);
                    drafts[element] = new SuggestionDraft[rows.Length];
                    for (int rank = 0; rank < rows.Length; rank++)
                        drafts[element][rank] = _drafts.Make(rows[rank], element, estimates[rank]);
                }
            }
        );
    }

    private Suggestion[] Finish(int element, SuggestionDraft[] drafts, int count)
    {
        List<Finished> all = [];
        foreach (SuggestionDraft draft in drafts)
        {
            Suggestion suggestion = MakeSuggestion(draft, element);
            // What only its headings or its neighbours say is not said by the passage.
            if (suggestion.Matches.Count > 0 || suggestion.CloseTo is not null)
                all.Add(new Finished(draft.Row, suggestion));
        }

        Finished[] sorted = Choose(
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
            Confidence.Of(draft.Estimate, caution),
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

    /// <summary>Leaves out what stands, nearly word by word, higher up in the list, and what comes late from a document
    /// that has four places already: each further one counts for a twelfth less.</summary>
    private Finished[] Choose(IEnumerable<Finished> sorted, int count)
    {
        HashSet<long> shown = [];
        List<Finished> distinct = [];
        foreach (Finished one in sorted)
        {
            if (!shown.Add(_ranking.PlaceOf(one.Row).Code))
                continue;
            foreach (PassagePlace copy in _remarks.CopiesOf(one.Row))
                shown.Add(copy.Code);
            distinct.Add(one);
        }

        Dictionary<string, int> places = new(StringComparer.Ordinal);
        double[] values = new double[distinct.Count];
        for (int i = 0; i < values.Length; i++)
        {
            string document = distinct[i].Suggestion.Document;
            int before = places.GetValueOrDefault(document);
            places[document] = before + 1;
            values[i] = distinct[i].Suggestion.Score * FactorOf(before);
        }

        HashSet<int> kept = [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).Take(count)];
        return [.. distinct.Where((_, i) => kept.Contains(i))];
    }

    /// <summary>What a passage counts for after others of its document; by multiplying, which comes to the same on every
    /// machine.</summary>
    private static double FactorOf(int before)
    {
        double factor = 1;
        for (int place = FullOfDocument; place <= before; place++)
            factor *= LaterOfDocument;
        return factor;
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

    /// <summary>The best passages of all elements in the order of their scores, with their confidence after the same
    /// cautions as a suggestion's; it never rises down the list.</summary>
    /// <param name="depth">How many for each element at most.</param>
    /// <param name="cancellation">Stops the work.</param>
    public (int Row, double Confidence)[][] RankAll(int depth, CancellationToken cancellation)
    {
        SuggestionDraft[][] drafts = MakeDrafts([], cancellation);
        (int, double)[][] ranked = new (int, double)[drafts.Length][];
        for (int element = 0; element < drafts.Length; element++)
        {
            int[] rows = _ranking.Scores.Final.BestRows(element, depth);
            ranked[element] = new (int, double)[rows.Length];
            double least = 1;
            for (int rank = 0; rank < rows.Length; rank++)
            {
                if (rank < drafts[element].Length)
                    least = Math.Min(least, MakeSuggestion(drafts[element][rank], element).Confidence);
                ranked[element][rank] = (rows[rank], least);
            }
        }

        return ranked;
    }

    /// <summary>A suggestion and the row of its passage.</summary>
    private sealed record Finished(int Row, Suggestion Suggestion);
}
