namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Tells whether the order of the content stream can be trusted for running text.</summary>
internal static class StreamOrder
{
    /// <summary>When more than this share of the lines stands at another place, the stream's order is no reading
    /// order.</summary>
    private const float MostMoved = 0.4f;

    private const int FewLines = 10;

    /// <param name="flows">The page's flows in the order of the stream.</param>
    /// <param name="order">Their reading order.</param>
    public static bool IsChaotic(ReadOnlySpan<Flow> flows, IReadOnlyList<int> order)
    {
        int lines = 0;
        bool isMoved = false;
        for (int i = 0; i < order.Count; i++)
        {
            lines += flows[order[i]].LineCount;
            isMoved |= order[i] != i;
        }

        return isMoved && lines >= FewLines && lines - LinesInOrder(flows, order) > MostMoved * lines;
    }

    /// <summary>Lines of the heaviest subsequence of flows that both orders have in common: the others were
    /// moved.</summary>
    private static int LinesInOrder(ReadOnlySpan<Flow> flows, IReadOnlyList<int> order)
    {
        int[] heaviest = new int[order.Count];
        int best = 0;
        for (int i = 0; i < order.Count; i++)
        {
            int before = 0;
            for (int j = 0; j < i; j++)
            {
                if (order[j] < order[i])
                    before = Math.Max(before, heaviest[j]);
            }

            heaviest[i] = before + flows[order[i]].LineCount;
            best = Math.Max(best, heaviest[i]);
        }

        return best;
    }
}
