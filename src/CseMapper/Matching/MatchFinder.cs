using CseMapper.Indexing;

namespace CseMapper.Matching;

/// <summary>Finds in a passage's text the words that count for an element, and tells how each of them matched.</summary>
/// <param name="query">What is looked for.</param>
/// <param name="lexicon">What words count for.</param>
internal sealed class MatchFinder(StandardQuery query, Lexicon lexicon)
{
    private readonly HashSet<string>[] _wordings =
        [.. query.Elements.Select(element => TextAnalyzer.Analyze(element.Wording).Select(word => word.Term).ToHashSet(StringComparer.Ordinal))];

    /// <summary>The matched words of an analysed text in order; a phrase is one match, and covers its words.</summary>
    public IReadOnlyList<MatchedWord> Find(IReadOnlyList<TextTerm> words, int element)
    {
        List<MatchedWord> matches = [];
        int free = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (i < free) continue;
            int length = LongestPhraseAt(words, i, element);
            if (length > 0)
            {
                free = i + length;
                matches.Add(new MatchedWord(SpanOf(words[i], words[free - 1]), MatchKind.Vocabulary, string.Join(' ', words.Skip(i).Take(length).Select(word => word.Term))));
            }
            else if (!words[i].IsStopWord && Match(words[i], element) is { } match)
            {
                matches.Add(match);
            }
        }

        return matches;
    }

    private static TextSpan SpanOf(TextTerm first, TextTerm last) => new(first.Start, last.Start + last.Length - first.Start);

    private MatchedWord? Match(TextTerm word, int element)
    {
        (int Feature, int Parts) best = (-1, 0);
        foreach (WordUse use in lexicon.WordsOf(word.Term))
        {
            if (use.Parts > best.Parts && query.Features[use.Feature].WeightFor(element) > 0) best = (use.Feature, use.Parts);
        }

        if (best.Feature < 0) return null;
        string term = query.Features[best.Feature].Terms[0];
        MatchKind kind = best.Parts == Lexicon.Whole ? (_wordings[element].Contains(term) ? MatchKind.Word : MatchKind.Vocabulary)
            : RelatedWords.AreDerived(word.Term, term) ? MatchKind.Related : MatchKind.Synonym;
        return new MatchedWord(new TextSpan(word.Start, word.Length), kind, term);
    }

    private int LongestPhraseAt(IReadOnlyList<TextTerm> words, int start, int element)
    {
        int longest = 0;
        foreach (Feature phrase in query.PhrasesFrom(words[start].Term))
        {
            int length = phrase.Terms.Count;
            if (length <= longest || start + length > words.Count || phrase.WeightFor(element) <= 0) continue;
            int k = 1;
            while (k < length && words[start + k].Term == phrase.Terms[k]) k++;
            if (k == length) longest = length;
        }

        return longest;
    }
}
