using CseMapper.Matching.Loading;
using CseMapper.Matching.Queries;
using CseMapper.Matching.Vectors;
using CseMapper.Meaning;
using CseMapper.Passages.Splitting;

namespace CseMapper.Matching.Scoring;

/// <summary>How close the best candidates are to elements in meaning, and what that adds to their scores.</summary>
/// <remarks>
/// A passage's closeness d to an element is half the cosine to the wording plus the mean of the eight largest weighted
/// cosines to phrases of its vocabulary; the cosine to the wording alone where there is no vocabulary. Elements compete
/// for a passage: c is d less the mean of the passage's five closest elements. t brings c to a scale that all elements
/// share: 0 is the mean over the passages compared, 1 the mean of the element's ten best. .6 t, times the mean of
/// the element's ten best scores by words, is added to the score.
/// </remarks>
internal sealed class MeaningScores
{
    /// <summary>How many of each element's best candidates by words are compared, with all elements.</summary>
    private const int CandidatesPerElement = 30;

    private const float WordingWeight = 0.5f;
    private const int Phrases = 8;
    private const int Rivals = 5;
    private const int Best = 10;
    private const float Weight = 0.6f;

    /// <summary>What meaning leaves of a score by words at least: it puts candidates in another order, and drops
    /// none.</summary>
    private const float LeastLeft = 0.02f;

    /// <summary>From here on a passage is called close: half way from the mean to the element's best.</summary>
    private const float Close = 0.5f;

    /// <summary>Fewer passages than this are not worth another thread.</summary>
    private const int LeastRows = 32;

    private readonly Dictionary<int, int> _places = [];
    private readonly ElementTexts _texts;
    private readonly SentenceVector[] _phrases;
    private readonly SentenceVector[] _passages;
    private readonly ScoreMatrix _closeness;
    private readonly ScoreMatrix _values;
    private readonly ScoreMatrix _added;
    private readonly float[] _lowest;

    private MeaningScores(int[] rows, ScoreMatrix scores, ElementTexts texts, SentenceVector[] vectors)
    {
        _texts = texts;
        _phrases = vectors[..texts.Texts.Count];
        _passages = vectors[texts.Texts.Count..];
        for (int place = 0; place < rows.Length; place++)
            _places.Add(rows[place], place);
        _closeness = new ScoreMatrix(rows.Length, scores.Columns);
        _values = new ScoreMatrix(rows.Length, scores.Columns);
        _added = new ScoreMatrix(rows.Length, scores.Columns);
        _lowest = new float[scores.Columns];
        ParallelWork.ForEachRange(
            rows.Length,
            LeastRows,
            (_, start, end) =>
            {
                for (int place = start; place < end; place++)
                    Compare(place);
            }
        );
        for (int element = 0; element < scores.Columns; element++)
            BringToScale(element);
        AddTo(scores, rows);
    }

    /// <summary>Compares the best candidates with all elements, and adds what comes of it to their scores.</summary>
    /// <param name="source">Where their words are.</param>
    /// <param name="set">The passages.</param>
    /// <param name="query">The elements.</param>
    /// <param name="scores">The scores by words, which are changed.</param>
    /// <param name="vectors">Turns texts into vectors.</param>
    /// <param name="progress">Hears of vectors that have to be made.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MeaningScores AddTo(
        DocumentSource source,
        WorkingSet set,
        StandardQuery query,
        ScoreMatrix scores,
        SentenceVectors vectors,
        IProgress<VectorProgress>? progress,
        CancellationToken cancellation
    )
    {
        HashSet<int> candidates = [];
        for (int element = 0; element < scores.Columns; element++)
            candidates.UnionWith(scores.BestRows(element, CandidatesPerElement));
        int[] rows = [.. candidates.Order()];
        ElementTexts texts = new(query.Elements);
        string[] all = [.. texts.Texts, .. TextsOf(source, set, rows)];
        return new MeaningScores(rows, scores, texts, vectors.Of(all, progress, cancellation));
    }

    /// <summary>How close a passage is to an element, from about 0, not at all, to 1; null for one that is no
    /// candidate.</summary>
    public float? ClosenessOf(int row, int element) =>
        _places.TryGetValue(row, out int place) ? _closeness[place][element] : null;

    /// <summary>How close it is against other passages and other elements: 0 as the mean, 1 as the element's best; null
    /// for one that is no candidate.</summary>
    public float? ValueOf(int row, int element) =>
        _places.TryGetValue(row, out int place) ? _values[place][element] : null;

    /// <summary>What meaning has added to the score of a candidate, or taken from it.</summary>
    public float AddedTo(int row, int element) => _places.TryGetValue(row, out int place) ? _added[place][element] : 0;

    /// <summary>What a candidate is close to, whatever its words; null where it is not close.</summary>
    public string? CloseTo(int row, int element) => ValueOf(row, element) >= Close ? NearestTo(row, element) : null;

    /// <summary>The text that a candidate is closest to: a phrase of the element's vocabulary, or its wording.</summary>
    public string NearestTo(int row, int element)
    {
        ElementText own = _texts.Elements[element];
        SentenceVector passage = _passages[_places[row]];
        float nearest = _phrases[own.Wording].Cosine(passage);
        int best = own.Wording;
        foreach ((int text, _) in own.Phrases)
        {
            float cosine = _phrases[text].Cosine(passage);
            if (cosine > nearest)
                (nearest, best) = (cosine, text);
        }

        return _texts.Texts[best];
    }

    /// <summary>What a passage is compared by: its words, and what they stand under.</summary>
    private static string[] TextsOf(DocumentSource source, WorkingSet set, int[] rows)
    {
        bool[] isWanted = new bool[source.Documents.Count];
        ILookup<int, int> places = Enumerable
            .Range(0, rows.Length)
            .ToLookup(place => set.Documents[rows[place]], place => place);
        foreach (IGrouping<int, int> document in places)
            isWanted[document.Key] = true;
        string[] texts = new string[rows.Length];
        foreach (DocumentPassages document in source.Texts(isWanted))
        {
            foreach (int place in places[document.Document])
            {
                Passage passage = document.Passages[set.Ordinals[rows[place]]];
                string heading =
                    passage.Headings.Count > 0 ? passage.Headings[^1] : source.Documents[document.Document].Title;
                texts[place] = heading.Length == 0 ? passage.Text : $"{heading}. {passage.Text}";
            }
        }

        return texts;
    }

    private void Compare(int place)
    {
        float[] cosines = new float[_phrases.Length];
        for (int text = 0; text < cosines.Length; text++)
            cosines[text] = _phrases[text].Cosine(_passages[place]);
        Span<float> closeness = _closeness[place];
        Span<float> values = _values[place];
        for (int element = 0; element < closeness.Length; element++)
            values[element] = closeness[element] = ClosenessTo(_texts.Elements[element], cosines);
        // One element alone has no rivals.
        float rivals = closeness.Length > 1 ? MeanOfHighest(closeness, Rivals) : 0;
        foreach (ref float value in values)
            value -= rivals;
    }

    private static float ClosenessTo(ElementText element, float[] cosines)
    {
        float wording = cosines[element.Wording];
        if (element.Phrases.Count == 0)
            return wording;
        float[] weighted = new float[element.Phrases.Count];
        for (int i = 0; i < weighted.Length; i++)
            weighted[i] = element.Phrases[i].Weight * cosines[element.Phrases[i].Text];
        return (WordingWeight * wording) + MeanOfHighest(weighted, Phrases);
    }

    private static float MeanOfHighest(ReadOnlySpan<float> values, int count)
    {
        Span<float> highest = stackalloc float[Math.Min(count, values.Length)];
        highest.Fill(float.NegativeInfinity);
        foreach (float value in values)
            TopValues.Insert(highest, value);
        float sum = 0;
        foreach (float value in highest)
            sum += value;
        return sum / highest.Length;
    }

    private void BringToScale(int element)
    {
        if (_values.Rows == 0)
            return;
        float[] values = new float[_values.Rows];
        double sum = 0;
        for (int place = 0; place < values.Length; place++)
            sum += values[place] = _values[place][element];
        float mean = (float)(sum / values.Length);
        // Of few passages, all would be among the ten best.
        float spread = MeanOfHighest(values, Math.Clamp(values.Length / 4, 1, Best)) - mean;
        _lowest[element] = float.PositiveInfinity;
        for (int place = 0; place < values.Length; place++)
        {
            float value = spread > 1e-6f ? (values[place] - mean) / spread : 0;
            _values[place][element] = value;
            _lowest[element] = Math.Min(_lowest[element], value);
        }
    }

    /// <summary>Candidates that were not compared count as the furthest of those that were: by words, they come after
    /// them.</summary>
    private void AddTo(ScoreMatrix scores, int[] rows)
    {
        float[] means = scores.MeanOfBest();
        int place = 0;
        for (int row = 0; row < scores.Rows; row++)
        {
            bool isCompared = place < rows.Length && rows[place] == row;
            Span<float> own = scores[row];
            for (int element = 0; element < own.Length; element++)
            {
                if (own[element] <= 0)
                    continue;
                float value = isCompared ? _values[place][element] : _lowest[element];
                float before = own[element];
                own[element] = Math.Max(LeastLeft * before, before + (Weight * value * means[element]));
                if (isCompared)
                    _added[place][element] = own[element] - before;
            }

            if (isCompared)
                place++;
        }
    }
}
