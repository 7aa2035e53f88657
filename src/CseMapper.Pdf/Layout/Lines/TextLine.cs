namespace CseMapper.Pdf.Layout.Lines;

/// <summary>
/// Pieces side by side on one baseline without a gap as wide as between columns: a line of a column, a cell's line, a
/// label. Places are in the frame of its direction.
/// </summary>
internal struct TextLine
{
    public float U0;
    public float U1;

    /// <summary>Where the pen stands after spaces drawn behind its last piece.</summary>
    public float Pen;

    /// <summary>The baseline of its largest letters.</summary>
    public float V;

    /// <summary>The size of its largest letters.</summary>
    public float Size;

    /// <summary>Its first piece; the next follow in <see cref="LineSet.Next"/>.</summary>
    public int Head;

    public int Tail;

    /// <summary>The piece drawn first: its place in the order of the stream.</summary>
    public int Order;

    public int PieceCount;

    /// <summary>The table cell, by the tags, or form field that it stands in; lines of different ones never join. -1
    /// for none.</summary>
    public int Cell;

    public ushort Direction;

    /// <summary>True when it lies under an opaque area.</summary>
    public bool IsCovered;

    /// <summary>True when a piece was put before or between others.</summary>
    public bool NeedsSorting;

    public readonly float Top => V - (0.8f * Size);

    public readonly float Bottom => V + (0.2f * Size);

    public readonly float Width => U1 - U0;
}
