namespace CseMapper.Pdf.Text.Interpreting;

/// <summary>A marked-content sequence (ISO 32000-2, 14.6) with what it takes over from the sequences around
/// it.</summary>
/// <param name="Tag">Its tag: "P", "Span", "Artifact", …</param>
/// <param name="Id">The MCID of it or the nearest sequence around it, or -1.</param>
/// <param name="Stream">Object number of the form XObject whose content the MCID is counted in, 0 for the page's
/// own.</param>
/// <param name="Artifact">Whether it is decoration, and of what kind (14.8.2.2).</param>
/// <param name="IsHidden">True in layers that are switched off.</param>
internal readonly record struct MarkedContent(string Tag, int Id, int Stream, ArtifactKind Artifact, bool IsHidden)
{
    public static MarkedContent None { get; } = new("", -1, 0, ArtifactKind.None, false);

    /// <summary>Whether it is what an annotation or form field shows.</summary>
    public FieldKind Field { get; init; }
}

/// <summary>What stands on a page besides its content.</summary>
internal enum FieldKind : byte
{
    /// <summary>The page's own content.</summary>
    None,

    /// <summary>A remark, stamp or note.</summary>
    Annotation,

    /// <summary>A form field.</summary>
    FormField,

    /// <summary>A picture described in words; it draws no text.</summary>
    Picture,
}

/// <summary>Content that is no part of the document proper (ISO 32000-2, 14.8.2.2).</summary>
internal enum ArtifactKind : byte
{
    /// <summary>No artifact.</summary>
    None,

    /// <summary>An artifact of no stated kind.</summary>
    Other,

    /// <summary>A running header, or pagination whose place is not stated.</summary>
    Header,

    /// <summary>A running footer.</summary>
    Footer,

    /// <summary>Pagination of any other kind: page numbers, watermarks.</summary>
    Pagination,
}
