using CseMapper.Documents;

namespace CseMapper.Pdf;

/// <summary>All that a document says.</summary>
/// <param name="Blocks">Its text in reading order, page by page; running headers and footers stand at their place on
/// the page, marked by their role.</param>
/// <param name="Pages">Its pages in order.</param>
public sealed record PdfContent(IReadOnlyList<Block> Blocks, IReadOnlyList<PdfPageContent> Pages);

/// <summary>What is to be said of a page as a whole.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Width">Width of the page as shown, in points.</param>
/// <param name="Height">Height of the page as shown, in points.</param>
/// <param name="State">Whether its text could be read.</param>
/// <param name="Text">
/// Its text line by line as printed, each line ended by '\n', running headers and footers included; words broken at the
/// end of a line made whole. Lines stand in the order in which the file draws them, which is the order of reading in
/// nearly every file; where that order makes no sense, in the order found by looking at the page.
/// </param>
public sealed record PdfPageContent(int Number, float Width, float Height, PdfPageState State, string Text)
{
    /// <summary>How sure text recognition was of the page's words, 0 to 1; null where the file itself holds
    /// them.</summary>
    public float? Confidence { get; init; }
}

/// <summary>Whether a page's text could be read.</summary>
public enum PdfPageState
{
    /// <summary>It has text.</summary>
    HasText,

    /// <summary>It has neither text nor a picture that could hold any.</summary>
    Empty,

    /// <summary>It has no text but a picture that covers most of it: a scan that needs text recognition.</summary>
    NeedsRecognition,

    /// <summary>It has letters, but the file does not tell which.</summary>
    Unreadable,

    /// <summary>It was a scan, or its letters were unknown, and text recognition read it.</summary>
    Recognised,
}
