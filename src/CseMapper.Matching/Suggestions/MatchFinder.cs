using CseMapper.Matching.Queries;
using CseMapper.Passages.Terms;

namespace CseMapper.Matching.Suggestions;

/// <summary>Finds in a passage's text the words that count for an element, and tells how each of them
/// matched.</summary>
/// <param name="query">What is looked for.</param>
internal sealed class MatchFinder(StandardQuery query)
{
    private readonly HashSet<string>[] _wordings =
    [
        .. query.Elements.Select(element =>
            TextAnalyzer.Analyze(element.Wording).Select(word => word.Term).ToHashSet(StringComparer.Ordinal)
        ),
    ];

    /// <summary>The matched words of a text in order; a phrase is one match, and covers its words.</summary>
    public List<MatchedWord> Find(TextWord[] words, int element)
    {
        List<MatchedWord> matches = [];
        for (int i = 0; i < words.Length; i++)
        {
            int length = words[i].Word.Phrases.Count == 0 ? 0 : LongestPhraseAt(words, i, element);
            if (length > 0)
            {
                matches.Add(
                    new MatchedWord(
                        SpanOf(words[i], words[i + length - 1]),
                        MatchKind.Vocabulary,
                        string.Join(' ', words.Skip(i).Take(length).Select(word => word.Term))
                    )
                );
                i += length - 1;
            }
            else if (!words[i].Word.IsStopWord && Match(words[i], element) is { } match)
            {
                matches.Add(match);
            }
        }

        return matches;
    }

    private static TextSpan SpanOf(TextWord first, TextWord last) =>
        new(first.Start, last.Start + last.Length - first.Start);

    private MatchedWord? Match(TextWord word, int element)
    {
        (int Feature, int Parts) best = (-1, 0);
        foreach (WordUse use in word.Word.Uses)
        {
            if (use.Parts > best.Parts && query.Features[use.Feature].WeightFor(element) > 0)
                best = (use.Feature, use.Parts);
        }

        if (best.Feature < 0)
            return null;
        string term = query.Features[best.Feature].Terms[0];
        MatchKind kind =
            best.Parts == Lexicon.Whole ? (_wordings[element].Contains(term) ? MatchKind.Word : MatchKind.Vocabulary)
            : WordRoots.AreDerived(word.Term, term) ? MatchKind.Related
            : MatchKind.Synonym;
        return new MatchedWord(new TextSpan(word.Start, word.Length), kind, term);
    }

    private static int LongestPhraseAt(TextWord[] words, int start, int element)
    {
        int longest = 0;
        foreach (Feature phrase in words[start].Word.Phrases)
        {
            int length = phrase.Terms.Count;
            if (length <= longest || start + length > words.Length || phrase.WeightFor(element) <= 0)
                continue;
            int k = 1;
            while (k < length && words[start + k].Term == phrase.Terms[k])
                k++;
            if (k == length)
                longest = length;
        }

        return longest;
    }
}
