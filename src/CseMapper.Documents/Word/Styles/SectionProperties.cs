using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Styles;

/// <summary>A section: its running headers and footers, and how it begins.</summary>
internal sealed class SectionProperties
{
    private readonly List<(bool IsHeader, string Type, string Id)> _references = [];

    /// <summary>Headers and footers by relationship id; the type is "default", "first" or "even".</summary>
    internal IReadOnlyList<(bool IsHeader, string Type, string Id)> References => _references;

    /// <summary>True where the first page has headers of its own.</summary>
    internal bool HasTitlePage { get; private set; }

    /// <summary>True where it begins on a new page.</summary>
    internal bool StartsPage { get; private set; } = true;

    /// <summary>Reads <c>sectPr</c>; the reader ends on its last tag.</summary>
    internal static SectionProperties Read(XmlReader reader)
    {
        SectionProperties section = new SectionProperties();
        if (reader.IsEmptyElement)
            return section;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
                section.Take(reader);
        }

        return section;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "headerReference" or "footerReference":
                if (WordXml.Attribute(reader, "id") is { } id && _references.Count < 64)
                {
                    _references.Add(
                        (reader.LocalName == "headerReference", WordXml.Attribute(reader, "type") ?? "default", id)
                    );
                }

                break;
            case "titlePg":
                HasTitlePage = WordXml.IsOn(reader);
                break;
            case "type":
                StartsPage = WordXml.Value(reader) is not ("continuous" or "nextColumn");
                break;
            case "sectPrChange":
                WordXml.SkipInside(reader);
                break;
        }
    }
}
