namespace CseMapper.Pdf.Layout;

/// <summary>Joins a paragraph that goes on in the next column or on the next page.</summary>
internal sealed class BlockJoiner(DocumentText document, TagUse tags)
{
    /// <summary>Sizes of the two halves differ by at most this factor.</summary>
    private const float SameSize = 1.04f;

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
            if (draft.Role == LineRole.Body) open = draft;
        }

        return joined;
    }

    private bool GoesOnIn(BlockDraft open, BlockDraft draft)
    {
        if (open.Kind != DraftKind.Table && draft.Kind != DraftKind.Table && IsSameTag(open, draft)) return true;
        if (open.Kind is DraftKind.Heading or DraftKind.Table || draft.Kind != DraftKind.Paragraph || draft.Label.Kind != LabelKind.None) return false;
        ref PrintedLine last = ref document.Lines[open.Lines[^1]];
        ref PrintedLine first = ref document.Lines[draft.Lines[0]];
        if (first.Flow == last.Flow || first.Direction != last.Direction || first.Page > last.Page + 1) return false;
        if (Math.Max(first.Size, last.Size) > SameSize * Math.Min(first.Size, last.Size)) return false;
        if (last.Is(LineFlags.Bold) != first.Is(LineFlags.Bold)) return false;
        bool isElsewhere = first.Page > last.Page || first.V < last.V || first.U0 > last.U1;
        ReadOnlySpan<char> above = document.TextOf(last).TrimEnd();
        ReadOnlySpan<char> below = document.TextOf(first).TrimStart();
        return isElsewhere && above.Length > 0 && below.Length > 0 && GoesOn(above, below);
    }

    private bool IsSameTag(BlockDraft open, BlockDraft draft)
    {
        int tag = tags.BlockOf(document.Lines[open.Lines[^1]]);
        return tag >= 0 && tag == tags.BlockOf(document.Lines[draft.Lines[0]]) && !draft.Label.IsBullet
            && document.Lines[open.Lines[^1]].Flow != document.Lines[draft.Lines[0]].Flow;
    }

    /// <summary>No end of a sentence above and a small letter below, or a word broken between.</summary>
    private static bool GoesOn(ReadOnlySpan<char> above, ReadOnlySpan<char> below)
    {
        char last = above[^1];
        if (last is '.' or '!' or '?' or ':' or ';') return false;
        return char.IsLower(below[0]) || (last is ',' or '-' or '\u00AD' && char.IsLetterOrDigit(below[0]));
    }
}
