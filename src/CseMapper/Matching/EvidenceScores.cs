namespace CseMapper.Matching;

/// <summary>The scores of the working set, with all that they are made of.</summary>
/// <remarks>
/// Own words (<see cref="PassageScorer"/>), each element's divided by the mean of its ten best; plus .4 of the neighbouring passages' mean; plus .3 of the
/// best that the neighbouring passages reach for one of the three elements before or after: documents treat one subject after the other, as standards do. Plus
/// .8 of the likeness to the element's best passages (<see cref="LikenessScores"/>). Divided by the mean of the passage's five best elements to the power
/// .8: elements compete for a passage, and one that another element explains better is worth less here.
/// </remarks>
internal sealed class EvidenceScores
{
    private const float NeighbourWeight = 0.4f;
    private const float NearElementWeight = 0.3f;
    private const int NearElements = 3;
    private const float LikenessWeight = 0.8f;
    private const float SmallFolderLikenessWeight = 0.4f;
    private const int SmallFolder = 100;
    private const int Rivals = 5;
    private const double RivalPower = 0.8;


    private EvidenceScores(ScoreMatrix own, ScoreMatrix neighbours, ScoreMatrix likeness, ScoreMatrix final, float[] rivalry, float[] scale)
    {
        Own = own;
        Neighbours = neighbours;
        Likeness = likeness;
        Final = final;
        Rivalry = rivalry;
        Scale = scale;
    }

    /// <summary>By the passages' own words, before any division.</summary>
    public ScoreMatrix Own { get; }

    /// <summary>What the neighbours add, on the scale of the final score.</summary>
    public ScoreMatrix Neighbours { get; }

    /// <summary>What the likeness to the best passages adds, on the scale of the final score.</summary>
    public ScoreMatrix Likeness { get; }

    /// <summary>What the passages are ranked by.</summary>
    public ScoreMatrix Final { get; }

    /// <summary>By passage: what its scores are divided by, because elements compete for it.</summary>
    public float[] Rivalry { get; }

    /// <summary>By element: what turns own words into their share of the final score, before the division by rivalry.</summary>
    public float[] Scale { get; }

    public static EvidenceScores Of(WorkingSet set, PassageHits hits, PassageScorer scorer, int elements, Func<ScoreMatrix, ScoreMatrix> likenessTo, CancellationToken cancellation)
    {
        ScoreMatrix own = new(set.Passages.Length, elements);
        for (int row = 0; row < own.Rows; row++) scorer.Add(set.Passages[row], own[row]);
        ScoreMatrix context = Copy(own);
        float[] ownScale = context.Normalize();
        (ScoreMatrix first, ScoreMatrix neighbours) = AddNeighbours(context, ownScale, set, hits, scorer);
        cancellation.ThrowIfCancellationRequested();
        float[] contextScale = first.Normalize();
        ScoreMatrix likeness = likenessTo(first);
        likeness.Normalize();
        cancellation.ThrowIfCancellationRequested();
        float weight = hits.Passages < SmallFolder ? SmallFolderLikenessWeight : LikenessWeight;
        for (int row = 0; row < own.Rows; row++)
        {
            for (int element = 0; element < elements; element++) first[row][element] += weight * likeness[row][element];
        }

        float[] sumScale = first.Normalize();
        float[] rivalry = Compete(first);
        float[] scale = [.. Enumerable.Range(0, elements).Select(e => 1 / (ownScale[e] * contextScale[e] * sumScale[e]))];
        for (int row = 0; row < own.Rows; row++)
        {
            for (int element = 0; element < elements; element++)
            {
                neighbours[row][element] /= contextScale[element] * sumScale[element];
                likeness[row][element] *= weight / sumScale[element];
            }
        }

        return new EvidenceScores(own, neighbours, likeness, first, rivalry, scale);
    }

    private static ScoreMatrix Copy(ScoreMatrix matrix)
    {
        ScoreMatrix copy = new(matrix.Rows, matrix.Columns);
        for (int row = 0; row < matrix.Rows; row++) matrix[row].CopyTo(copy[row]);
        return copy;
    }

    private static (ScoreMatrix Sum, ScoreMatrix Neighbours) AddNeighbours(ScoreMatrix own, float[] scale, WorkingSet set, PassageHits hits, PassageScorer scorer)
    {
        ScoreMatrix sum = new(own.Rows, own.Columns);
        ScoreMatrix added = new(own.Rows, own.Columns);
        float[] near = new float[own.Columns];
        for (int row = 0; row < own.Rows; row++)
        {
            int passage = set.Passages[row];
            bool hasBefore = passage > hits.FirstOf(set.Documents[row]);
            bool hasAfter = passage + 1 < hits.EndOf(set.Documents[row]);
            float share = hasBefore && hasAfter ? 0.5f : 1;
            if (hasBefore) Add(added[row], Scores(passage - 1, row - 1), share);
            if (hasAfter) Add(added[row], Scores(passage + 1, row + 1), share);
            for (int element = 0; element < own.Columns; element++)
            {
                if (own[row][element] <= 0) added[row][element] = 0;
                sum[row][element] = own[row][element] + added[row][element];
            }
        }

        return (sum, added);

        ReadOnlySpan<float> Scores(int passage, int row)
        {
            if (row >= 0 && row < own.Rows && set.Passages[row] == passage) return own[row];
            Array.Clear(near);
            scorer.Add(passage, near);
            for (int element = 0; element < near.Length; element++) near[element] /= scale[element];
            return near;
        }
    }

    /// <summary>Adds a neighbour's part: its score for the element itself, and the best of its scores for the elements printed around it.</summary>
    private static void Add(Span<float> target, ReadOnlySpan<float> neighbour, float share)
    {
        for (int element = 0; element < target.Length; element++)
        {
            float best = 0;
            for (int other = Math.Max(0, element - NearElements); other <= Math.Min(target.Length - 1, element + NearElements); other++)
            {
                if (other != element && neighbour[other] > best) best = neighbour[other];
            }

            target[element] += share * ((NeighbourWeight * neighbour[element]) + (NearElementWeight * best));
        }
    }

    /// <returns>By passage: what its scores were divided by.</returns>
    private static float[] Compete(ScoreMatrix scores)
    {
        float[] rivalry = new float[scores.Rows];
        float[] best = new float[Math.Min(Rivals, Math.Max(1, scores.Columns))];
        for (int row = 0; row < scores.Rows; row++)
        {
            Array.Clear(best);
            Span<float> values = scores[row];
            foreach (float value in values) TopValues.Insert(best, value);
            float sum = 0;
            foreach (float value in best) sum += value;
            rivalry[row] = sum > 0 ? (float)Math.Pow(sum / best.Length, RivalPower) : 1;
            for (int element = 0; element < values.Length; element++) values[element] /= rivalry[row];
        }

        return rivalry;
    }
}
