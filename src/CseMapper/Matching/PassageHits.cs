using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Where the terms of the elements stand in the passages, and how rare they are.</summary>
internal sealed class PassageHits
{
    private readonly Dictionary<string, int> _documentFrequency = new(StringComparer.Ordinal);
    private readonly List<Entry> _passages = [];
    private double _meanLength = 1;

    /// <summary>Passages with a term of any element.</summary>
    public IReadOnlyList<Entry> Passages => _passages;

    private int PassageCount { get; set; }

    /// <summary>Reads all documents.</summary>
    public static PassageHits Collect(IReadOnlyList<ElementQuery> queries, IEnumerable<IndexedDocument> documents, CancellationToken cancellation)
    {
        PassageHits hits = new();
        HashSet<string> vocabulary = [.. queries.SelectMany(query => query.Weights.Keys)];
        PassageTermsReader reader = new();
        long words = 0;
        foreach (IndexedDocument document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Open(document.Terms);
            string?[] terms = new string?[reader.TermCount];
            for (int i = 0; i < terms.Length; i++) terms[i] = reader.ReadTermText(out _) is { } term && vocabulary.Contains(term) ? term : null;
            reader.ReadTitle();
            for (int ordinal = 0; reader.PassagesLeft > 0; ordinal++)
            {
                reader.ReadPassage();
                words += reader.Body.Length;
                hits.Add(document.Key, ordinal, reader, terms);
            }
        }

        hits._meanLength = Math.Max(1, words / (double)Math.Max(1, hits.PassageCount));
        return hits;
    }

    /// <summary>How rare a term is among the passages: Robertson and Spärck Jones' weight, kept above 0.</summary>
    public double Rarity(string term)
    {
        int frequency = _documentFrequency.GetValueOrDefault(term);
        return Math.Log(1 + ((PassageCount - frequency + 0.5) / (frequency + 0.5)));
    }

    /// <summary>BM25 over heading path and body.</summary>
    public double Score(ElementQuery query, Entry passage) => Explain(query, passage).Sum(term => term.Value);

    /// <summary>What each term of an element adds to a passage's score, in the order in which they stand in the passage.</summary>
    public IEnumerable<ScoreExplanation> Explain(ElementQuery query, Entry passage)
    {
        foreach ((string term, int count) in passage.Counts)
        {
            if (!query.Weights.TryGetValue(term, out double weight)) continue;
            double rarity = Rarity(term);
            double frequency = count / (0.25 + (0.75 * passage.Length / _meanLength));
            double saturated = 2.2 * frequency / (frequency + 1.2);
            yield return new ScoreExplanation(weight * rarity * saturated, $"{term}: product of weight, rarity and frequency",
                [new ScoreExplanation(weight, "weight", []), new ScoreExplanation(rarity, "rarity", []), new ScoreExplanation(saturated, "frequency", [])]);
        }
    }

    private void Add(string document, int ordinal, PassageTermsReader reader, string?[] terms)
    {
        PassageCount++;
        OrderedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (int number in reader.Body) Count(terms[number], 1);
        foreach (int number in reader.Heading) Count(terms[number], 2);
        if (counts.Count == 0) return;
        foreach (string term in counts.Keys) _documentFrequency[term] = _documentFrequency.GetValueOrDefault(term) + 1;
        _passages.Add(new Entry(document, ordinal, reader.Body.Length, counts));

        void Count(string? term, int times)
        {
            if (term is not null) counts[term] = counts.GetValueOrDefault(term) + times;
        }
    }

    /// <summary>A passage with terms of some element.</summary>
    /// <param name="Document">Its document's key.</param>
    /// <param name="Ordinal">Its place in the document.</param>
    /// <param name="Length">Its words.</param>
    /// <param name="Counts">How often each term stands in it, those of the heading path twice.</param>
    internal sealed record Entry(string Document, int Ordinal, int Length, IReadOnlyDictionary<string, int> Counts);
}
