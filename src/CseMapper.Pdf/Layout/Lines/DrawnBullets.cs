using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Finds bullets that are drawn as filled circles instead of letters, as browsers print them.</summary>
internal sealed class DrawnBullets
{
    /// <summary>A bullet stands at most this many sizes before its text.</summary>
    private const float LargestGap = 2.5f;

    /// <summary>No bullet is higher than this many points.</summary>
    private const float LargestDot = 10f;

    private readonly List<PageRule> _dots = [];

    public void Read(PageText page)
    {
        _dots.Clear();
        foreach (PageRule rule in page.Rules)
        {
            if (rule.Kind == RuleKind.Dot)
                _dots.Add(rule);
        }

        _dots.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
    }

    /// <returns>Where the bullet before an upright line begins, or null.</returns>
    public float? Before(float left, float baseline, float size)
    {
        for (int i = FirstFrom(baseline - size - LargestDot); i < _dots.Count && _dots[i].Top <= baseline; i++)
        {
            PageRule dot = _dots[i];
            float middle = (dot.Top + dot.Bottom) / 2;
            if (
                middle <= baseline
                && middle > baseline - (0.75f * size)
                && dot.Right <= left
                && dot.Right > left - (LargestGap * size)
            )
            {
                return dot.Left;
            }
        }

        return null;
    }

    private int FirstFrom(float top)
    {
        int low = 0,
            high = _dots.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_dots[middle].Top < top)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
