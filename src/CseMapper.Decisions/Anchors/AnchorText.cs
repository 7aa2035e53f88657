using System.Text;
using CseMapper.Passages.Splitting;

namespace CseMapper.Decisions.Anchors;

/// <summary>The whole text of a document as anchors see it, and the passage that each word stands in.</summary>
internal sealed class AnchorText
{
    private const int Run = 3;
    private const int Slack = 3;
    private const double LeastSpacedLikeness = 0.6;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly int[] _starts;
    private readonly Dictionary<int, int> _lastOfRun = [];
    private readonly int[] _sameRunBefore;

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
        _sameRunBefore = new int[Math.Max(0, Words.Count - Run + 1)];
        for (int at = 0; at < _sameRunBefore.Length; at++)
        {
            int hash = HashOf(Words.Words, at);
            _sameRunBefore[at] = _lastOfRun.GetValueOrDefault(hash, -1);
            _lastOfRun[hash] = at;
        }
    }

    public AnchorDocument Document { get; }

    public AnchorWords Words { get; }

    public Passage PassageAt(int word)
    {
        int found = Array.BinarySearch(_starts, Words.StartOf(word));
        return _passages[found >= 0 ? found : ~found - 1];
    }

    public AnchorPlace Place(int first, int count)
    {
        Passage passage = PassageAt(first);
        return new AnchorPlace(Document.Path, Document.ContentHash, Words.Slice(first, count), passage.Headings)
        {
            Clause = passage.Clause,
            Page = passage.Page,
            IsPageApproximate = passage.IsPageApproximate,
        };
    }

    /// <summary>Every place where the words stand exactly so, in order.</summary>
    public List<int> FindExactly(List<string> quote)
    {
        IEnumerable<int> starts = quote.Count >= Run ? RunsLike(quote, 0) : Enumerable.Range(0, Words.Count);
        List<int> places = [.. starts.Where(at => StandsAt(quote, at))];
        places.Sort();
        return places;
    }

    /// <summary>Places where the words stand but for blanks and hyphens within them.</summary>
    public IEnumerable<(int At, int Count)> FindSpaced(List<string> quote)
    {
        string joined = AnchorWords.Joined(quote, 0, quote.Count);
        foreach ((int from, int to) in Stretches(quote, most: 4))
        {
            WordAlignment near = WordAlignment.Best(quote, Words.Words, from, to);
            if (near.Likeness < LeastSpacedLikeness)
                continue;
            // The alignment begins and ends with words that agree: parted ones may stand before and after it.
            for (int at = Math.Max(from, near.Start - Slack); at <= near.Start; at++)
            {
                int end = Enumerable
                    .Range(near.End, Slack + 1)
                    .FirstOrDefault(end => end <= to && AnchorWords.Joined(Words.Words, at, end - at) == joined, -1);
                if (end < 0)
                    continue;
                yield return (at, end - at);
                break;
            }
        }
    }

    /// <summary>
    /// Stretches of the text that share the most three-word runs with the quote, best first: only there is it worth
    /// aligning.
    /// </summary>
    public List<(int From, int To)> Stretches(List<string> quote, int most)
    {
        int step = Math.Max(quote.Count / 2, 8);
        int[] hits = new int[(Words.Count / step) + 1];
        HashSet<(string, string, string)> counted = [];
        for (int i = 0; i + Run <= quote.Count; i++)
        {
            if (!counted.Add((quote[i], quote[i + 1], quote[i + 2])))
                continue;
            foreach (int at in RunsLike(quote, i))
                hits[at / step]++;
        }

        // A stretch is three steps wide; its middle is where the hits are.
        IEnumerable<int> best = Enumerable
            .Range(0, hits.Length)
            .Where(i => hits[i] > 0)
            .OrderByDescending(i => Around(hits, i))
            .ThenBy(i => i);
        List<int> chosen = [];
        foreach (int i in best)
        {
            if (chosen.Count == most)
                break;
            if (!chosen.Any(other => Math.Abs(other - i) < 3))
                chosen.Add(i);
        }

        return [.. chosen.Select(i => (Math.Max(0, (i - 3) * step), Math.Min(Words.Count, (i + 4) * step)))];
    }

    private static int Around(int[] hits, int i) =>
        hits[i] + (i > 0 ? hits[i - 1] : 0) + (i + 1 < hits.Length ? hits[i + 1] : 0);

    /// <summary>Where the text has the same three words as the quote has at a place; last first.</summary>
    private IEnumerable<int> RunsLike(List<string> quote, int from)
    {
        for (int at = _lastOfRun.GetValueOrDefault(HashOf(quote, from), -1); at >= 0; at = _sameRunBefore[at])
        {
            if (
                Words.Words[at] == quote[from]
                && Words.Words[at + 1] == quote[from + 1]
                && Words.Words[at + 2] == quote[from + 2]
            )
            {
                yield return at;
            }
        }
    }

    private bool StandsAt(List<string> quote, int at)
    {
        if (at + quote.Count > Words.Count)
            return false;
        int i = 0;
        while (i < quote.Count && Words.Words[at + i] == quote[i])
            i++;
        return i == quote.Count;
    }

    private static int HashOf(List<string> words, int at) => HashCode.Combine(words[at], words[at + 1], words[at + 2]);
}
