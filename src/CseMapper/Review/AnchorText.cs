using System.Text;
using CseMapper.Passages;

namespace CseMapper.Review;

/// <summary>The whole text of a document as anchors see it, and the passage that each word stands in.</summary>
internal sealed class AnchorText
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly int[] _starts;

    public AnchorText(AnchorDocument document)
    {
        Document = document;
        _passages = document.Passages();
        _starts = new int[_passages.Count];
        StringBuilder text = new();
        for (int i = 0; i < _passages.Count; i++)
        {
            _starts[i] = text.Length;
            text.Append(_passages[i].Text).Append('\n');
        }

        Words = new AnchorWords(text.ToString());
    }

    public AnchorDocument Document { get; }

    public AnchorWords Words { get; }

    public Passage PassageAt(int word)
    {
        int found = Array.BinarySearch(_starts, Words.StartOf(word));
        return _passages[found >= 0 ? found : ~found - 1];
    }

    public AnchorPlace Place(int first, int count) => new(Document.Path, Document.ContentHash, PassageAt(first), Words.Slice(first, count));

    /// <summary>Every place where the words stand exactly so.</summary>
    public List<int> FindExactly(List<string> quote)
    {
        List<int> places = [];
        for (int at = 0; at + quote.Count <= Words.Count; at++)
        {
            int i = 0;
            while (i < quote.Count && Words.Words[at + i] == quote[i]) i++;
            if (i == quote.Count) places.Add(at);
        }

        return places;
    }

    /// <summary>
    /// Stretches of the text that share the most three-word runs with the quote, best first: only there is it worth aligning.
    /// </summary>
    public List<(int From, int To)> Stretches(List<string> quote, int most)
    {
        HashSet<(string, string, string)> runs = [];
        for (int i = 0; i + 2 < quote.Count; i++) runs.Add((quote[i], quote[i + 1], quote[i + 2]));
        int step = Math.Max(quote.Count / 2, 8);
        int[] hits = new int[(Words.Count / step) + 1];
        for (int i = 0; i + 2 < Words.Count; i++)
        {
            if (runs.Contains((Words.Words[i], Words.Words[i + 1], Words.Words[i + 2]))) hits[i / step]++;
        }

        // A stretch is three steps wide; its middle is where the hits are.
        IEnumerable<int> best = Enumerable.Range(0, hits.Length).Where(i => hits[i] > 0).OrderByDescending(i => Around(hits, i)).ThenBy(i => i);
        List<int> chosen = [];
        foreach (int i in best)
        {
            if (chosen.Count == most) break;
            if (!chosen.Any(other => Math.Abs(other - i) < 3)) chosen.Add(i);
        }

        return [.. chosen.Select(i => (Math.Max(0, (i - 3) * step), Math.Min(Words.Count, (i + 4) * step)))];
    }

    private static int Around(int[] hits, int i) => hits[i] + (i > 0 ? hits[i - 1] : 0) + (i + 1 < hits.Length ? hits[i + 1] : 0);
}
