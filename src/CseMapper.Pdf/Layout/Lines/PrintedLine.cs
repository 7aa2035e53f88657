using CseMapper.Documents;

namespace CseMapper.Pdf.Layout.Lines;

/// <summary>What a line is to the page.</summary>
internal enum LineRole : byte
{
    Body,
    Header,
    Footer,
    Note,
    Contents,
    Annotation,
    FormField,

    /// <summary>A table's column headings printed again on a further page: in the page's text, but in no
    /// block.</summary>
    Repeated,
}

/// <summary>What is special about a line.</summary>
[Flags]
internal enum LineFlags : byte
{
    None = 0,

    /// <summary>All its letters are bold.</summary>
    Bold = 1,

    /// <summary>A rule runs below its words.</summary>
    Underlined = 2,

    /// <summary>It lies under an opaque area, or is marked for redaction.</summary>
    Covered = 4,
}

/// <summary>
/// A line as the analysis of the whole document keeps it, long after the page's letters are gone. Places along and
/// across are in the frame of its direction, the box is the page's.
/// </summary>
internal struct PrintedLine
{
    public int Page;
    public int TextStart;
    public int TextLength;
    public BlockBox Box;
    public float U0;
    public float U1;

    /// <summary>Where the text behind a label or tab begins; U0 where there is none.</summary>
    public float TextU;

    public float V;
    public float Size;

    /// <summary>0 for upright; lines of other directions never join upright ones.</summary>
    public ushort Direction;

    public LineFlags Flags;
    public LineRole Role;

    /// <summary>The flow it belongs to, counted over the document.</summary>
    public int Flow;

    /// <summary>Its place in the order in which the page draws its lines.</summary>
    public int StreamOrder;

    /// <summary>Index into the document's tables, or -1.</summary>
    public int Table;

    /// <summary>Its cell: row times the number of columns plus column.</summary>
    public int Cell;

    /// <summary>Index into the document's tags, or -1.</summary>
    public int Tag;

    public readonly bool Is(LineFlags flag) => (Flags & flag) != 0;
}
