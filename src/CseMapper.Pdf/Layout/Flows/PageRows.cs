using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Structure;
using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>A part of a row that stands in one column: a line, together with the label before it.</summary>
/// <param name="U0">Where it begins.</param>
/// <param name="U1">Where it ends.</param>
/// <param name="Line">Its line, the one behind the label.</param>
/// <param name="LabelLine">The line that is its label, or -1.</param>
internal readonly record struct RowPart(float U0, float U1, int Line, int LabelLine);

/// <summary>Lines on one baseline.</summary>
/// <param name="V">The baseline.</param>
/// <param name="Size">The largest type size.</param>
/// <param name="First">Its first part in <see cref="PageRows.Parts"/>.</param>
/// <param name="Count">How many parts it has.</param>
internal readonly record struct PageRow(float V, float Size, int First, int Count)
{
    public float Top => V - (0.8f * Size);

    public float Bottom => V + (0.2f * Size);
}

/// <summary>The lines of a page that are in no table yet, by baseline from above to below.</summary>
internal sealed class PageRows
{
    /// <summary>A label stands at most this many sizes before its text.</summary>
    private const float LabelGap = 5f;

    private readonly List<int> _sorted = [];
    private readonly TextBuffer _text = new();

    public List<PageRow> Rows { get; } = [];

    public List<RowPart> Parts { get; } = [];

    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="isFree">Says whether a line takes part.</param>
    public void Build(PageText page, LineSet lines, Func<int, bool> isFree)
    {
        Rows.Clear();
        Parts.Clear();
        _sorted.Clear();
        for (int i = 0; i < lines.Count; i++)
        {
            if (isFree(i))
                _sorted.Add(i);
        }

        _sorted.Sort((a, b) => Compare(lines.Lines[a], lines.Lines[b], a, b));
        int start = 0;
        while (start < _sorted.Count)
        {
            int end = start + 1;
            ref TextLine first = ref lines.Lines[_sorted[start]];
            while (end < _sorted.Count && lines.Lines[_sorted[end]].V - first.V < 0.35f * first.Size)
                end++;
            AddRow(page, lines, start, end);
            start = end;
        }
    }

    private static int Compare(in TextLine one, in TextLine two, int a, int b) =>
        one.V != two.V ? one.V.CompareTo(two.V) : a.CompareTo(b);

    private void AddRow(PageText page, LineSet lines, int start, int end)
    {
        _sorted.Sort(
            start,
            end - start,
            Comparer<int>.Create(
                (a, b) =>
                    lines.Lines[a].U0 != lines.Lines[b].U0
                        ? lines.Lines[a].U0.CompareTo(lines.Lines[b].U0)
                        : a.CompareTo(b)
            )
        );
        int firstPart = Parts.Count;
        float size = 0;
        int label = -1;
        for (int i = start; i < end; i++)
        {
            ref TextLine line = ref lines.Lines[_sorted[i]];
            size = Math.Max(size, line.Size);
            bool hasNext = i + 1 < end && lines.Lines[_sorted[i + 1]].U0 - line.U1 < LabelGap * line.Size;
            if (label < 0 && hasNext && line.Width < 4 * line.Size && IsLabel(page, lines, line))
            {
                label = _sorted[i];
                continue;
            }

            Parts.Add(new(label < 0 ? line.U0 : lines.Lines[label].U0, line.U1, _sorted[i], label));
            label = -1;
        }

        Rows.Add(new(lines.Lines[_sorted[start]].V, size, firstPart, Parts.Count - firstPart));
    }

    private bool IsLabel(PageText page, LineSet lines, in TextLine line)
    {
        _text.Clear();
        LineText.Append(_text, line, lines, page);
        Label label = LabelSyntax.Read(_text.Span);
        return (label.Kind is not LabelKind.None and not LabelKind.BareDecimal && label.TextStart >= _text.Length)
            || _text.Span is "o";
    }
}
