using System.Collections.Frozen;

namespace CseMapper.Indexing;

/// <summary>English words that say nothing of the subject: articles, pronouns, prepositions, conjunctions, auxiliaries.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Split(
        """
        a an the this that these those such same other another each every any some all both either neither no not nor none few more most much many own
        i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
        they them their theirs themselves one who whom whose which what whatever whichever whoever where wherever when whenever why how however
        and or but if then else than so because as while until unless although though whether yet also too very just only even still again once
        of at by for with without within about against between among into through during before after above below to from up down in out on off over
        under upon onto toward towards across per via around along since except
        am is are was were be been being have has had having do does did doing done can could may might must shall should will would ought cannot
        here there now thus therefore hence etc ie eg rather
        """);

    /// <summary>True for a word that says nothing of the subject.</summary>
    /// <param name="word">In lower case; "don't" and "we've" are stop words, too.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word) || IsContraction(word);

    private static bool IsContraction(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^3..].Contains('\'') && (word.EndsWith("n't") || word.EndsWith("'ll") || word.EndsWith("'ve") || word.EndsWith("'re") || word.EndsWith("'m") || word.EndsWith("'d"));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Split(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
