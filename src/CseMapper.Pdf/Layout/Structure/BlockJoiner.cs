using CseMapper.Pdf.Layout.Lines;
using CseMapper.Pdf.Layout.Tags;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Joins a paragraph that goes on in the next column or on the next page.</summary>
internal sealed class BlockJoiner
{
    /// <summary>Sizes of the two halves differ by at most this factor.</summary>
    private const float SameSize = 1.04f;

    /// <summary>Of fewer lines nobody can tell whether they are justified.</summary>
    private const int FewLines = 5;

    private readonly DocumentText _document;
    private readonly TagUse _tags;

    /// <summary>Share of a column's lines that end at its right edge where it is justified.</summary>
    private const float JustifiedShare = 0.6f;

    /// <summary>Lines of a justified column end at most this many points before its edge.</summary>
    private const float AtEdge = 1f;

    private readonly float[] _rightEdges;
    private readonly (int Full, int Count)[] _fill;

    public BlockJoiner(DocumentText document, TagUse tags)
    {
        _document = document;
        _tags = tags;
        _rightEdges = new float[document.FlowCount + 1];
        foreach (ref PrintedLine line in document.Lines)
            _rightEdges[line.Flow] = Math.Max(_rightEdges[line.Flow], line.U1);
        _fill = new (int, int)[_rightEdges.Length];
        foreach (ref PrintedLine line in document.Lines)
        {
            _fill[line.Flow].Count++;
            if (IsAtEdge(line))
                _fill[line.Flow].Full++;
        }
    }

    public List<BlockDraft> Join(List<BlockDraft> drafts)
    {
        BlockDraft? open = null;
        List<BlockDraft> joined = new(drafts.Count);
        foreach (BlockDraft draft in drafts)
        {
            if (open is not null && draft.Role == LineRole.Body && GoesOnIn(open, draft))
            {
                open.Lines.AddRange(draft.Lines);
                continue;
            }

            joined.Add(draft);
            if (draft.Role == LineRole.Body && !_document.Lines[draft.Lines[0]].Is(LineFlags.Covered))
                open = draft;
        }

        return joined;
    }

    private bool GoesOnIn(BlockDraft open, BlockDraft draft)
    {
        if (
            _document.Lines[open.Lines[^1]].Is(LineFlags.Covered)
            != _document.Lines[draft.Lines[0]].Is(LineFlags.Covered)
        )
        {
            return false;
        }

        if (open.Kind != DraftKind.Table && draft.Kind != DraftKind.Table && IsSameTag(open, draft))
            return true;
        if (
            open.Kind is DraftKind.Heading or DraftKind.Table
            || draft.Kind != DraftKind.Paragraph
            || draft.Label.Kind != LabelKind.None
        )
        {
            return false;
        }

        ref PrintedLine last = ref _document.Lines[open.Lines[^1]];
        ref PrintedLine first = ref _document.Lines[draft.Lines[0]];
        if (first.Flow == last.Flow || first.Direction != last.Direction || first.Page > last.Page + 1)
            return false;
        if (Math.Max(first.Size, last.Size) > SameSize * Math.Min(first.Size, last.Size))
            return false;
        if (last.Is(LineFlags.Bold) != first.Is(LineFlags.Bold))
            return false;
        bool isElsewhere = first.Page > last.Page || first.V < last.V || first.U0 > last.U1;
        ReadOnlySpan<char> above = _document.TextOf(last).TrimEnd(" \t~");
        ReadOnlySpan<char> below = _document.TextOf(first).TrimStart(" \t~");
        if (!isElsewhere || above.Length == 0 || below.Length == 0)
            return false;
        return GoesOn(above, below)
            || EndsByChance(open, draft)
            || (
                char.IsLetterOrDigit(above[^1])
                && open.Kind == DraftKind.Paragraph
                && open.Lines.Count > 2
                && draft.Lines.Count > 1
                && IsFull(last, first, below)
            );
    }

    /// <summary>
    /// In justified type the last line of a paragraph hardly ever ends at the edge, so that a sentence that does merely
    /// ends with its line. What goes on below is not set in.
    /// </summary>
    private bool EndsByChance(BlockDraft open, BlockDraft draft)
    {
        ref PrintedLine last = ref _document.Lines[open.Lines[^1]];
        ref PrintedLine first = ref _document.Lines[draft.Lines[0]];
        if (open.Lines.Count < 2 || !IsAtEdge(last) || !IsJustified(last.Flow) || !IsJustified(first.Flow))
            return false;
        return draft.Lines.Count > 1
            && Math.Abs(first.U0 - _document.Lines[draft.Lines[1]].U0) < 0.5f * first.Size
            && IsAtEdge(first);
    }

    private bool IsAtEdge(in PrintedLine line) => line.U1 > _rightEdges[line.Flow] - AtEdge;

    private bool IsJustified(int flow) =>
        _fill[flow].Count >= FewLines && _fill[flow].Full >= JustifiedShare * _fill[flow].Count;

    /// <summary>The first word of the next line would not have fitted on this one: nothing says that the paragraph
    /// ended.</summary>
    private bool IsFull(in PrintedLine last, in PrintedLine next, ReadOnlySpan<char> below)
    {
        float width = next.U1 - next.U0;
        return last.U1 + Phrases.FirstWordWidth(below, width) + (width / below.Length) > _rightEdges[last.Flow];
    }

    private bool IsSameTag(BlockDraft open, BlockDraft draft)
    {
        int tag = _tags.BlockOf(_document.Lines[open.Lines[^1]]);
        return tag >= 0
            && tag == _tags.BlockOf(_document.Lines[draft.Lines[0]])
            && !draft.Label.IsBullet
            && _document.Lines[open.Lines[^1]].Flow != _document.Lines[draft.Lines[0]].Flow;
    }

    /// <summary>No end of a sentence above and a small letter below, or a word broken between.</summary>
    private static bool GoesOn(ReadOnlySpan<char> above, ReadOnlySpan<char> below)
    {
        char last = above[^1];
        if (last is '.' or '!' or '?' or ':' or ';')
            return false;
        return char.IsLower(below[0]) || (last is ',' or '-' or '\u00AD' && char.IsLetterOrDigit(below[0]));
    }
}
