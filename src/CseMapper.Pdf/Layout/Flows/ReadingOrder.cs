namespace CseMapper.Pdf.Layout.Flows;

/// <summary>
/// The order of a page's flows. Writers draw text in the order in which it is read far more often than any look at the
/// page finds that order, so the stream is followed, but not against what every reader sees: what stands above
/// something in the same column comes before it. That relation is the first of the two in Breuel, "High performance
/// document layout analysis" (SDIUT 2003); the stream takes the place of the second (left before right) and of the
/// topological sort's ties.
/// </summary>
internal sealed class ReadingOrder
{
    /// <summary>Two flows share a column when they overlap by this share of the narrower.</summary>
    private const float SharedWidth = 0.3f;

    /// <summary>Above this many flows a page is a drawing, whose order nobody can tell; comparing each with each would
    /// be slow.</summary>
    private const int MostFlows = 800;

    private readonly Stack<(int Flow, int Next)> _open = new();
    private readonly List<int> _order = [];

    /// <returns>Indices of the flows as they are to be read; valid until the next call.</returns>
    public IReadOnlyList<int> Order(Span<Flow> flows)
    {
        _order.Clear();
        if (flows.Length > MostFlows)
        {
            for (int i = 0; i < flows.Length; i++)
                _order.Add(i);
            return _order;
        }

        for (int i = 0; i < flows.Length; i++)
        {
            if (!flows[i].IsOut)
                Emit(flows, i);
        }

        return _order;
    }

    /// <summary>Puts out a flow after all that must precede it, depth first with an explicit stack.</summary>
    private void Emit(Span<Flow> flows, int first)
    {
        flows[first].IsOut = true;
        _open.Push((first, 0));
        while (_open.TryPop(out (int Flow, int Next) top))
        {
            int before = top.Next;
            while (before < flows.Length && (flows[before].IsOut || !MustPrecede(flows[before], flows[top.Flow])))
                before++;
            if (before == flows.Length)
            {
                _order.Add(top.Flow);
                continue;
            }

            _open.Push((top.Flow, before + 1));
            flows[before].IsOut = true;
            _open.Push((before, 0));
        }
    }

    private static bool MustPrecede(in Flow above, in Flow below)
    {
        if (above.Direction != below.Direction || above.Bottom > below.Top + 2)
            return false;
        float shared = Math.Min(above.U1, below.U1) - Math.Max(above.U0, below.U0);
        return shared > SharedWidth * Math.Min(above.Width, below.Width);
    }
}
