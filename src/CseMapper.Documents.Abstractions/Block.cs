namespace CseMapper.Documents;

/// <summary>Where in a document a block stands.</summary>
/// <param name="Page">Page counted from 1, or null where the format has no pages.</param>
/// <param name="IsPageApproximate">True where the page is where the word processor last broke it, not what a printer
/// does.</param>
/// <param name="Box">The block's place on a PDF page, or null.</param>
public readonly record struct BlockLocation(int? Page, bool IsPageApproximate = false, BlockBox? Box = null);

/// <summary>A place on a PDF page in points (1/72 inch): origin at the top left corner of the page as shown, x to the
/// right, y downwards.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public readonly record struct BlockBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>Extent in x.</summary>
    public float Width => Right - Left;

    /// <summary>Extent in y.</summary>
    public float Height => Bottom - Top;

    /// <summary>The smallest box around both.</summary>
    /// <param name="other">The other box.</param>
    public BlockBox Union(BlockBox other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );
}

/// <summary>What a block is to the printed document.</summary>
public enum BlockRole
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A line of a table of contents or an index.</summary>
    Contents,

    /// <summary>A running header.</summary>
    Header,

    /// <summary>A running footer or page number.</summary>
    Footer,

    /// <summary>A footnote or endnote, after the block that cites it.</summary>
    Note,

    /// <summary>A remark attached to the page, not part of the text.</summary>
    Annotation,

    /// <summary>What was filled into a form field.</summary>
    FormField,

    /// <summary>Text beside the main text: text boxes, side bars, captions of pictures, charts.</summary>
    Aside,
}

/// <summary>A piece of a document in reading order. The family is closed: <see cref="HeadingBlock"/>,
/// <see cref="TextBlock"/>, <see cref="ListItemBlock"/>, <see cref="TableBlock"/>.</summary>
/// <param name="Location">Where it stands.</param>
public abstract record Block(BlockLocation Location)
{
    /// <summary>What it is to the printed document; body by default.</summary>
    public BlockRole Role { get; init; }

    /// <summary>True when its wording holds tracked changes that nobody has accepted yet.</summary>
    public bool HasUnacceptedChanges { get; init; }

    /// <summary>True when its letters come from text recognition of a picture.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>True when its words lie under a drawn box or a redaction that was never applied, so that a reader of the
    /// page does not see them; a table of which a part does.</summary>
    public bool IsCovered { get; init; }

    /// <summary>Where in its text further pages begin; empty for a block on one page and for formats without
    /// pages.</summary>
    public IReadOnlyList<PageStart> PageStarts { get; init; } = [];
}

/// <summary>A place in a block's text at which another page begins.</summary>
/// <param name="Offset">Index of the first character on the page.</param>
/// <param name="Page">The page, counted from 1.</param>
public readonly record struct PageStart(int Offset, int Page);

/// <summary>A heading.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Number">Its number as printed ("4.3", "Appendix A"), without trailing white space, or null.</param>
/// <param name="Text">Its words without the number.</param>
public sealed record HeadingBlock(BlockLocation Location, int Level, string? Number, string Text) : Block(Location)
{
    /// <summary>True when nothing in the file marks it as a heading and it was recognised by its look.</summary>
    public bool IsGuessed { get; init; }
}

/// <summary>A paragraph.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Number">Its clause number as printed ("4.3.2", "7(b)"), or null.</param>
/// <param name="Text">Its words without the number; line breaks inside are '\n', tabs '\t'.</param>
public sealed record TextBlock(BlockLocation Location, string? Number, string Text) : Block(Location);

/// <summary>An item of a list.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Depth">1 for the outermost list.</param>
/// <param name="Label">Bullet or number as printed: "•", "(b)", "iv."; empty where the file marks an item that has
/// none.</param>
/// <param name="Text">Its words without the label.</param>
public sealed record ListItemBlock(BlockLocation Location, int Depth, string Label, string Text) : Block(Location)
{
    /// <summary>The full number an assessor would look for ("7(b)(ii)"), or null for bullets.</summary>
    public string? Number { get; init; }
}

/// <summary>A table, row by row.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Rows">Its rows; cells left to right, a cell that spans several columns stands once with empty cells
/// after it.</param>
/// <param name="HeaderRows">How many of the first rows are column headings; 0 when it has none.</param>
public sealed record TableBlock(BlockLocation Location, IReadOnlyList<TableRow> Rows, int HeaderRows) : Block(Location);

/// <summary>A row of a table.</summary>
/// <param name="Cells">The text of its cells; line breaks inside are '\n'.</param>
/// <param name="Page">The page on which it begins, or null.</param>
public sealed record TableRow(IReadOnlyList<string> Cells, int? Page = null);
