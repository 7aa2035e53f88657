using CseMapper.Passages.Indexing;
using CseMapper.Passages.Searching;
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

    /// <summary>Holders that are told at most: many more than copies are named.</summary>
    private const int MostHolders = 200;

    private const int ShortWord = 3;
    private const int RareWords = 3;

    /// <summary>Contents that hold a piece of the quote, most pieces and best rank first.</summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="quote">The words.</param>
    /// <param name="most">How many passages at most are looked at.</param>
    public static IReadOnlyList<string> Contents(Workspace workspace, string quote, int most) =>
        Pieces(quote, piece => new WordPiece(piece)) is { Length: > 0 } pieces
            ? SearcherOf(workspace).ContentsWith(pieces, most)
            : [];

    /// <summary>
    /// Contents that hold a piece of the quote or its rare words beside each other, in the order of their hashes. Less
    /// work than <see cref="Contents"/>: nothing is ranked, and the index need not be asked where "of" and "the"
    /// stand.
    /// </summary>
    /// <param name="workspace">What was read.</param>
    /// <param name="quote">The words.</param>
    public static IReadOnlyList<string> Holders(Workspace workspace, string quote) =>
        Pieces(quote, Neighbours) is { Length: > 0 } pieces ? SearcherOf(workspace).HoldersOf(pieces, MostHolders) : [];

    private static PassageSearcher SearcherOf(Workspace workspace) =>
        new(PassageIndex.Of(workspace).Latest(CancellationToken.None));

    private static WordPiece[] Pieces(string quote, Func<List<string>, WordPiece> pieceOf)
    {
        AnchorWords words = new(quote);
        if (words.Count == 0)
            return [];
        int length = Math.Min(PieceLength, words.Count);
        int pieces = Math.Clamp(words.Count / length, 1, MostPieces);
        return
        [
            .. Enumerable
                .Range(0, pieces)
                .Select(i => Rarest(words.Words, i * words.Count / pieces, (i + 1) * words.Count / pieces, length))
                .Where(piece => piece.Exists(word => word.Any(char.IsLetterOrDigit)))
                .Select(pieceOf),
        ];
    }

    /// <summary>The longest words of a piece, in any order within its length; the whole phrase where it has no three
    /// long words.</summary>
    private static WordPiece Neighbours(List<string> piece)
    {
        string[] rare =
        [
            .. piece
                .Where(word => word.Length > ShortWord && word.All(char.IsLetter))
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(word => word.Length)
                .Take(RareWords),
        ];
        return rare.Length < RareWords ? new WordPiece(piece) : new WordPiece(rare, PieceLength);
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
