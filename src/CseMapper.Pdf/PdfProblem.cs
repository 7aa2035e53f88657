namespace CseMapper.Pdf;

/// <summary>What kind of trouble a file made; the text was read as far as it goes.</summary>
public enum PdfProblemKind
{
    /// <summary>The file's structure is damaged and was repaired or partly lost.</summary>
    Damaged,

    /// <summary>Parts of the file are gone, and pages may be among them.</summary>
    Lost,

    /// <summary>A limit (size, depth, count) was reached and the rest was left out.</summary>
    LimitReached,

    /// <summary>A font or encoding whose letters cannot be told.</summary>
    UnknownLetters,

    /// <summary>A feature of the format that is not read.</summary>
    Unsupported,

    /// <summary>Something besides the pages is not read: files attached to the document.</summary>
    Omitted,

    /// <summary>Text lies under a drawn box or a redaction that was never applied: nobody sees it on the page, but it
    /// is in the file.</summary>
    Covered,
}

/// <summary>One thing that went wrong, in words for the person who owns the document.</summary>
/// <param name="Kind">The kind of trouble.</param>
/// <param name="Message">A sentence that a person who knows nothing of PDF understands.</param>
/// <param name="Page">The page, counted from 1, or null where it concerns the whole file.</param>
public sealed record PdfProblem(PdfProblemKind Kind, string Message, int? Page = null);
