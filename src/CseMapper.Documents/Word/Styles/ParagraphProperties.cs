using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Styles;

/// <summary>What a paragraph or a paragraph style says about itself; null where it leaves a property to its
/// style.</summary>
internal sealed class ParagraphProperties
{
    internal string? StyleId { get; private set; }

    internal int? ListId { get; private set; }

    internal int? ListLevel { get; private set; }

    /// <summary>0 for the outermost heading, 9 for body text.</summary>
    internal int? OutlineLevel { get; private set; }

    internal bool? HasPageBreakBefore { get; private set; }

    internal bool IsCentred { get; private set; }

    /// <summary>True for a large first letter in a frame of its own, whose word goes on in the next
    /// paragraph.</summary>
    internal bool IsDropCap { get; private set; }

    /// <summary>The paragraph mark's own formatting, which its number takes over.</summary>
    internal RunProperties Mark { get; private set; } = RunProperties.None;

    /// <summary>The section that ends with this paragraph, or null.</summary>
    internal SectionProperties? Section { get; private set; }

    /// <summary>Reads <c>pPr</c>; the reader ends on its last tag.</summary>
    internal static ParagraphProperties Read(XmlReader reader)
    {
        ParagraphProperties properties = new ParagraphProperties();
        if (reader.IsEmptyElement)
            return properties;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Element)
                properties.Take(reader);
        }

        return properties;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "pStyle":
                StyleId = WordXml.Value(reader);
                break;
            case "ilvl":
                ListLevel = WordXml.Number(WordXml.Value(reader)) is { } level ? Math.Clamp(level, 0, 8) : null;
                break;
            case "numId":
                ListId = WordXml.Number(WordXml.Value(reader));
                break;
            case "outlineLvl":
                OutlineLevel = WordXml.Number(WordXml.Value(reader)) is { } outline ? Math.Clamp(outline, 0, 9) : null;
                break;
            case "pageBreakBefore":
                HasPageBreakBefore = WordXml.IsOn(reader);
                break;
            case "framePr":
                IsDropCap = WordXml.Attribute(reader, "dropCap") is "drop" or "margin";
                break;
            case "jc":
                IsCentred = WordXml.Value(reader) == "center";
                break;
            case "rPr":
                Mark = RunProperties.Read(reader);
                break;
            case "sectPr":
                Section = SectionProperties.Read(reader);
                break;
            case "pPrChange" or "numberingChange":
                WordXml.SkipInside(reader);
                break;
        }
    }
}
