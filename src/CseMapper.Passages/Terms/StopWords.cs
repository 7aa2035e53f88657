using System.Collections.Frozen;

namespace CseMapper.Passages.Terms;

/// <summary>
/// English words that say nothing of the subject: articles, pronouns, the commonest prepositions, conjunctions and
/// auxiliaries. The list is short on purpose: "may", "must", "any", "only", "before", "without" change what a clause
/// says, and their commonness already makes them weigh little.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = Split(
        """
        a an the this that these those i me my we us our ours you your yours he him his she her
        hers it its they them their theirs
        and or but if then so as of at by for with in on to from into is are was were be been
        being am do does did has have had
        will would can could should shall which who whom whose what there here such etc ie eg s
        """
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _negations = Split(
        "no not never without cannot nor none neither except"
    );

    /// <summary>True for a word that turns a statement round; all of them are one term.</summary>
    /// <param name="word">In lower case.</param>
    public static bool IsNegation(ReadOnlySpan<char> word) => _negations.Contains(word) || word.EndsWith("n't");

    /// <summary>True for a word that says nothing of the subject.</summary>
    /// <param name="word">In lower case; "we've" and "it'll" are stop words, too.</param>
    public static bool Contains(ReadOnlySpan<char> word) => _words.Contains(word) || IsContraction(word);

    private static bool IsContraction(ReadOnlySpan<char> word) =>
        word.Length > 2
        && word[^3..].Contains('\'')
        && (
            word.EndsWith("'ll")
            || word.EndsWith("'ve")
            || word.EndsWith("'re")
            || word.EndsWith("'m")
            || word.EndsWith("'d")
        );

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Split(string words) =>
        words
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
