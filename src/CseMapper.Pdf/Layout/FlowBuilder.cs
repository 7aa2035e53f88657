using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout;

/// <summary>Lines that the content stream draws one below the other (or side by side on one row) without jumping: a column, a cell, a header.</summary>
internal struct Flow
{
    public float U0;
    public float U1;
    public float Top;
    public float Bottom;
    public int FirstLine;
    public int LastLine;
    public int LineCount;
    public ushort Direction;
    public bool IsOut;

    public readonly float Width => U1 - U0;
}

/// <summary>Cuts the lines of a page, in the order of the stream, into flows at every jump.</summary>
internal sealed class FlowBuilder
{
    /// <summary>A step down of more than this many sizes ends a flow: a header is not one with the text below it.</summary>
    private const float LargestStep = 3f;

    private Flow[] _flows = new Flow[64];

    public int Count { get; private set; }

    public Span<Flow> Flows => _flows.AsSpan(0, Count);

    public void Build(LineSet lines)
    {
        Count = 0;
        Span<TextLine> all = lines.Lines;
        for (int i = 0; i < all.Length; i++)
        {
            ref TextLine line = ref all[i];
            if (Count > 0 && Continues(ref _flows[Count - 1], all[_flows[Count - 1].LastLine], line)) Append(ref _flows[Count - 1], i, line);
            else Begin(i, line);
        }
    }

    private static bool Continues(ref Flow flow, in TextLine last, in TextLine line)
    {
        if (flow.Direction != line.Direction) return false;
        float size = Math.Max(last.Size, line.Size);
        float step = line.V - last.V;
        if (Math.Abs(step) < 0.5f * Math.Min(last.Size, line.Size)) return line.U0 > last.U1 - (0.5f * size);
        if (step < 0 || step > LargestStep * size) return false;
        return line.U0 < flow.U1 && line.U1 > flow.U0;
    }

    private static void Append(ref Flow flow, int index, in TextLine line)
    {
        flow.U0 = Math.Min(flow.U0, line.U0);
        flow.U1 = Math.Max(flow.U1, line.U1);
        flow.Top = Math.Min(flow.Top, line.Top);
        flow.Bottom = Math.Max(flow.Bottom, line.Bottom);
        flow.LastLine = index;
        flow.LineCount++;
    }

    private void Begin(int index, in TextLine line)
    {
        if (Count == _flows.Length) Array.Resize(ref _flows, Count * 2);
        _flows[Count++] = new Flow
        {
            U0 = line.U0,
            U1 = line.U1,
            Top = line.Top,
            Bottom = line.Bottom,
            FirstLine = index,
            LastLine = index,
            LineCount = 1,
            Direction = line.Direction,
        };
    }
}
