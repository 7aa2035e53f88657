using CseMapper.Matching.Criteria;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Queries;

/// <summary>What is looked for on behalf of all elements of a standard.</summary>
/// <remarks>
/// A word of the wording is worth its count times the square root of its rarity among the elements, u =
/// ln((n+1)/(ef+.5)) / ln((n+1)/1.5), clipped to 0..1: "customer", "ensure" and "service" stand in most elements and
/// tell little of any. Words of the element's own title count once more. The words of the vocabulary are worth the
/// square root of their summed shares in its phrases; the phrases themselves and pairs of neighbouring words are
/// features of their own.
/// </remarks>
internal sealed class StandardQuery
{
    private const double TitleWeight = 1;
    private const double PairWeight = 0.1;
    private const int PairReach = 3;
    private const int LongestTitle = 12;
    private const int MostFeatures = 1 << 16;

    private readonly Dictionary<string, int> _byTerms = new(StringComparer.Ordinal);
    private readonly List<Feature> _features = [];
    private readonly Dictionary<string, List<Feature>> _phrases = new(StringComparer.Ordinal);

    private readonly List<ElementQuery> _queries = [];

    private StandardQuery(IReadOnlyList<StandardElement> elements) => Elements = elements;

    public IReadOnlyList<StandardElement> Elements { get; }

    /// <summary>By element what is looked for; what several look for is one feature.</summary>
    public IReadOnlyList<ElementQuery> Queries => _queries;

    public IReadOnlyList<Feature> Features => _features;

    /// <summary>Makes the queries of a standard.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="related">Tells words of one meaning.</param>
    public static StandardQuery Build(Standard standard, RelatedWords related)
    {
        StandardQuery query = new(standard.Elements);
        string[][] wordings = [.. standard.Elements.Select(element => Content(element.Wording))];
        Dictionary<string, double>[] vocabularies = [.. standard.Elements.Select(VocabularyWords)];
        Dictionary<string, int> inWordings = Frequency(wordings);
        Dictionary<string, int> inBoth = Frequency(wordings.Select((words, i) => words.Concat(vocabularies[i].Keys)));
        for (int i = 0; i < wordings.Length; i++)
        {
            Dictionary<string, double> weights = new(StringComparer.Ordinal);
            foreach (string word in wordings[i])
                Add(weights, word, Rarity(inWordings[word], wordings.Length));
            foreach (string word in Content(TitleOf(standard.Elements[i].Wording)))
                Add(weights, word, TitleWeight);
            foreach ((string word, double share) in vocabularies[i])
                Add(weights, word, Math.Sqrt(share) * Rarity(inBoth[word], wordings.Length));
            SurfaceWords surface = new(standard.Elements[i]);
            IEnumerable<QueryClause> clauses =
            [
                .. Words(weights, surface, related),
                .. Pairs(wordings[i], weights, surface),
                .. Phrases(standard.Elements[i]),
            ];
            query._queries.Add(new ElementQuery([.. clauses.Where(clause => query.Add(clause, i))]));
        }

        return query;
    }

    /// <summary>The phrases that begin with a term.</summary>
    public IReadOnlyList<Feature> PhrasesFrom(string term) =>
        _phrases.TryGetValue(term, out List<Feature>? phrases) ? phrases : [];

    private static double Rarity(int elementsWith, int elements) =>
        Math.Sqrt(Math.Clamp(Math.Log((elements + 1) / (elementsWith + 0.5)) / Math.Log((elements + 1) / 1.5), 0, 1));

    private static string[] Content(string text) =>
        [.. TextAnalyzer.Analyze(text).Where(word => !word.IsStopWord).Select(word => word.Term)];

    /// <summary>Some standards print a title before the requirement: "Session lock. The system …".</summary>
    private static string TitleOf(string wording)
    {
        int end = wording.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 && wording.AsSpan(0, end).Count(' ') < LongestTitle ? wording[..end] : "";
    }

    /// <summary>Each word of a phrase has its share of the phrase's weight.</summary>
    private static Dictionary<string, double> VocabularyWords(StandardElement element)
    {
        Dictionary<string, double> words = new(StringComparer.Ordinal);
        foreach (VocabularyEntry entry in element.WholeVocabulary)
        {
            string[] content = Content(entry.Phrase);
            foreach (string word in content.Distinct(StringComparer.Ordinal))
                Add(words, word, entry.Weight / content.Length);
        }

        return words;
    }

    private static Dictionary<string, int> Frequency(IEnumerable<IEnumerable<string>> elements)
    {
        Dictionary<string, int> frequency = new(StringComparer.Ordinal);
        foreach (string word in elements.SelectMany(words => words.Distinct(StringComparer.Ordinal)))
            frequency[word] = frequency.GetValueOrDefault(word) + 1;
        return frequency;
    }

    private static void Add(Dictionary<string, double> weights, string word, double weight) =>
        weights[word] = weights.GetValueOrDefault(word) + weight;

    private static IEnumerable<QueryClause> Words(
        Dictionary<string, double> weights,
        SurfaceWords surface,
        RelatedWords related
    ) =>
        weights
            .Where(word => word.Value > 0)
            .Select(word => new QueryClause(FeatureKind.Word, [word.Key], surface.Of(word.Key), (float)word.Value)
            {
                Synonyms = related.SynonymsOf(word.Key),
            });

    private static IEnumerable<QueryClause> Pairs(
        string[] words,
        Dictionary<string, double> weights,
        SurfaceWords surface
    )
    {
        HashSet<(string, string)> seen = [];
        for (int i = 0; i < words.Length; i++)
        {
            for (int j = i + 1; j < Math.Min(words.Length, i + PairReach + 1); j++)
            {
                (string a, string b) =
                    string.CompareOrdinal(words[i], words[j]) < 0 ? (words[i], words[j]) : (words[j], words[i]);
                double weight = PairWeight * Math.Sqrt(weights[a] * weights[b]);
                if (a != b && seen.Add((a, b)) && weight > 0)
                {
                    yield return new QueryClause(
                        FeatureKind.Pair,
                        [a, b],
                        $"{surface.Of(a)} {surface.Of(b)}",
                        (float)weight
                    );
                }
            }
        }
    }

    private static IEnumerable<QueryClause> Phrases(StandardElement element)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (VocabularyEntry entry in element.WholeVocabulary)
        {
            IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(entry.Phrase);
            string[] terms = [.. words.Select(word => word.Term)];
            if (terms.Length < 2 || words.All(word => word.IsStopWord) || !seen.Add(string.Join(' ', terms)))
                continue;
            if (entry.Weight > 0)
            {
                yield return new QueryClause(
                    FeatureKind.Phrase,
                    terms,
                    string.Join(' ', words.Select(word => entry.Phrase.Substring(word.Start, word.Length))),
                    (float)entry.Weight
                );
            }
        }
    }

    /// <returns>False where there is no room for another feature.</returns>
    private bool Add(QueryClause clause, int element)
    {
        string key = $"{(int)clause.Kind} {string.Join(' ', clause.Terms)}";
        if (!_byTerms.TryGetValue(key, out int number))
        {
            if (_features.Count == MostFeatures)
                return false;
            _byTerms.Add(key, number = _features.Count);
            _features.Add(new Feature(clause.Kind, clause.Terms) { Synonyms = clause.Synonyms });
            if (clause.Kind == FeatureKind.Phrase)
            {
                string first = clause.Terms[0];
                if (!_phrases.TryGetValue(first, out List<Feature>? phrases))
                    _phrases.Add(first, phrases = []);
                phrases.Add(_features[number]);
            }
        }

        _features[number].Uses.Add((element, clause.Weight));
        return true;
    }
}
