using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Finds the rules that underline words.</summary>
internal sealed class Underlines
{
    /// <summary>An underline covers at least this share of the line: a number before the words is often left
    /// out.</summary>
    private const float CoveredShare = 0.6f;

    private readonly List<PageRule> _rules = [];

    public void Read(PageText page)
    {
        _rules.Clear();
        foreach (PageRule rule in page.Rules)
        {
            if (rule.Kind == RuleKind.Horizontal)
                _rules.Add(rule);
        }

        _rules.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
    }

    /// <summary>True when rules close below the baseline run along the words and hardly beyond.</summary>
    public bool IsBelow(float left, float right, float baseline, float size)
    {
        if (_rules.Count == 0)
            return false;
        float covered = 0,
            lowest = baseline + (0.35f * size);
        for (int i = FirstFrom(baseline - (0.05f * size)); i < _rules.Count && _rules[i].Top <= lowest; i++)
        {
            PageRule rule = _rules[i];
            if (rule.Right > right + size || rule.Left < left - size)
                continue;
            covered += Math.Max(0, Math.Min(right, rule.Right) - Math.Max(left, rule.Left));
        }

        return covered >= CoveredShare * (right - left);
    }

    private int FirstFrom(float top)
    {
        int low = 0,
            high = _rules.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_rules[middle].Top < top)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
