namespace CseMapper.Documents.Word.Packages;

/// <summary>The markup languages that a part of a Word file mixes.</summary>
internal enum NameFamily
{
    Other,
    Word,
    Compatibility,
    Math,
    Drawing,
    Picture,
    Chart,
    Diagram,
    Vml,
}

/// <summary>Namespaces, transitional and strict alike (ECMA-376 parts 1 and 4).</summary>
internal static class WordNames
{
    /// <summary>The family of a namespace.</summary>
    internal static NameFamily FamilyOf(string space) =>
        space switch
        {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            or "http://purl.oclc.org/ooxml/wordprocessingml/main" => NameFamily.Word,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => NameFamily.Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            or "http://purl.oclc.org/ooxml/officeDocument/math" => NameFamily.Math,
            "http://schemas.openxmlformats.org/drawingml/2006/main" or "http://purl.oclc.org/ooxml/drawingml/main" =>
                NameFamily.Drawing,
            "http://schemas.openxmlformats.org/drawingml/2006/picture"
            or "http://purl.oclc.org/ooxml/drawingml/picture" => NameFamily.Picture,
            "http://schemas.openxmlformats.org/drawingml/2006/chart" or "http://purl.oclc.org/ooxml/drawingml/chart" =>
                NameFamily.Chart,
            "http://schemas.microsoft.com/office/drawing/2014/chartex" => NameFamily.Chart,
            "http://schemas.openxmlformats.org/drawingml/2006/diagram"
            or "http://purl.oclc.org/ooxml/drawingml/diagram" => NameFamily.Diagram,
            "urn:schemas-microsoft-com:vml" => NameFamily.Vml,
            // Word 2007 before its release counted the year's drafts.
            _ when space.StartsWith(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/",
                    StringComparison.Ordinal
                ) && space.EndsWith("/main", StringComparison.Ordinal) => NameFamily.Word,
            _ => NameFamily.Other,
        };
}
