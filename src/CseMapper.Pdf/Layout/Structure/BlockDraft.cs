using CseMapper.Pdf.Layout.Lines;

namespace CseMapper.Pdf.Layout.Structure;

/// <summary>What kind of block is being made.</summary>
internal enum DraftKind : byte
{
    Paragraph,
    Heading,
    ListItem,
    Table,
}

/// <summary>A block while the document is being understood: lines, and what has been found out about them.</summary>
internal sealed class BlockDraft(DraftKind kind, LineRole role, int line)
{
    public DraftKind Kind { get; set; } = kind;

    public LineRole Role { get; set; } = role;

    /// <summary>Indices into the document's lines, in reading order.</summary>
    public List<int> Lines { get; } = [line];

    /// <summary>Level of a heading or depth of a list item, from 1.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The label that its first line begins with; also of paragraphs and headings that are numbered.</summary>
    public Label Label { get; set; }

    /// <summary>True when the tags of the file say what it is.</summary>
    public bool IsTagged { get; set; }

    /// <summary>Index of its table, for tables.</summary>
    public int Table { get; set; } = -1;
}
