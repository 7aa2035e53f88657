using System.Numerics;

namespace CseMapper.Matching;

/// <summary>The best passages of every element seen so far; of equal scores the earlier ones.</summary>
internal sealed class BestCandidates
{
    private readonly int _elements;
    private readonly int _kept;
    private readonly PriorityQueue<int, (float Score, int Earliness)>[] _worstFirst;
    private readonly float[] _thresholds;

    /// <param name="elements">How many elements there are.</param>
    /// <param name="kept">How many passages each of them keeps.</param>
    public BestCandidates(int elements, int kept)
    {
        _elements = elements;
        _kept = kept;
        _worstFirst = [.. Enumerable.Range(0, elements).Select(_ => new PriorityQueue<int, (float, int)>(kept + 1))];
        _thresholds = NewScores();
    }

    /// <summary>Room for a score of every element, and zeros up to the width that is compared at a time.</summary>
    public float[] NewScores() => new float[(_elements + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count];

    /// <summary>Offers a passage to all elements that it has a score for.</summary>
    /// <param name="passage">The passage; its number is higher than that of those before.</param>
    /// <param name="own">Its scores.</param>
    /// <param name="before">Those of the passage before it, or zeros.</param>
    /// <param name="after">Those of the passage after it, or zeros.</param>
    /// <param name="share">What the scores of these two count for.</param>
    public void Offer(int passage, float[] own, float[] before, float[] after, float share)
    {
        for (int start = 0; start < _thresholds.Length; start += Vector<float>.Count)
        {
            Vector<float> ownScores = new(own, start);
            Vector<float> scores = ownScores + (share * (new Vector<float>(before, start) + new Vector<float>(after, start)));
            Vector<int> isBetter = Vector.GreaterThan(scores, new Vector<float>(_thresholds, start)) & Vector.GreaterThan(ownScores, Vector<float>.Zero);
            if (isBetter == Vector<int>.Zero) continue;
            for (int i = 0; i < Vector<float>.Count; i++)
            {
                if (isBetter[i] != 0) Keep(start + i, passage, scores[i]);
            }
        }
    }

    /// <summary>The passages that any element has kept, ascending.</summary>
    public int[] Passages() => [.. _worstFirst.SelectMany(heap => heap.UnorderedItems).Select(item => item.Element).Distinct().Order()];

    /// <summary>What an element has kept, best first; of equal scores the earlier passage.</summary>
    public IEnumerable<(int Passage, float Score)> Ranked(int element) =>
        _worstFirst[element].UnorderedItems.Select(item => (item.Element, item.Priority.Score)).OrderByDescending(item => item.Score).ThenBy(item => item.Element);

    private void Keep(int element, int passage, float score)
    {
        PriorityQueue<int, (float Score, int Earliness)> heap = _worstFirst[element];
        if (heap.Count < _kept) heap.Enqueue(passage, (score, -passage));
        else heap.EnqueueDequeue(passage, (score, -passage));
        if (heap.Count == _kept && heap.TryPeek(out _, out (float Score, int Earliness) worst)) _thresholds[element] = worst.Score;
    }
}
