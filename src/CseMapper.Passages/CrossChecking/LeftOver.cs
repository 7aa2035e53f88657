using System.Text;

namespace CseMapper.Passages.CrossChecking;

/// <summary>The words of a page that another reading does not have as words, as letters: the other may have cut them
/// elsewhere, or run them together.</summary>
internal sealed class LeftOver
{
    /// <summary>Shorter pieces stand in any long word by chance.</summary>
    private const int ShortestPiece = 3;

    /// <summary>A word is found where pieces make up this share of its letters.</summary>
    private const double Enough = 0.8;

    /// <summary>As many pieces are tried for a word.</summary>
    private const int MostPieces = 400;

    private const char Between = '\n';
    private const char Taken = '\0';
    private readonly char[] _letters;
    private readonly List<Piece> _words = [];
    private Piece[]? _longestFirst;

    /// <summary>Collects them.</summary>
    /// <param name="words">All words.</param>
    /// <param name="found">Which of them were found.</param>
    public LeftOver(PrintedWords words, bool[] found)
    {
        StringBuilder letters = new();
        foreach (Range lost in WordMatching.Lost(found))
        {
            for (int i = lost.Start.Value; i < lost.End.Value; i++)
            {
                string word = words[i];
                _words.Add(new Piece(letters.Length, word.Length, words.PlaceOf(i)));
                letters.Append(word);
            }
            letters.Append(Between);
        }
        _letters = new char[letters.Length];
        letters.CopyTo(0, _letters, _letters.Length);
    }

    /// <summary>Collects all of them.</summary>
    public LeftOver(PrintedWords words)
        : this(words, new bool[words.Count]) { }

    /// <summary>How many words are left of which most letters were never asked for, single letters and figures
    /// apart.</summary>
    public int Count => _words.Count(IsLeft);

    /// <summary>Where these words stand in the text they were taken from.</summary>
    public IEnumerable<WordPlace> Places => _words.Where(IsLeft).Select(word => word.Place);

    /// <summary>Finds letters that stand together and takes them out.</summary>
    public bool Take(string letters)
    {
        int at = _letters.AsSpan().IndexOf(letters);
        if (at < 0)
            return false;
        _letters.AsSpan(at, letters.Length).Clear();
        return true;
    }

    /// <summary>Finds a word's letters as they stand, in the other direction of writing, or in pieces.</summary>
    public bool TakeAnyhow(string word) => Take(word) || Take(Backwards(word)) || TakeInPieces(word);

    /// <summary>Finds most of a long word's letters in whole words, and takes these out.</summary>
    private bool TakeInPieces(string word)
    {
        if (word.Length <= 2 * ShortestPiece)
            return false;
        _longestFirst ??= [.. _words.Where(IsLongEnough).OrderByDescending(piece => piece.Length)];
        char[] rest = word.ToCharArray();
        List<Piece> used = [];
        foreach (Piece piece in _longestFirst.Where(IsWhole).Take(MostPieces))
        {
            int at = rest.AsSpan().IndexOf(_letters.AsSpan(piece.Start, piece.Length));
            if (at < 0)
                continue;
            rest.AsSpan(at, piece.Length).Clear();
            used.Add(piece);
        }

        if (used.Sum(piece => piece.Length) < Enough * word.Length)
            return false;
        foreach (Piece piece in used)
            _letters.AsSpan(piece.Start, piece.Length).Clear();
        return true;
    }

    private static string Backwards(string word) =>
        string.Create(
            word.Length,
            word,
            static (letters, source) =>
            {
                source.CopyTo(letters);
                letters.Reverse();
            }
        );

    private static bool IsLongEnough(Piece word) => word.Length >= ShortestPiece;

    private bool IsWhole(Piece word) => !_letters.AsSpan(word.Start, word.Length).Contains(Taken);

    private bool IsLeft(Piece word) =>
        word.Length > 1 && _letters.AsSpan(word.Start, word.Length).Count(Taken) * 2 < word.Length;

    /// <param name="Start">Its first letter.</param>
    /// <param name="Length">How many.</param>
    /// <param name="Place">Where it stands in the text.</param>
    private readonly record struct Piece(int Start, int Length, WordPlace Place);
}
