using CseMapper.Documents;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>
/// Finds the borders of tables whose cells are shaded instead of ruled: filled rectangles side by side are a row; rows
/// of the same columns with unshaded rows between (striped tables) are one table.
/// </summary>
internal static class FilledRows
{
    /// <summary>Edges closer than this coincide.</summary>
    private const float Near = 3f;

    /// <summary>Shaded rows further apart than this are not of one table.</summary>
    private const float LargestGap = 150f;

    /// <param name="fills">Filled rectangles.</param>
    /// <param name="horizontal">Takes borders between rows.</param>
    /// <param name="vertical">Takes borders between columns.</param>
    /// <param name="holdsRow">Says whether the text below the last stripe, between these columns and in this height, is
    /// a row of the table.</param>
    /// <param name="isTight">Says whether words fill an area, as where a phrase is marked or each word has a ground of its
    /// own.</param>
    public static void AddBorders(
        List<BlockBox> fills,
        List<TableRule> horizontal,
        List<TableRule> vertical,
        Func<float[], float, float, bool> holdsRow,
        Func<BlockBox, bool> isTight
    )
    {
        fills.RemoveAll(static fill => fill.Height < 6 || fill.Width < 6);
        if (fills.Count is < 2 or > 2_000)
            return;
        fills.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
        List<float[]> rows = [];
        List<(float Top, float Bottom)> heights = [];
        int start = 0;
        while (start < fills.Count)
        {
            int end = start + 1;
            while (end < fills.Count && IsBeside(fills[end - 1], fills[end]))
                end++;
            if (end - start >= 2 && !ArePhrases(fills, start, end, isTight))
            {
                rows.Add([fills[start].Left, .. fills.GetRange(start, end - start).Select(fill => fill.Right)]);
                heights.Add((fills[start].Top, fills[start].Bottom));
            }

            start = end;
        }

        // The height of the unshaded row above each shaded one; 0 where there is none.
        float[] unshaded = new float[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            AddRow(rows[row], heights[row], horizontal, vertical);
            bool isLast = true;
            for (int next = row + 1; next < rows.Count; next++)
            {
                float gap = heights[next].Top - heights[row].Bottom;
                if (gap > LargestGap || !IsSame(rows[row], rows[next]))
                    continue;
                foreach (float at in rows[row])
                {
                    vertical.Add(
                        new()
                        {
                            At = at,
                            From = heights[row].Bottom,
                            To = heights[next].Top,
                        }
                    );
                }

                unshaded[next] = gap > Near ? gap : unshaded[row];
                isLast = false;
                break;
            }

            (float Top, float Bottom) below = (heights[row].Bottom, heights[row].Bottom + unshaded[row]);
            if (isLast && unshaded[row] > 0 && holdsRow(rows[row], below.Top, below.Bottom))
                AddRow(rows[row], below, horizontal, vertical);
        }
    }

    private static bool ArePhrases(List<BlockBox> fills, int start, int end, Func<BlockBox, bool> isTight)
    {
        int tight = 0;
        for (int i = start; i < end && (i - start - tight) * 2 <= end - start; i++)
        {
            if (isTight(fills[i]))
                tight++;
        }

        return tight * 2 >= end - start;
    }

    private static bool IsBeside(BlockBox left, BlockBox right) =>
        Math.Abs(left.Top - right.Top) < Near
        && Math.Abs(left.Bottom - right.Bottom) < Near
        && Math.Abs(left.Right - right.Left) < Near;

    private static bool IsSame(float[] one, float[] two)
    {
        if (one.Length != two.Length)
            return false;
        for (int i = 0; i < one.Length; i++)
        {
            if (Math.Abs(one[i] - two[i]) > Near)
                return false;
        }

        return true;
    }

    private static void AddRow(
        float[] down,
        (float Top, float Bottom) height,
        List<TableRule> horizontal,
        List<TableRule> vertical
    )
    {
        horizontal.Add(
            new()
            {
                At = height.Top,
                From = down[0],
                To = down[^1],
            }
        );
        horizontal.Add(
            new()
            {
                At = height.Bottom,
                From = down[0],
                To = down[^1],
            }
        );
        foreach (float at in down)
        {
            vertical.Add(
                new()
                {
                    At = at,
                    From = height.Top,
                    To = height.Bottom,
                }
            );
        }
    }
}
