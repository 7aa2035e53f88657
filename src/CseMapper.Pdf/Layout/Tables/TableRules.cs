using CseMapper.Documents;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Tables;

/// <summary>A straight line of a table: at a place across its direction, from a start to an end along it.</summary>
internal struct TableRule
{
    public float At;
    public float From;
    public float To;

    /// <summary>The group of rules that touch each other.</summary>
    public int Group;
}

/// <summary>The ruling lines of a page, pieces of one line joined, in the frame of the page's main direction.</summary>
internal sealed class TableRules
{
    /// <summary>Lines closer than this are one: double borders, borders of neighbouring cells.</summary>
    private const float SameLine = 2.5f;

    /// <summary>A break in a line shorter than this is none: borders drawn cell by cell.</summary>
    private const float Break = 4f;

    /// <summary>Ends of rules that meet are at most this far apart.</summary>
    private const float Touch = 4f;

    /// <summary>More rules than this on a page are a drawing.</summary>
    private const int Most = 3_000;

    /// <summary>A larger share of the page is its ground, not the ground of a cell.</summary>
    private const float LargestFill = 0.5f;

    private readonly List<BlockBox> _fills = [];

    public List<TableRule> Horizontal { get; } = [];

    public List<TableRule> Vertical { get; } = [];

    public int GroupCount { get; private set; }

    /// <returns>False when there is no table to be found.</returns>
    /// <param name="page">The page.</param>
    /// <param name="direction">The direction of most of its text.</param>
    /// <param name="holdsRow">Says whether text between these columns and in this height is a row of a table.</param>
    /// <param name="isTight">Says whether words fill an area.</param>
    public bool Read(
        PageText page,
        TextDirection direction,
        Func<float[], float, float, bool> holdsRow,
        Func<BlockBox, bool> isTight
    )
    {
        Horizontal.Clear();
        Vertical.Clear();
        GroupCount = 0;
        if (page.Rules.Count is 0 or > Most || !direction.IsAxisAligned)
            return false;
        _fills.Clear();
        foreach (PageRule rule in page.Rules)
        {
            if (rule.Kind == RuleKind.Dot)
                continue;
            if (rule.Kind != RuleKind.Fill)
                Add(rule, direction);
            else if (IsGround(page, rule))
                _fills.Add(BoxOf(rule, direction));
        }

        FilledRows.AddBorders(_fills, Horizontal, Vertical, holdsRow, isTight);
        Merge(Horizontal);
        Merge(Vertical);
        if (Horizontal.Count * (long)Vertical.Count > 1_000_000)
            return false;
        Connect();
        return Horizontal.Count >= 2;
    }

    /// <summary>What hides text is no ground of a cell.</summary>
    private static bool IsGround(PageText page, in PageRule rule)
    {
        foreach (PageCover cover in page.Covers)
        {
            if (Math.Abs(cover.Box.Left - rule.Left) < 1 && Math.Abs(cover.Box.Top - rule.Top) < 1)
                return false;
        }

        return (rule.Right - rule.Left) * (rule.Bottom - rule.Top) < LargestFill * page.Width * page.Height;
    }

    private void Add(in PageRule rule, TextDirection direction)
    {
        BlockBox box = BoxOf(rule, direction);
        if (box.Width >= box.Height)
        {
            Horizontal.Add(
                new()
                {
                    At = (box.Top + box.Bottom) / 2,
                    From = box.Left,
                    To = box.Right,
                }
            );
        }
        else
        {
            Vertical.Add(
                new()
                {
                    At = (box.Left + box.Right) / 2,
                    From = box.Top,
                    To = box.Bottom,
                }
            );
        }
    }

    /// <summary>A rule's box in the frame of the direction.</summary>
    private static BlockBox BoxOf(in PageRule rule, TextDirection direction)
    {
        float u0 = (float)direction.U(rule.Left, rule.Top),
            u1 = (float)direction.U(rule.Right, rule.Bottom);
        float v0 = (float)direction.V(rule.Left, rule.Top),
            v1 = (float)direction.V(rule.Right, rule.Bottom);
        return new(Math.Min(u0, u1), Math.Min(v0, v1), Math.Max(u0, u1), Math.Max(v0, v1));
    }

    private static void Merge(List<TableRule> rules)
    {
        if (rules.Count == 0)
            return;
        rules.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.From.CompareTo(b.From));
        SnapToLines(rules);
        rules.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.From.CompareTo(b.From));
        int kept = 0;
        for (int i = 1; i < rules.Count; i++)
        {
            TableRule last = rules[kept],
                rule = rules[i];
            if (rule.At == last.At && rule.From <= last.To + Break)
            {
                last.To = Math.Max(last.To, rule.To);
                rules[kept] = last;
            }
            else
            {
                rules[++kept] = rule;
            }
        }

        rules.RemoveRange(kept + 1, rules.Count - kept - 1);
        rules.RemoveAll(static rule => rule.To - rule.From < 6);
    }

    /// <summary>Gives rules that nearly coincide the same place.</summary>
    private static void SnapToLines(List<TableRule> rules)
    {
        float at = rules[0].At;
        for (int i = 0; i < rules.Count; i++)
        {
            TableRule rule = rules[i];
            if (rule.At - at > SameLine)
                at = rule.At;
            rule.At = at;
            rules[i] = rule;
        }
    }

    /// <summary>Groups rules that touch, by union and find over horizontal and vertical ones together.</summary>
    private void Connect()
    {
        int[] parent = new int[Horizontal.Count + Vertical.Count];
        for (int i = 0; i < parent.Length; i++)
            parent[i] = i;
        for (int h = 0; h < Horizontal.Count; h++)
        {
            TableRule across = Horizontal[h];
            for (int v = 0; v < Vertical.Count; v++)
            {
                TableRule down = Vertical[v];
                bool meet =
                    down.At > across.From - Touch
                    && down.At < across.To + Touch
                    && across.At > down.From - Touch
                    && across.At < down.To + Touch;
                if (meet)
                    parent[Find(parent, h)] = Find(parent, Horizontal.Count + v);
            }
        }

        Dictionary<int, int> groups = [];
        for (int h = 0; h < Horizontal.Count; h++)
            Horizontal[h] = Horizontal[h] with { Group = GroupOf(groups, Find(parent, h)) };
        for (int v = 0; v < Vertical.Count; v++)
            Vertical[v] = Vertical[v] with { Group = GroupOf(groups, Find(parent, Horizontal.Count + v)) };
        GroupCount = groups.Count;
    }

    private static int GroupOf(Dictionary<int, int> groups, int root)
    {
        if (!groups.TryGetValue(root, out int group))
            groups.Add(root, group = groups.Count);
        return group;
    }

    private static int Find(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }
}
