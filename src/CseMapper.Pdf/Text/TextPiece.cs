namespace CseMapper.Pdf.Text;

/// <summary>What is special about a piece of text.</summary>
[Flags]
internal enum PieceFlags : ushort
{
    None = 0,

    /// <summary>The content stream draws a space before it.</summary>
    SpaceBefore = 1,

    /// <summary>Text rendering mode 3: the text layer of a scanned page.</summary>
    Invisible = 1 << 1,

    /// <summary>Filled with white.</summary>
    White = 1 << 2,

    /// <summary>Outside the clipping path, so that a viewer does not show it.</summary>
    Clipped = 1 << 3,

    /// <summary>Its letters come from /ActualText.</summary>
    Replaced = 1 << 4,

    /// <summary>Drawn a second time over itself, or otherwise not to be read.</summary>
    Removed = 1 << 5,

    /// <summary>Raised above the line of its neighbours and smaller: a reference to a note, "st" of "1st".</summary>
    Raised = 1 << 6,

    /// <summary>Set below the line of its neighbours and smaller.</summary>
    Lowered = 1 << 7,

    /// <summary>Holds characters that the font cannot name.</summary>
    UnknownLetters = 1 << 8,

    /// <summary>Under an opaque area drawn later, or marked for redaction: a reader of the page does not see it.</summary>
    Covered = 1 << 9,
}

/// <summary>
/// Letters drawn side by side without a gap, in one style: a word or a part of one. Places are in the frame of its
/// <see cref="TextDirection"/>; a struct, because pages hold thousands.
/// </summary>
internal struct TextPiece
{
    /// <summary>Where it begins along the line.</summary>
    public float U0;

    /// <summary>Where its last letter ends.</summary>
    public float U1;

    /// <summary>Where the pen stands after spaces drawn behind it; at least <see cref="U1"/>.</summary>
    public float Pen;

    /// <summary>The baseline.</summary>
    public float V;

    /// <summary>Height of the font's em in points, as shown.</summary>
    public float Size;

    /// <summary>Extra space that the stream puts after every letter, in points.</summary>
    public float Tracking;

    public int TextStart;

    public int TextLength;

    /// <summary>Index into <see cref="PageText.Marks"/>.</summary>
    public int Mark;

    /// <summary>Index into the document's styles.</summary>
    public ushort Style;

    /// <summary>Index into <see cref="PageText.Fonts"/>.</summary>
    public ushort Font;

    /// <summary>Index into <see cref="PageText.Directions"/>.</summary>
    public ushort Direction;

    public PieceFlags Flags;

    /// <summary>Index of its first letter that is struck out.</summary>
    public ushort StruckFrom;

    /// <summary>Index behind the last letter that is struck out; 0 where none is.</summary>
    public ushort StruckTo;

    public readonly float Width => U1 - U0;

    public readonly bool Is(PieceFlags flag) => (Flags & flag) != 0;
}
