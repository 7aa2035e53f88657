using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Styles;

/// <summary>What a run, a paragraph mark or a style says about its letters; null where it leaves a property to its
/// style.</summary>
internal sealed class RunProperties
{
    internal static readonly RunProperties None = new();

    internal string? StyleId { get; private set; }

    internal bool? IsHidden { get; private set; }

    /// <summary>A hidden paragraph mark that joins a heading to the text on its line.</summary>
    internal bool IsStyleSeparator { get; private set; }

    internal bool? IsBold { get; private set; }

    /// <summary>Struck through by hand, once or twice: printed, but not meant to stand.</summary>
    internal bool? IsStruck { get; private set; }

    /// <summary>Half points.</summary>
    internal float? Size { get; private set; }

    internal string? Font { get; private set; }

    /// <summary>A tracked insertion of the paragraph mark or table row.</summary>
    internal bool IsInserted { get; private set; }

    /// <summary>A tracked deletion, so that what follows joins on.</summary>
    internal bool IsDeleted { get; private set; }

    /// <summary>Reads <c>rPr</c>; the reader ends on its last tag.</summary>
    internal static RunProperties Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return None;
        RunProperties properties = new RunProperties();
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
            case "rStyle":
                StyleId = WordXml.Value(reader);
                break;
            case "vanish":
                IsHidden = WordXml.IsOn(reader);
                break;
            case "specVanish":
                IsStyleSeparator = WordXml.IsOn(reader);
                break;
            case "b":
                IsBold = WordXml.IsOn(reader);
                break;
            case "strike" or "dstrike":
                IsStruck = WordXml.IsOn(reader) || IsStruck == true;
                break;
            case "sz":
                Size = float.TryParse(
                    WordXml.Value(reader),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out float size
                )
                    ? size
                    : null;
                break;
            case "rFonts":
                Font = WordXml.Attribute(reader, "ascii") ?? WordXml.Attribute(reader, "hAnsi");
                break;
            case "ins" or "moveTo":
                IsInserted = true;
                break;
            case "del" or "moveFrom":
                IsDeleted = true;
                break;
            case "rPrChange":
                WordXml.SkipInside(reader);
                break;
        }
    }
}
