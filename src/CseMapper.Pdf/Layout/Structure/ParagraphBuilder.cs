using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tags;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>
/// Groups the lines of each flow to paragraphs, list items and single lines. A paragraph ends where its look changes,
/// where the step to the next line is wider than usual, where the next line is set in or begins with a label, or where
/// a line ends so early that the next word would have fitted.
/// </summary>
internal sealed class ParagraphBuilder(DocumentText document, Leading leading, TagUse tags, BodyStyle body)
{
    /// <summary>A step wider than the usual by this factor parts paragraphs.</summary>
    private const float WideStep = 1.22f;

    /// <summary>Sizes of one paragraph differ by at most this factor.</summary>
    private const float SameSize = 1.08f;

    /// <summary>Setting in by this share of the size is on purpose.</summary>
    private const float Indent = 0.8f;

    /// <summary>A clause hangs at most this many sizes.</summary>
    private const float Hanging = 8f;

    /// <summary>A step wider than the usual by this factor parts even lines of one tag.</summary>
    private const float FarStep = 2.2f;

    /// <summary>Shorter lines are those of addresses and title blocks.</summary>
    private const int FewWords = 4;

    /// <summary>Lines of ragged type are left this many sizes short of what would fit.</summary>
    private const float LittleRoom = 0.8f;

    /// <summary>Type larger than the body by this factor is a title's.</summary>
    private const float TitleSize = 1.12f;

    private readonly List<BlockDraft> _drafts = [];
    private readonly Dictionary<int, BlockDraft> _draftOfTable = [];
    private readonly List<int> _flow = [];
    private float _rightEdge;
    private float _pageEdge;

    public List<BlockDraft> Build()
    {
        Span<PrintedLine> lines = document.Lines;
        int i = 0;
        while (i < lines.Length)
        {
            int end = i + 1;
            while (end < lines.Length && BelongTogether(lines[i], lines[end]))
                end++;
            _flow.Clear();
            for (int line = i; line < end; line++)
                _flow.Add(line);
            if (lines[i].Table >= 0)
                AddTableLines(lines[i].Table);
            else if (lines[i].Role is not (LineRole.FormField or LineRole.Annotation or LineRole.Repeated))
                AddFlow(_flow, _drafts, float.MinValue);
            i = end;
        }

        return _drafts;
    }

    /// <summary>The paragraphs of a table's cell.</summary>
    /// <param name="lines">The cell's lines in order.</param>
    /// <param name="rightEdge">Where the cell's text ends.</param>
    public List<BlockDraft> BuildCell(List<int> lines, float rightEdge)
    {
        List<BlockDraft> drafts = [];
        AddFlow(lines, drafts, rightEdge);
        return drafts;
    }

    private static bool BelongTogether(in PrintedLine first, in PrintedLine line) =>
        line.Flow == first.Flow && line.Page == first.Page && line.Role == first.Role && line.Table == first.Table;

    /// <summary>A table's lines make one block at the place of the first, also those on further pages.</summary>
    private void AddTableLines(int table)
    {
        if (!_draftOfTable.TryGetValue(table, out BlockDraft? draft))
        {
            draft = new BlockDraft(DraftKind.Table, document.Lines[_flow[0]].Role, _flow[0]) { Table = table };
            draft.Lines.Clear();
            _draftOfTable.Add(table, draft);
            _drafts.Add(draft);
        }

        draft.Lines.AddRange(_flow);
    }

    private void AddFlow(List<int> flow, List<BlockDraft> drafts, float rightEdge)
    {
        Span<PrintedLine> lines = document.Lines;
        _rightEdge = rightEdge;
        foreach (int i in flow)
            _rightEdge = Math.Max(_rightEdge, lines[i].U1);
        _pageEdge = rightEdge == float.MinValue ? SparsePage.EdgeOf(document, flow, _rightEdge) : _rightEdge;
        BlockDraft? open = null;
        foreach (int i in flow)
        {
            Label label = LabelSyntax.Read(document.TextOf(lines[i]));
            if (open is not null && !Ends(open, i, label))
            {
                open.Lines.Add(i);
                continue;
            }

            open = new BlockDraft(
                label.Kind == LabelKind.None ? DraftKind.Paragraph : DraftKind.ListItem,
                lines[i].Role,
                i
            )
            {
                Label = label,
            };
            drafts.Add(open);
        }
    }

    private bool Ends(BlockDraft open, int next, in Label label)
    {
        Span<PrintedLine> lines = document.Lines;
        ref PrintedLine last = ref lines[open.Lines[^1]];
        ref PrintedLine line = ref lines[next];
        float size = Math.Max(last.Size, line.Size);
        if (last.Role == LineRole.Contents || last.Is(LineFlags.Covered) != line.Is(LineFlags.Covered))
            return true;
        if (tags.BlockOf(last) >= 0 && tags.BlockOf(line) >= 0)
            return EndsByTag(open, last, line, label);
        if (size > SameSize * Math.Min(last.Size, line.Size))
            return true;
        float step = line.V - last.V;
        if (step > WideStep * leading.Of(line.Size))
            return true;
        if (last.Is(LineFlags.Bold) != line.Is(LineFlags.Bold) && ChangesWeight(open, last, line))
            return true;
        if (BeginsFact(open, line))
            return true;
        if (label.Kind != LabelKind.None && IsLabelOnPurpose(open, last, line, label))
            return true;
        if (IsSetIn(open, line))
            return true;
        return IsShort(last, line) && !GoesOn(last, line);
    }

    /// <summary>The author's paragraphs, unless one tag plainly holds several.</summary>
    private bool EndsByTag(BlockDraft open, in PrintedLine last, in PrintedLine line, in Label label)
    {
        if (last.Tag != line.Tag)
            return true;
        if (BeginsFact(open, line) && IsShort(last, line))
            return true;
        bool isFar = line.Page == last.Page && line.V - last.V > FarStep * leading.Of(line.Size);
        return isFar || (label.IsBullet && line.TextU > line.U0);
    }

    /// <summary>"Version: 3" below "Owner: Head of Service": lines of a title block.</summary>
    private bool BeginsFact(BlockDraft open, in PrintedLine line) =>
        TitleBlock.IsFact(document.TextOf(line)) && TitleBlock.IsFact(document.TextOf(document.Lines[open.Lines[0]]));

    /// <summary>A line all bold below one that is not, or the other way, parts a heading from text unless a bold phrase
    /// merely fills the line.</summary>
    private bool ChangesWeight(BlockDraft open, in PrintedLine last, in PrintedLine line)
    {
        bool isHeadingAbove = last.Is(LineFlags.Bold) && AllBold(open);
        return isHeadingAbove ? IsShort(last, line) || !GoesOn(last, line) : !GoesOn(last, line);
    }

    private bool AllBold(BlockDraft open)
    {
        foreach (int i in open.Lines)
        {
            if (!document.Lines[i].Is(LineFlags.Bold))
                return false;
        }

        return true;
    }

    /// <summary>"4." at the start of a line may be the end of a sentence: it needs a sign that the writer began
    /// something.</summary>
    private bool IsLabelOnPurpose(BlockDraft open, in PrintedLine last, in PrintedLine line, in Label label)
    {
        bool hasTab = line.TextU > line.U0;
        if (
            hasTab
            || (
                label.IsBullet && label.Length == 1 && document.TextOf(line)[0] is not ('-' or '–' or '—' or '−' or '*')
            )
        )
        {
            return true;
        }

        ReadOnlySpan<char> above = document.TextOf(last).TrimEnd();
        bool isEnded = above.Length > 0 && above[^1] is '.' or ':' or ';' or '!' or '?' or ')';
        if (
            open.Label.Kind == label.Kind
            && (label.IsBullet || label.Value == open.Label.Value + 1)
            && Math.Abs(line.U0 - document.Lines[open.Lines[0]].U0) < line.Size
        )
        {
            return true;
        }

        return isEnded || IsShort(last, line);
    }

    /// <summary>True when the line begins at another place than the lines above it that are not first lines.</summary>
    private bool IsSetIn(BlockDraft open, in PrintedLine line)
    {
        ref PrintedLine first = ref document.Lines[open.Lines[0]];
        if (open.Lines.Count >= 2)
        {
            float edge = document.Lines[open.Lines[1]].U0;
            // Below an initial or a picture the text goes on further left.
            if (line.U0 < edge && GoesOn(document.Lines[open.Lines[^1]], line))
                return false;
            return Math.Abs(line.U0 - edge) > Indent * line.Size && !IsCentred(first, line);
        }

        // The second line of an item stands below its text or its label; of a paragraph, at its edge or left of a first
        // line that is set in.
        if (open.Label.Kind != LabelKind.None)
            return line.U0 < first.U0 - (Indent * line.Size);
        // Below a full line that goes on, the clause merely hangs.
        bool hangs =
            !IsShort(first, line) && !Ended(document.TextOf(first)) && line.U0 < first.U0 + (Hanging * line.Size);
        return line.U0 > first.U0 + (Indent * line.Size) && !IsCentred(first, line) && !hangs;
    }

    private static bool IsCentred(in PrintedLine one, in PrintedLine two) =>
        Math.Abs(one.U0 + one.U1 - two.U0 - two.U1) < one.Size;

    /// <summary>True when the first word of the next line would have fitted at the end of this one.</summary>
    private bool IsShort(in PrintedLine last, in PrintedLine next)
    {
        ReadOnlySpan<char> text = document.TextOf(next);
        float width = next.U1 - next.U0;
        float needed = Phrases.FirstWordWidth(text, width) + (1.5f * width / Math.Max(1, text.Length));
        // Where the sentence is not at its end, a line that lacks little is full.
        ReadOnlySpan<char> above = document.TextOf(last);
        if (above.Count(' ') >= FewWords && !Ended(above))
            needed += LittleRoom * next.Size;
        // A title is set over several lines as its writer likes.
        return last.U1 + needed < (last.Size > TitleSize * body.Size ? _rightEdge : _pageEdge);
    }

    private static bool Ended(ReadOnlySpan<char> above) =>
        above.TrimEnd(" \t~") is [] or [.., '.' or ':' or ';' or '!' or '?' or ')' or '”' or '"'];

    /// <summary>The sentence plainly goes on: no end above, a small letter below.</summary>
    private bool GoesOn(in PrintedLine last, in PrintedLine next)
    {
        ReadOnlySpan<char> above = document.TextOf(last).TrimEnd(" \t~");
        ReadOnlySpan<char> below = document.TextOf(next).TrimStart(" \t~");
        if (above.IsEmpty || below.IsEmpty)
            return false;
        return char.IsLower(below[0]) && above[^1] is not ('.' or ':' or ';' or '!' or '?');
    }
}
