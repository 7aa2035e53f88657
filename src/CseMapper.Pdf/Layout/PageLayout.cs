using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout;

/// <summary>Turns what a page draws into lines in reading order and adds them to the document.</summary>
internal sealed class PageLayout(DocumentText document)
{
    private readonly LineBuilder _lineBuilder = new();
    private readonly LineSet _lines = new();
    private readonly FlowBuilder _flows = new();
    private readonly ReadingOrder _order = new();
    private readonly LineStyle _style = new();
    private readonly TextBuffer _text = new();

    /// <param name="number">The page, counted from 1.</param>
    /// <param name="page">What it draws.</param>
    public PrintedPage Add(int number, PageText page)
    {
        _lineBuilder.Build(page, _lines);
        _flows.Build(_lines);
        PrintedPage printed = new(number, page.Width, page.Height, document.Lines.Length)
        {
            UnknownLetters = page.UnknownLetters,
            HiddenWords = page.HiddenWords,
            PictureShare = PictureShare(page),
        };
        IReadOnlyList<int> order = _order.Order(_flows.Flows);
        printed.IsStreamChaotic = StreamOrder.IsChaotic(_flows.Flows, order);
        foreach (int flow in order) AddFlow(printed, page, _flows.Flows[flow]);
        printed.LineCount = document.Lines.Length - printed.FirstLine;
        document.Pages.Add(printed);
        return printed;
    }

    private static float PictureShare(PageText page)
    {
        float largest = 0;
        foreach (PageImage image in page.Images)
        {
            float width = Math.Min(image.Box.Right, page.Width) - Math.Max(image.Box.Left, 0);
            float height = Math.Min(image.Box.Bottom, page.Height) - Math.Max(image.Box.Top, 0);
            if (width > 0 && height > 0) largest = Math.Max(largest, width * height);
        }

        return largest / Math.Max(1, page.Width * page.Height);
    }

    private void AddFlow(PrintedPage printed, PageText page, in Flow flow)
    {
        Span<TextLine> lines = _lines.Lines;
        int i = flow.FirstLine;
        while (i <= flow.LastLine)
        {
            int end = i + 1;
            while (end <= flow.LastLine && IsSameRow(lines[end - 1], lines[end])) end++;
            AddRow(printed, page, i, end, i == flow.FirstLine);
            i = end;
        }

        document.FlowCount++;
    }

    private static bool IsSameRow(in TextLine left, in TextLine right) =>
        Math.Abs(left.V - right.V) < 0.5f * Math.Min(left.Size, right.Size) && right.U0 > left.U1;

    /// <summary>Adds lines that stand side by side as one, with tabs between.</summary>
    private void AddRow(PrintedPage printed, PageText page, int first, int end, bool beginsFlow)
    {
        Span<TextLine> lines = _lines.Lines;
        ref TextLine head = ref lines[first];
        PrintedLine row = new()
        {
            Page = printed.Number,
            U0 = head.U0,
            U1 = lines[end - 1].U1,
            TextU = end - first > 1 ? lines[first + 1].U0 : head.U0,
            V = head.V,
            Size = head.Size,
            Direction = head.Direction,
            Flow = document.FlowCount,
            StreamOrder = head.Order,
            Cell = -1,
            Tag = -1,
        };
        _text.Clear();
        _style.Clear();
        float top = float.MaxValue, bottom = float.MinValue;
        for (int i = first; i < end; i++)
        {
            if (i > first) _text.Append('\t');
            LineText.Append(_text, lines[i], _lines, page);
            _style.Add(lines[i], _lines, page);
            top = Math.Min(top, lines[i].Top);
            bottom = Math.Max(bottom, lines[i].Bottom);
        }

        row.Box = page.Directions[row.Direction].ToPage(row.U0, top, row.U1, bottom);
        row.Style = _style.Style;
        row.Flags = _style.Flags | (beginsFlow ? LineFlags.BeginsFlow : LineFlags.None);
        if (row.Is(LineFlags.Artifact)) row.Role = _style.ArtifactRole;
        printed.Letters += _style.Letters;
        document.Add(row, _text.Span);
    }
}
