using CseMapper.Workspaces;

namespace CseMapper.Review;

/// <summary>Finds the documents that hold pieces of a quote, without looking into any.</summary>
internal static class WordSearch
{
    /// <summary>Passages looked at: more than any document has of the same words, and than copies are named.</summary>
    public const int MostPassages = 60;

    /// <summary>Words that must follow one another: fewer stand together by chance, more are lost to an edit too easily.</summary>
    private const int PieceLength = 5;

    private const int MostPieces = 5;

    /// <summary>Contents that hold a piece of the quote, most pieces and best rank first.</summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="quote">The words.</param>
    /// <param name="most">How many passages at most are looked at.</param>
    public static IReadOnlyList<string> Contents(Workspace workspace, string quote, int most)
    {
        AnchorWords words = new(quote);
        if (words.Count == 0) return [];
        int length = Math.Min(PieceLength, words.Count);
        int pieces = Math.Clamp(words.Count / length, 1, MostPieces);
        string[] phrases = [.. Enumerable.Range(0, pieces)
            .Select(i => Rarest(words.Words, i * words.Count / pieces, (i + 1) * words.Count / pieces, length))
            .Where(piece => piece.Exists(word => word.Any(char.IsLetterOrDigit)))
            .Select(piece => $"\"{string.Join(' ', piece)}\"")];
        return phrases.Length == 0 ? [] : [.. workspace.Search($"text : ({string.Join(" OR ", phrases)})", most).Select(found => found.Hash).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The piece of a stretch with the longest words: long words are rare ones, and phrases of nothing but "the", "of" and "to" take
    /// the index a look at nearly every passage.
    /// </summary>
    private static List<string> Rarest(List<string> words, int from, int to, int length)
    {
        int last = Math.Min(to, words.Count - length);
        int best = Enumerable.Range(Math.Min(from, last), Math.Max(1, last - from + 1)).MaxBy(at => words.Skip(at).Take(length).Sum(word => word.Length));
        return words.GetRange(best, length);
    }
}
