using System.Runtime.CompilerServices;
using CseMapper.Matching.Loading;

namespace CseMapper.Matching.Scoring;

/// <summary>The scores of the working set, with all that they are made of.</summary>
/// <remarks>
/// Own words (<see cref="PassageScorer"/>), each element's divided by the mean of its ten best; plus .4 of the
/// neighbouring passages' mean; plus up to .3 of the best that the neighbouring passages reach for one of the three
/// elements before or after, as far as the documents treat their subjects in the standard's order
/// (<see cref="PrintedOrder"/>). Plus .8 of the likeness to the element's best passages (<see cref="LikenessScores"/>).
/// Then elements compete for the passage (<see cref="ElementRivalry"/>).
/// </remarks>
internal sealed class EvidenceScores
{
    private const float NeighbourWeight = 0.4f;
    private const float NearElementWeight = 0.3f;
    private const float LikenessWeight = 0.8f;
    private const float SmallFolderLikenessWeight = 0.4f;
    private const int SmallFolder = 100;

    private EvidenceScores(
        ScoreMatrix own,
        ScoreMatrix neighbours,
        ScoreMatrix likeness,
        ScoreMatrix final,
        ScoreMatrix rivalry,
        float[] scale
    )
    {
        Own = own;
        Neighbours = neighbours;
        Likeness = likeness;
        Final = final;
        Rivalry = rivalry;
        Scales = scale;
    }

    /// <summary>By the passages' own words, before any division.</summary>
    public ScoreMatrix Own { get; }

    /// <summary>What the neighbours add, on the scale of the final score.</summary>
    public ScoreMatrix Neighbours { get; }

    /// <summary>What the likeness to the best passages adds, on the scale of the final score.</summary>
    public ScoreMatrix Likeness { get; }

    /// <summary>What the passages are ranked by.</summary>
    public ScoreMatrix Final { get; }

    /// <summary>What the scores are divided by, because elements compete for a passage.</summary>
    public ScoreMatrix Rivalry { get; }

    /// <summary>By element: what turns own words into their share of the final score, before the division by
    /// rivalry.</summary>
    public float[] Scales { get; }

    public static EvidenceScores Compute(
        WorkingSet set,
        PassageHits hits,
        PassageScorer scorer,
        ElementRivalry rivals,
        int elements,
        Func<ScoreMatrix, ScoreMatrix> likenessTo,
        CancellationToken cancellation
    )
    {
        ScoreMatrix own = new(set.Passages.Length, elements);
        ScoreMatrix context = new(own.Rows, elements);
        InParts(
            own,
            (start, end) =>
            {
                for (int row = start; row < end; row++)
                {
                    scorer.Add(set.Passages[row], own[row]);
                    own[row].CopyTo(context[row]);
                }
            }
        );
        float[] ownScale = context.Normalize();
        (ScoreMatrix first, ScoreMatrix neighbours) = AddNeighbours(context, ownScale, set, hits, scorer);
        cancellation.ThrowIfCancellationRequested();
        float[] contextScale = first.Normalize();
        ScoreMatrix likeness = likenessTo(first);
        likeness.Normalize();
        cancellation.ThrowIfCancellationRequested();
        float weight = hits.Passages < SmallFolder ? SmallFolderLikenessWeight : LikenessWeight;
        InParts(own, (start, end) => AddLikeness(first, likeness, weight, start, end));
        float[] sumScale = first.Normalize();
        ScoreMatrix rivalry = rivals.Divide(first);
        InParts(own, (start, end) => Scale(neighbours, likeness, contextScale, sumScale, weight, start, end));
        float[] scale = new float[elements];
        for (int element = 0; element < elements; element++)
            scale[element] = 1 / (ownScale[element] * contextScale[element] * sumScale[element]);
        return new EvidenceScores(own, neighbours, likeness, first, rivalry, scale);
    }

    private static void InParts(ScoreMatrix scores, Action<int, int> work) =>
        ParallelWork.ForEachRange(scores.Rows, ScoreMatrix.LeastRows, (_, start, end) => work(start, end));

    private static (ScoreMatrix Sum, ScoreMatrix Neighbours) AddNeighbours(
        ScoreMatrix own,
        float[] scale,
        WorkingSet set,
        PassageHits hits,
        PassageScorer scorer
    )
    {
        ScoreMatrix sum = new(own.Rows, own.Columns);
        ScoreMatrix added = new(own.Rows, own.Columns);
        float nearWeight = NearElementWeight * PrintedOrder.ShownIn(own, set.Passages, set.Documents);
        InParts(
            own,
            (start, end) =>
                AddNeighbours(
                    new NeighbourScores(own, scale, set, scorer),
                    hits,
                    set,
                    nearWeight,
                    sum,
                    added,
                    start,
                    end
                )
        );
        return (sum, added);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddNeighbours(
        NeighbourScores scores,
        PassageHits hits,
        WorkingSet set,
        float nearWeight,
        ScoreMatrix sum,
        ScoreMatrix added,
        int start,
        int end
    )
    {
        for (int row = start; row < end; row++)
        {
            int passage = set.Passages[row];
            bool hasBefore = passage > hits.FirstOf(set.Documents[row]);
            bool hasAfter = passage + 1 < hits.EndOf(set.Documents[row]);
            float share = hasBefore && hasAfter ? 0.5f : 1;
            Span<float> sums = sum[row];
            Span<float> more = added[row];
            if (hasBefore)
                Add(more, scores.Of(passage - 1, row - 1), nearWeight, share);
            if (hasAfter)
                Add(more, scores.Of(passage + 1, row + 1), nearWeight, share);
            ReadOnlySpan<float> own = scores.Own[row];
            for (int element = 0; element < own.Length; element++)
            {
                if (own[element] <= 0)
                    more[element] = 0;
                sums[element] = own[element] + more[element];
            }
        }
    }

    /// <summary>Adds a neighbour's part: its score for the element itself, and the best of its scores for the elements
    /// printed around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<float> target, ReadOnlySpan<float> neighbour, float nearWeight, float share)
    {
        for (int element = 0; element < target.Length; element++)
        {
            float best = 0;
            int last = Math.Min(target.Length - 1, element + PrintedOrder.Reach);
            for (int other = Math.Max(0, element - PrintedOrder.Reach); other <= last; other++)
            {
                if (other != element && neighbour[other] > best)
                    best = neighbour[other];
            }

            target[element] += share * ((NeighbourWeight * neighbour[element]) + (nearWeight * best));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddLikeness(ScoreMatrix first, ScoreMatrix likeness, float weight, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            Span<float> sums = first[row];
            ReadOnlySpan<float> more = likeness[row];
            for (int element = 0; element < more.Length; element++)
                sums[element] += weight * more[element];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(
        ScoreMatrix neighbours,
        ScoreMatrix likeness,
        float[] contextScale,
        float[] sumScale,
        float weight,
        int start,
        int end
    )
    {
        for (int row = start; row < end; row++)
        {
            Span<float> near = neighbours[row];
            Span<float> like = likeness[row];
            for (int element = 0; element < near.Length; element++)
            {
                near[element] /= contextScale[element] * sumScale[element];
                like[element] *= weight / sumScale[element];
            }
        }
    }

    /// <summary>The scaled scores of passages, whether they are in the working set or only stand beside one that is.
    /// For one thread.</summary>
    private sealed class NeighbourScores(ScoreMatrix own, float[] scale, WorkingSet set, PassageScorer scorer)
    {
        private readonly float[] _near = new float[own.Columns];

        public ScoreMatrix Own => own;

        public ReadOnlySpan<float> Of(int passage, int row)
        {
            if (row >= 0 && row < own.Rows && set.Passages[row] == passage)
                return own[row];
            Array.Clear(_near);
            scorer.Add(passage, _near);
            for (int element = 0; element < _near.Length; element++)
                _near[element] /= scale[element];
            return _near;
        }
    }
}
