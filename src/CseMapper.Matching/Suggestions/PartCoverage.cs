using CseMapper.Matching.Criteria;
using CseMapper.Matching.Queries;
using CseMapper.Passages.Searching;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Suggestions;

/// <summary>Tells of which parts of an element's sentence a passage speaks: "we measure satisfaction" and "on a regular
/// basis" need evidence each.</summary>
/// <remarks>
/// Every word and phrase that counts for the element belongs to its parts in shares: to a part by its own words, to all
/// alike by the vocabulary of the element as a whole. A part is worth the sum of weight · rarity · share over the
/// different words and phrases that the passage matches, a derivation or synonym counting for a part of a word as in
/// the ranking; its share is that over what its five heaviest come to. Covered are the parts from a share of .15, and
/// the part with the highest share in any case, since something made the passage a suggestion. The share was chosen by
/// reading the suggestions of the samples.
/// </remarks>
internal sealed class PartCoverage
{
    private const int Heaviest = 5;
    private const double Least = 0.15;
    private const double Derived = 0.25;
    private const double Synonym = 0.2;

    private readonly StandardQuery _query;
    private readonly Func<int, float> _rarityOf;
    private readonly Dictionary<(FeatureKind Kind, string Label), int> _features = [];
    private readonly PartWords[]?[] _parts;

    public PartCoverage(StandardQuery query, Func<int, float> rarityOf)
    {
        _query = query;
        _rarityOf = rarityOf;
        _parts = new PartWords[query.Elements.Count][];
        for (int i = 0; i < query.Features.Count; i++)
            _features[(query.Features[i].Kind, query.Features[i].Label)] = i;
    }

    /// <summary>The numbers of the parts that are covered, from 1, ascending; none for an element that has no
    /// halves.</summary>
    /// <param name="element">The element.</param>
    /// <param name="matches">The words matched in the passage and in the headings above it.</param>
    public int[] PartsOf(int element, IEnumerable<MatchedWord> matches)
    {
        double[] shares = SharesOf(element, matches);
        double best = shares.DefaultIfEmpty().Max();
        return
        [
            .. Enumerable
                .Range(1, shares.Length)
                .Where(part => shares[part - 1] > 0 && (shares[part - 1] >= Least || shares[part - 1] >= best)),
        ];
    }

    /// <summary>By part: what was matched, over what its heaviest words come to.</summary>
    private double[] SharesOf(int element, IEnumerable<MatchedWord> matches)
    {
        PartWords[] parts = _parts[element] ??= PartsOf(element);
        if (parts.Length < 2)
            return [];
        Dictionary<string, double> matched = new(StringComparer.Ordinal);
        foreach (MatchedWord match in matches)
            Add(matched, match);
        return
        [
            .. parts.Select(part =>
                matched.Sum(term => term.Value * part.Values.GetValueOrDefault(term.Key)) / part.Ideal
            ),
        ];
    }

    /// <summary>A phrase counts as itself and by its words.</summary>
    private static void Add(Dictionary<string, double> matched, MatchedWord match)
    {
        double worth = match.Kind switch
        {
            MatchKind.Related => Derived,
            MatchKind.Synonym => Synonym,
            _ => 1,
        };
        matched[match.Term] = Math.Max(matched.GetValueOrDefault(match.Term), worth);
        if (!match.Term.Contains(' ', StringComparison.Ordinal))
            return;
        foreach (string word in match.Term.Split(' '))
            matched[word] = 1;
    }

    private PartWords[] PartsOf(int element)
    {
        StandardElement wanted = _query.Elements[element];
        if (wanted.Parts.Count < 2)
            return [];
        Dictionary<string, double> common = CountsOf("", wanted.Vocabulary);
        Dictionary<string, double>[] own = [.. wanted.Parts.Select(part => CountsOf(part.Text, part.Vocabulary))];
        return
        [
            .. own.Select(counts => new PartWords(
                common
                    .Keys.Concat(counts.Keys)
                    .Distinct(StringComparer.Ordinal)
                    .ToDictionary(
                        term => term,
                        term =>
                            ValueOf(term, element)
                            * (counts.GetValueOrDefault(term) + (common.GetValueOrDefault(term) / own.Length))
                            / (common.GetValueOrDefault(term) + own.Sum(other => other.GetValueOrDefault(term))),
                        StringComparer.Ordinal
                    )
            )),
        ];
    }

    private double ValueOf(string term, int element)
    {
        FeatureKind kind = term.Contains(' ', StringComparison.Ordinal) ? FeatureKind.Phrase : FeatureKind.Word;
        return _features.TryGetValue((kind, term), out int feature)
            ? (double)_query.Features[feature].WeightFor(element) * _rarityOf(feature)
            : 0;
    }

    /// <summary>How often a text and a vocabulary give each word, a word of a phrase by its share of it, and each
    /// phrase.</summary>
    private static Dictionary<string, double> CountsOf(string text, IReadOnlyList<VocabularyEntry> vocabulary)
    {
        Dictionary<string, double> counts = new(StringComparer.Ordinal);
        foreach (TextTerm word in TextAnalyzer.Analyze(text).Where(word => !word.IsStopWord))
            Count(word.Term, 1);
        foreach (VocabularyEntry entry in vocabulary)
        {
            IReadOnlyList<TextTerm> words = TextAnalyzer.Analyze(entry.Phrase);
            string[] content = [.. words.Where(word => !word.IsStopWord).Select(word => word.Term)];
            foreach (string word in content)
                Count(word, entry.Weight / content.Length);
            if (words.Count > 1)
                Count(string.Join(' ', words.Select(word => word.Term)), entry.Weight);
        }

        return counts;

        void Count(string term, double count) => counts[term] = counts.GetValueOrDefault(term) + count;
    }

    /// <summary>What the words and phrases of a part are worth.</summary>
    /// <param name="Values">By stem, or by the stems of a phrase between blanks.</param>
    private sealed record PartWords(Dictionary<string, double> Values)
    {
        public double Ideal { get; } = Math.Max(1e-6, Values.Values.OrderDescending().Take(Heaviest).Sum());
    }
}
