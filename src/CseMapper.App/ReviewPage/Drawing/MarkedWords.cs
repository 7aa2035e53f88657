using System.Text;

namespace CseMapper.App.ReviewPage.Drawing;

/// <summary>
/// Finds the words of a quote in a text that stands in pieces (words of a page, paragraphs of a document). Only letters
/// and digits count, so that line ends, hyphens and bullets in between do no harm; runs of a few words are found by
/// themselves, so that a quote is marked as far as it stands on a page.
/// </summary>
internal sealed class MarkedWords
{
    /// <summary>Shorter runs stand on every page by chance.</summary>
    private const int RunWords = 5;

    private readonly StringBuilder _letters = new();
    private readonly List<(int Piece, int Offset)> _places = [];
    private readonly List<(int Start, int End)> _words = [];

    /// <summary>Adds the next piece.</summary>
    public void Add(int piece, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            _letters.Append(char.ToLowerInvariant(text[i]));
            _places.Add((piece, i));
        }
    }

    /// <summary>Finds a quote.</summary>
    /// <returns>For each piece that holds words of it, the characters from the first to behind the last of each run, in
    /// order.</returns>
    public IReadOnlyDictionary<int, List<(int Start, int End)>> Find(string quote)
    {
        bool[] marked = new bool[_places.Count];
        string text = _letters.ToString();
        string letters = Letters(quote);
        int count = Math.Min(RunWords, _words.Count);
        for (int i = 0; count > 0 && i + count <= _words.Count; i++)
        {
            string run = letters[_words[i].Start.._words[i + count - 1].End];
            for (
                int at = text.IndexOf(run, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(run, at + 1, StringComparison.Ordinal)
            )
            {
                marked.AsSpan(at, run.Length).Fill(true);
            }
        }

        return Ranges(marked);
    }

    private string Letters(string quote)
    {
        _words.Clear();
        StringBuilder letters = new(quote.Length);
        int start = 0;
        foreach (char c in quote + " ")
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
            else if (char.IsWhiteSpace(c) && letters.Length > start)
                (_, start) = (Word(start, letters.Length), letters.Length);
        }

        return letters.ToString();
    }

    private int Word(int start, int end)
    {
        _words.Add((start, end));
        return end;
    }

    private Dictionary<int, List<(int Start, int End)>> Ranges(bool[] marked)
    {
        Dictionary<int, List<(int Start, int End)>> ranges = [];
        for (int i = 0; i < marked.Length; i++)
        {
            if (!marked[i])
                continue;
            (int piece, int offset) = _places[i];
            if (!ranges.TryGetValue(piece, out List<(int Start, int End)>? list))
                ranges.Add(piece, list = []);
            bool goesOn = i > 0 && marked[i - 1] && _places[i - 1].Piece == piece && list.Count > 0;
            if (goesOn)
                list[^1] = (list[^1].Start, offset + 1);
            else
                list.Add((offset, offset + 1));
        }

        return ranges;
    }
}
