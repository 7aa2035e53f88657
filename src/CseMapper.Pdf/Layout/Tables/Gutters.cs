using CseMapper.Pdf.Layout.Flows;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// The white stripes between the columns of a group of rows: what no row covers. Adding a row takes away what it
/// covers, so that a table is found in one pass over its rows; the maximal white rectangles of Breuel, "Two geometric
/// algorithms for layout analysis" (DAS 2002), restricted to stripes as high as the group.
/// </summary>
internal sealed class Gutters
{
    private List<(float From, float To)> _gaps = [];
    private List<(float From, float To)> _spare = [];

    /// <summary>Stripes between columns, from left to right; the first and the last reach to infinity and bound the
    /// table.</summary>
    public IReadOnlyList<(float From, float To)> Gaps => _gaps;

    /// <summary>How many stripes part columns.</summary>
    public int Inner => Math.Max(0, _gaps.Count - 2);

    public void Clear()
    {
        _gaps.Clear();
        _gaps.Add((float.NegativeInfinity, float.PositiveInfinity));
    }

    /// <summary>Takes a row's parts away.</summary>
    /// <param name="parts">Its parts from left to right.</param>
    /// <param name="narrowest">What is narrower is no gutter.</param>
    public void Add(ReadOnlySpan<RowPart> parts, float narrowest)
    {
        _spare.Clear();
        Cut(parts, narrowest, _spare);
        (_gaps, _spare) = (_spare, _gaps);
    }

    /// <summary>How many stripes would part columns if the row were added.</summary>
    public int InnerWith(ReadOnlySpan<RowPart> parts, float narrowest)
    {
        _spare.Clear();
        Cut(parts, narrowest, _spare);
        return Math.Max(0, _spare.Count - 2);
    }

    private void Cut(ReadOnlySpan<RowPart> parts, float narrowest, List<(float From, float To)> result)
    {
        int part = 0;
        foreach ((float from, float to) in _gaps)
        {
            float start = from;
            while (part < parts.Length && parts[part].U1 <= start)
                part++;
            int at = part;
            while (at < parts.Length && parts[at].U0 < to)
            {
                if (parts[at].U0 - start >= narrowest)
                    result.Add((start, parts[at].U0));
                start = Math.Max(start, parts[at].U1);
                at++;
            }

            if (to - start >= narrowest)
                result.Add((start, to));
        }
    }
}
