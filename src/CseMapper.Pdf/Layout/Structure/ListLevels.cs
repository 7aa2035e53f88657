using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>Finds how deep list items are nested, by how far they are set in and by the kind of their labels.</summary>
internal sealed class ListLevels(DocumentText document)
{
    private readonly List<(float U, LabelKind Kind)> _open = [];

    public void Mark(List<BlockDraft> drafts)
    {
        foreach (BlockDraft draft in drafts)
        {
            if (draft.Role != LineRole.Body)
                continue;
            if (draft.Kind is DraftKind.Heading or DraftKind.Table)
            {
                _open.Clear();
            }
            else if (draft.Kind == DraftKind.ListItem && !draft.IsTagged)
            {
                draft.Level = Enter(draft);
            }
            else if (
                _open.Count > 0
                && document.Lines[draft.Lines[0]].U0 < _open[0].U - document.Lines[draft.Lines[0]].Size
            )
            {
                _open.Clear();
            }
        }
    }

    private int Enter(BlockDraft draft)
    {
        ref PrintedLine line = ref document.Lines[draft.Lines[0]];
        float near = 0.6f * line.Size;
        float u = line.U0;
        while (_open.Count > 0 && u < _open[^1].U - near)
            _open.RemoveAt(_open.Count - 1);
        LabelKind kind = draft.Label.Kind;
        if (_open.Count > 0 && Math.Abs(u - _open[^1].U) <= near)
        {
            int same = _open.FindLastIndex(outer => outer.Kind == kind && Math.Abs(outer.U - u) <= near);
            if (same >= 0)
            {
                _open.RemoveRange(same + 1, _open.Count - same - 1);
                return _open.Count;
            }
        }

        _open.Add((u, kind));
        return _open.Count;
    }
}
