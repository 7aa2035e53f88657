using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tables;

namespace CseMapper.Pdf.Layout.Flows;

/// <summary>Lines that the content stream draws one below the other (or side by side on one row) without jumping: a
/// column, a cell, a header.</summary>
internal struct Flow
{
    public float U0;
    public float U1;
    public float Top;
    public float Bottom;
    public int FirstLine;

    /// <summary>Its last line; lines between that stand in a table are not its own.</summary>
    public int LastLine;

    public int LineCount;
    public ushort Direction;
    public bool IsOut;

    /// <summary>The column of running text that the flow is, where the stream draws across columns; otherwise
    /// -1.</summary>
    public int Column;

    /// <summary>Index of the table that the flow is, or -1.</summary>
    public int Table;

    /// <summary>True when its lines lie under opaque areas: what is seen goes on around them.</summary>
    public bool IsCovered;

    public readonly float Width => U1 - U0;
}

/// <summary>Cuts the lines of a page, in the order of the stream, into flows at every jump.</summary>
internal sealed class FlowBuilder
{
    /// <summary>A step down of more than this many sizes ends a flow: a header is not one with the text below
    /// it.</summary>
    private const float LargestStep = 3f;

    /// <summary>So many covered flows may stand between two lines that are seen.</summary>
    private const int MostBetween = 16;

    private readonly Dictionary<int, int> _flowOfTable = [];
    private readonly Dictionary<int, int> _flowOfColumn = [];
    private Flow[] _flows = new Flow[64];

    public int Count { get; private set; }

    public Span<Flow> Flows => _flows.AsSpan(0, Count);

    /// <summary>True when columns of running text had to be put together against the order of the stream.</summary>
    public bool HasColumns => _flowOfColumn.Count > 0;

    /// <param name="lines">The lines.</param>
    /// <param name="tables">Lines in tables make one flow a table, at the place of the first.</param>
    public void Build(LineSet lines, TableFinder? tables)
    {
        Count = 0;
        _flowOfTable.Clear();
        _flowOfColumn.Clear();
        Span<TextLine> all = lines.Lines;
        for (int i = 0; i < all.Length; i++)
        {
            ref TextLine line = ref all[i];
            int table = tables?.TableOf(i) ?? -1;
            int column = tables?.ColumnOf(i) ?? -1;
            if (table >= 0)
            {
                AddToTable(table, i, line);
            }
            else if (column >= 0)
            {
                AddToColumn(column, i, line);
            }
            else
            {
                AddLine(all, i, line);
            }
        }
    }

    private void AddLine(ReadOnlySpan<TextLine> all, int index, in TextLine line)
    {
        int open = Count - 1;
        while (open >= 0 && _flows[open].IsCovered != line.IsCovered && Count - open <= MostBetween)
            open--;
        bool goesOn =
            open >= 0
            && _flows[open].IsCovered == line.IsCovered
            && _flows[open].Table < 0
            && _flows[open].Column < 0
            && Continues(ref _flows[open], all[_flows[open].LastLine], line);
        if (goesOn)
            Append(ref _flows[open], index, line);
        else
            Begin(index, line);
    }

    /// <summary>True when a flow goes on below another that stands before it in reading order, though the stream draws
    /// them apart.</summary>
    public static bool GoesOn(in Flow above, in Flow below, ReadOnlySpan<TextLine> lines)
    {
        Flow flow = above;
        return above.IsCovered == below.IsCovered
            && above.Table < 0
            && below.Table < 0
            && Continues(ref flow, lines[above.LastLine], lines[below.FirstLine]);
    }

    private void AddToTable(int table, int index, in TextLine line)
    {
        if (!_flowOfTable.TryGetValue(table, out int flow))
        {
            _flowOfTable.Add(table, Count);
            Begin(index, line);
            _flows[Count - 1].Table = table;
            return;
        }

        Append(ref _flows[flow], index, line);
    }

    private void AddToColumn(int column, int index, in TextLine line)
    {
        if (_flowOfColumn.TryGetValue(column, out int flow))
        {
            Append(ref _flows[flow], index, line);
            return;
        }

        _flowOfColumn.Add(column, Count);
        Begin(index, line);
        _flows[Count - 1].Column = column;
    }

    private static bool Continues(ref Flow flow, in TextLine last, in TextLine line)
    {
        if (flow.Direction != line.Direction)
            return false;
        float size = Math.Max(last.Size, line.Size);
        float step = line.V - last.V;
        if (Math.Abs(step) < 0.5f * Math.Min(last.Size, line.Size))
            return line.U0 > last.U1 - (0.5f * size);
        if (step < 0 || step > LargestStep * size)
            return false;
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
        if (Count == _flows.Length)
            Array.Resize(ref _flows, Count * 2);
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
            IsCovered = line.IsCovered,
            Table = -1,
            Column = -1,
        };
    }
}
