namespace CseMapper.Pdf;

/// <summary>What a block is to the printed document.</summary>
public enum PdfBlockRole
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A line of a table of contents.</summary>
    Contents,

    /// <summary>A running header.</summary>
    Header,

    /// <summary>A running footer or page number.</summary>
    Footer,

    /// <summary>A footnote.</summary>
    Note,

    /// <summary>A remark attached to the page, not part of the text.</summary>
    Annotation,

    /// <summary>What was filled into a form field.</summary>
    FormField,

    /// <summary>Text beside the main text: captions and descriptions of pictures, text that stands at another
    /// angle.</summary>
    Aside,
}

/// <summary>
/// A piece of a document in reading order. The family is closed: <see cref="PdfHeading"/>, <see cref="PdfParagraph"/>,
/// <see cref="PdfListItem"/>, <see cref="PdfTable"/>.
/// </summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Box">Its place on that page; empty for the description of a picture, which the file places
/// nowhere.</param>
public abstract record PdfBlock(int Page, PdfBox Box)
{
    /// <summary>What it is to the printed document; body by default.</summary>
    public PdfBlockRole Role { get; init; }

    /// <summary>True when the tags of the file say what it is; false when its look does.</summary>
    public bool IsTagged { get; init; }

    /// <summary>Where in its text further pages begin; empty for a block on one page.</summary>
    public IReadOnlyList<PdfPageStart> PageStarts { get; init; } = [];
}

/// <summary>A place in a block's text at which another page begins.</summary>
/// <param name="Offset">Index of the first character on the page.</param>
/// <param name="Page">The page, counted from 1.</param>
public readonly record struct PdfPageStart(int Offset, int Page);

/// <summary>A heading.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Box">Its place on that page.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Number">Its number as printed ("4.3", "Appendix A"), or null.</param>
/// <param name="Text">Its words without the number.</param>
public sealed record PdfHeading(int Page, PdfBox Box, int Level, string? Number, string Text) : PdfBlock(Page, Box);

/// <summary>A paragraph, its lines joined and broken words made whole.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Box">Its place on that page.</param>
/// <param name="Number">The clause number it begins with as printed ("4.3.2"), or null.</param>
/// <param name="Text">Its words without the number.</param>
public sealed record PdfParagraph(int Page, PdfBox Box, string? Number, string Text) : PdfBlock(Page, Box);

/// <summary>An item of a list.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Box">Its place on that page.</param>
/// <param name="Depth">1 for the outermost list.</param>
/// <param name="Label">Bullet or number as printed: "•", "(b)", "iv."; empty where the tags name an item that has
/// none.</param>
/// <param name="Text">Its words without the label.</param>
public sealed record PdfListItem(int Page, PdfBox Box, int Depth, string Label, string Text) : PdfBlock(Page, Box);

/// <summary>A table, row by row.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Box">Its place on that page.</param>
/// <param name="Rows">Its rows from top to bottom.</param>
/// <param name="HeaderRows">How many of the first rows are column headings; 0 when it has none.</param>
public sealed record PdfTable(int Page, PdfBox Box, IReadOnlyList<PdfTableRow> Rows, int HeaderRows)
    : PdfBlock(Page, Box);

/// <summary>A row of a table.</summary>
/// <param name="Page">The page on which it begins, counted from 1.</param>
/// <param name="Cells">The text of its cells from left to right, lines parted by '\n'; a cell over several columns
/// stands once, with empty cells after it.</param>
public sealed record PdfTableRow(int Page, IReadOnlyList<string> Cells);
