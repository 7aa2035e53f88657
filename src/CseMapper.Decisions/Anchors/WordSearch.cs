using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Anchors;

/// <summary>Finds the documents that hold pieces of a quote, without looking into any.</summary>
internal static class WordSearch
{
    /// <summary>Passages looked at: more than any document has of the same words, and than copies are named.</summary>
    public const int MostPassages = 60;

    /// <summary>Words that must follow one another: fewer stand together by chance, more are lost to an edit too
    /// easily.</summary>
    private const int PieceLength = 5;

    private const int MostPieces = 5;

    /// <summary>Passages after which holders are no longer counted: many more than copies are named.</summary>
    private const int MostHolders = 200;

    private const int ShortWord = 3;
    private const int RareWords = 3;

    /// <summary>Contents that hold a piece of the quote, most pieces and best rank first.</summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="quote">The words.</param>
    /// <param name="most">How many passages at most are looked at.</param>
    public static IReadOnlyList<string> Contents(Workspace workspace, string quote, int most) =>
        Query(quote, Phrase) is { } query
            ? [.. workspace.Search(query, most).Select(found => found.Hash).Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>
    /// Contents that hold a piece of the quote or its rare words beside each other, in no order. A third of the work of
    /// <see cref="Contents"/>: nothing is ranked, and the index need not be asked where "of" and "the" stand.
    /// </summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="quote">The words.</param>
    public static IReadOnlyList<string> Holders(Workspace workspace, string quote) =>
        Query(quote, Neighbours) is { } query ? workspace.ContentsWith(query, MostHolders) : [];

    private static string? Query(string quote, Func<List<string>, string> condition)
    {
        AnchorWords words = new(quote);
        if (words.Count == 0)
            return null;
        int length = Math.Min(PieceLength, words.Count);
        int pieces = Math.Clamp(words.Count / length, 1, MostPieces);
        string[] conditions =
        [
            .. Enumerable
                .Range(0, pieces)
                .Select(i => Rarest(words.Words, i * words.Count / pieces, (i + 1) * words.Count / pieces, length))
                .Where(piece => piece.Exists(word => word.Any(char.IsLetterOrDigit)))
                .Select(condition),
        ];
        return conditions.Length == 0 ? null : $"text : ({string.Join(" OR ", conditions)})";
    }

    private static string Phrase(List<string> piece) => $"\"{string.Join(' ', piece)}\"";

    /// <summary>The longest words of a piece, in any order within its length; the whole phrase where it has no three
    /// long words.</summary>
    private static string Neighbours(List<string> piece)
    {
        string[] rare =
        [
            .. piece
                .Where(word => word.Length > ShortWord && word.All(char.IsLetter))
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => word.Length)
                .Take(RareWords),
        ];
        return rare.Length < RareWords
            ? Phrase(piece)
            : $"NEAR({string.Join(' ', rare.Select(word => $"\"{word}\""))}, {PieceLength})";
    }

    /// <summary>
    /// The piece of a stretch with the longest words: long words are rare ones, and phrases of nothing but "the", "of"
    /// and "to" take the index a look at nearly every passage.
    /// </summary>
    private static List<string> Rarest(List<string> words, int from, int to, int length)
    {
        int last = Math.Min(to, words.Count - length);
        int best = Enumerable
            .Range(Math.Min(from, last), Math.Max(1, last - from + 1))
            .MaxBy(at => words.Skip(at).Take(length).Sum(word => word.Length));
        return words.GetRange(best, length);
    }
}
