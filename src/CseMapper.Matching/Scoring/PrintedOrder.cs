namespace CseMapper.Matching.Scoring;

/// <summary>Tells whether the documents treat their subjects in the order in which the standard prints
/// them.</summary>
/// <remarks>
/// Of two passages that follow one another and are best at different elements, count how often these elements are
/// printed near each other, and divide by how often that would be so if the same elements stood in any order. Documents
/// on another subject come to .9 to 1.3, policies to 1.2 to 2.8, a security plan that answers control by control to 17.
/// Up to 1 nothing is shown, from 2 on all is.
/// </remarks>
internal static class PrintedOrder
{
    /// <summary>Elements are near each other when at most this many steps apart.</summary>
    public const int Reach = 3;

    /// <summary>A passage that scores less than this share of what an element's best do is about nothing in
    /// particular.</summary>
    private const float Least = 0.5f;

    /// <summary>How far the documents follow the order, from 0 to 1.</summary>
    /// <param name="scores">Own-word scores over the mean of each element's ten best.</param>
    /// <param name="passages">By row: the passage's number; those of a document follow one another.</param>
    /// <param name="documents">By row: its document.</param>
    public static float ShownIn(ScoreMatrix scores, int[] passages, int[] documents)
    {
        int[] counts = new int[scores.Columns];
        int pairs = 0;
        int near = 0;
        int before = -1;
        for (int row = 0; row < scores.Rows; row++)
        {
            int best = BestOf(scores[row]);
            if (best >= 0 && before >= 0 && best != before && IsNext(row))
            {
                pairs++;
                counts[best]++;
                counts[before]++;
                near += Math.Abs(best - before) <= Reach ? 1 : 0;
            }

            before = best;
        }

        // One more of what would be seen anyhow, so that a handful of pairs shows nothing.
        double lift = (near + 1) / ((pairs * ExpectedShare(counts)) + 1);
        return (float)Math.Clamp(lift - 1, 0, 1);

        bool IsNext(int row) => documents[row] == documents[row - 1] && passages[row] == passages[row - 1] + 1;
    }

    private static int BestOf(ReadOnlySpan<float> scores)
    {
        int best = -1;
        float highest = Least;
        for (int element = 0; element < scores.Length; element++)
        {
            if (scores[element] > highest)
                (best, highest) = (element, scores[element]);
        }

        return best;
    }

    /// <summary>How many of the pairs of different elements that can be drawn are near each other.</summary>
    private static double ExpectedShare(int[] counts)
    {
        double all = 0;
        double same = 0;
        double near = 0;
        for (int element = 0; element < counts.Length; element++)
        {
            all += counts[element];
            same += (double)counts[element] * counts[element];
            int last = Math.Min(counts.Length - 1, element + Reach);
            for (int other = element + 1; other <= last; other++)
                near += 2.0 * counts[element] * counts[other];
        }

        double different = (all * all) - same;
        return different > 0 ? near / different : 0;
    }
}
