using System.Numerics;
using System.Runtime.CompilerServices;

namespace CseMapper.Matching.Scoring;

/// <summary>The best passages of every element seen so far; of equal scores the earlier ones.</summary>
internal sealed class BestCandidates
{
    private readonly int _elements;
    private readonly int _kept;
    private readonly BestPassages[] _best;
    private readonly float[] _thresholds;

    /// <param name="elements">How many elements there are.</param>
    /// <param name="kept">How many passages each of them keeps.</param>
    public BestCandidates(int elements, int kept)
    {
        _elements = elements;
        _kept = kept;
        _best = new BestPassages[elements];
        for (int element = 0; element < elements; element++)
            _best[element] = new BestPassages(kept);
        _thresholds = NewScores();
    }

    /// <summary>Room for a score of every element, and zeros up to the width that is compared at a time.</summary>
    public float[] NewScores() =>
        new float[(_elements + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count];

    /// <summary>Offers a passage to all elements that it has a score for.</summary>
    /// <param name="passage">The passage; its number is higher than that of those before.</param>
    /// <param name="own">Its scores.</param>
    /// <param name="before">Those of the passage before it, or zeros.</param>
    /// <param name="after">Those of the passage after it, or zeros.</param>
    /// <param name="share">What the scores of these two count for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Offer(int passage, float[] own, float[] before, float[] after, float share)
    {
        for (int start = 0; start < _thresholds.Length; start += Vector<float>.Count)
        {
            Vector<float> ownScores = new(own, start);
            Vector<float> scores =
                ownScores + (share * (new Vector<float>(before, start) + new Vector<float>(after, start)));
            Vector<int> isBetter =
                Vector.GreaterThan(scores, new Vector<float>(_thresholds, start))
                & Vector.GreaterThan(ownScores, Vector<float>.Zero);
            if (isBetter == Vector<int>.Zero)
                continue;
            for (int i = 0; i < Vector<float>.Count; i++)
            {
                if (isBetter[i] != 0)
                    Keep(start + i, passage, scores[i]);
            }
        }
    }

    /// <summary>Takes over what another list has kept of other passages: which of two comes first makes no
    /// difference.</summary>
    public void Add(BestCandidates other)
    {
        for (int element = 0; element < _elements; element++)
            _best[element].Add(other._best[element]);
    }

    /// <summary>The passages that any element has kept, ascending.</summary>
    public int[] Passages()
    {
        HashSet<int> passages = [];
        foreach (BestPassages best in _best)
            best.AddTo(passages);
        int[] sorted = [.. passages];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>What an element has kept, best first; of equal scores the earlier passage.</summary>
    public IEnumerable<(int Passage, float Score)> Ranked(int element) => _best[element].Ranked();

    private void Keep(int element, int passage, float score)
    {
        _best[element].Add(passage, score);
        _thresholds[element] = _best[element].Threshold;
    }

    /// <summary>The best passages of one element: a heap with the worst on top, which is the lowest score and of equal
    /// ones the latest passage.</summary>
    private sealed class BestPassages(int most)
    {
        private readonly float[] _scores = new float[most];
        private readonly int[] _passages = new int[most];
        private int _count;

        /// <summary>What a later passage must exceed.</summary>
        public float Threshold => _count == most ? _scores[0] : 0;

        public void Add(BestPassages other)
        {
            for (int i = 0; i < other._count; i++)
                Add(other._passages[i], other._scores[i]);
        }

        public void AddTo(HashSet<int> passages)
        {
            for (int i = 0; i < _count; i++)
                passages.Add(_passages[i]);
        }

        public IEnumerable<(int Passage, float Score)> Ranked() =>
            Enumerable
                .Range(0, _count)
                .Select(i => (Passage: _passages[i], Score: _scores[i]))
                .OrderByDescending(item => item.Score)
                .ThenBy(item => item.Passage);

        public void Add(int passage, float score)
        {
            int at = _count;
            if (_count == most)
            {
                if (!IsWorse(_scores[0], _passages[0], score, passage))
                    return;
                at = Sink(score, passage);
            }
            else
            {
                _count++;
                for (
                    int above = (at - 1) / 2;
                    at > 0 && IsWorse(score, passage, _scores[above], _passages[above]);
                    above = (at - 1) / 2
                )
                {
                    (_scores[at], _passages[at]) = (_scores[above], _passages[above]);
                    at = above;
                }
            }

            (_scores[at], _passages[at]) = (score, passage);
        }

        /// <returns>The place that the worst leaves free when it goes and this comes.</returns>
        private int Sink(float score, int passage)
        {
            int at = 0;
            for (int below = 1; below < _count; below = (2 * at) + 1)
            {
                if (
                    below + 1 < _count
                    && IsWorse(_scores[below + 1], _passages[below + 1], _scores[below], _passages[below])
                )
                {
                    below++;
                }

                if (!IsWorse(_scores[below], _passages[below], score, passage))
                    break;
                (_scores[at], _passages[at]) = (_scores[below], _passages[below]);
                at = below;
            }

            return at;
        }

        private static bool IsWorse(float score, int passage, float otherScore, int otherPassage) =>
            score < otherScore || (score == otherScore && passage > otherPassage);
    }
}
