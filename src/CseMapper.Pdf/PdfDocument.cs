namespace CseMapper.Pdf;

/// <summary>How far a file could be opened.</summary>
public enum PdfOpenStatus
{
    /// <summary>Pages can be read.</summary>
    Opened,

    /// <summary>The file is encrypted and no password given opens it.</summary>
    NeedsPassword,

    /// <summary>The file is no PDF, or nothing of it could be made sense of.</summary>
    Unreadable,
}
