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

    private int _width = 11_906;
    private int _height = 16_838;
    private int _sides = 2 * 1440;
    private int _ends = 2 * 1440;
    private int _columns = 1;

    /// <summary>Points from the left to the right edge of a column of text.</summary>
    internal double ColumnWidth => Math.Clamp((_width - _sides) / 20d / _columns, 72, 2000);

    /// <summary>Points that the columns of a page together are long.</summary>
    internal double ColumnHeight => Math.Clamp((_height - _ends) / 20d, 144, 2000) * _columns;

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
            case "pgSz":
                _width = WordXml.Number(WordXml.Attribute(reader, "w")) ?? _width;
                _height = WordXml.Number(WordXml.Attribute(reader, "h")) ?? _height;
                break;
            case "pgMar":
                _sides = Margin(reader, "left") + Margin(reader, "right");
                _ends = Margin(reader, "top") + Margin(reader, "bottom");
                break;
            case "cols":
                _columns = Math.Clamp(WordXml.Number(WordXml.Attribute(reader, "num")) ?? 1, 1, 4);
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

    private static int Margin(XmlReader reader, string side) =>
        Math.Abs(Math.Clamp(WordXml.Number(WordXml.Attribute(reader, side)) ?? 1440, -7200, 7200));
}
