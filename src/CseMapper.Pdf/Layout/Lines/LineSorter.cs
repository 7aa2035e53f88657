using CseMapper.Pdf.Text;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>Puts the pieces of a line that were drawn out of turn into their order along the line.</summary>
internal static class LineSorter
{
    public static void Sort(ref TextLine line, Span<int> next, Span<TextPiece> pieces)
    {
        (float Place, int Index)[] order = new (float, int)[line.PieceCount];
        int count = 0;
        for (int i = line.Head; i >= 0 && count < order.Length; i = next[i])
            order[count++] = (pieces[i].U0, i);
        Array.Sort(order, 0, count);
        line.Head = order[0].Index;
        line.Tail = order[count - 1].Index;
        for (int i = 0; i + 1 < count; i++)
            next[order[i].Index] = order[i + 1].Index;
        next[line.Tail] = -1;
        line.NeedsSorting = false;
    }
}
