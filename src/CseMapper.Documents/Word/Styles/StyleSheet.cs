using System.Globalization;
using System.Xml;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.Word.Styles;

/// <summary>The styles of a document, resolved along the chains of what they are based on (ECMA-376 part 1
/// §17.7).</summary>
internal sealed class StyleSheet
{
    private const int MaxChain = 64;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CharacterStyle> _characters = new(StringComparer.Ordinal);
    private RunProperties _defaults = RunProperties.None;
    private string _defaultParagraph = "";

    /// <summary>Letters without any style.</summary>
    private CharacterStyle Defaults =>
        new(
            _defaults.IsHidden ?? false,
            _defaults.IsBold ?? false,
            _defaults.IsStruck ?? false,
            _defaults.Size ?? 20,
            _defaults.Font
        );

    /// <summary>Reads <c>styles.xml</c>; what was read before damage is kept.</summary>
    internal void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "style")
                ReadStyle(reader);
            else if (reader.LocalName == "rPrDefault" && !reader.IsEmptyElement)
                _defaults = ReadDefaults(reader);
            else if (reader.LocalName == "latentStyles")
                WordXml.SkipInside(reader);
        }
    }

    /// <summary>A paragraph style, the default one where the id is null or unknown.</summary>
    internal ParagraphStyle Paragraph(string? id)
    {
        id ??= _defaultParagraph;
        if (!_paragraphs.TryGetValue(id, out ParagraphStyle? style))
            _paragraphs.Add(id, style = ResolveParagraph(id));
        return style;
    }

    /// <summary>A character style's own wishes; nothing where the id is unknown.</summary>
    internal CharacterStyle? Character(string? id)
    {
        if (id is null || !_styles.ContainsKey(id))
            return null;
        if (!_characters.TryGetValue(id, out CharacterStyle? style))
            _characters.Add(id, style = ResolveLetters(id, new CharacterStyle(false, false, false, null, null)));
        return style;
    }

    /// <summary>The list of a numbering style, or null.</summary>
    internal int? ListOf(string? styleId) =>
        styleId is not null && _styles.TryGetValue(styleId, out Style? style) ? style.Paragraph?.ListId : null;

    /// <summary>True where a table style sets the first row apart.</summary>
    internal bool HasFirstRow(string? styleId) =>
        styleId is not null && Chain(styleId).Any(link => link.Style.HasFirstRow);

    private void ReadStyle(XmlReader reader)
    {
        string? id = WordXml.Attribute(reader, "styleId");
        bool isDefault =
            WordXml.Attribute(reader, "default") is "1" or "true" or "on"
            && WordXml.Attribute(reader, "type") == "paragraph";
        Style style = new Style();
        if (!reader.IsEmptyElement)
        {
            int depth = reader.Depth;
            while (WordXml.ReadInside(reader, depth))
            {
                if (reader.NodeType == XmlNodeType.Element)
                    style.Take(reader);
            }
        }

        if (id is null)
            return;
        _styles.TryAdd(id, style);
        if (isDefault)
            _defaultParagraph = id;
    }

    private static RunProperties ReadDefaults(XmlReader reader)
    {
        RunProperties defaults = RunProperties.None;
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPr")
                defaults = RunProperties.Read(reader);
        }

        return defaults;
    }

    private ParagraphStyle ResolveParagraph(string id)
    {
        string name = id;
        int? outline = null,
            listId = null,
            listLevel = null;
        bool? breaks = null;
        string? listStyle = null;
        bool isFirst = true;
        foreach ((string ownId, Style style) in Chain(id))
        {
            if (isFirst && style.Name is not null)
                name = style.Name;
            isFirst = false;
            outline ??= style.Paragraph?.OutlineLevel ?? OutlineByName(style.Name ?? ownId);
            if (listId is null && style.Paragraph?.ListId is { } list)
                (listId, listStyle) = (list, ownId);
            listLevel ??= style.Paragraph?.ListLevel;
            breaks ??= style.Paragraph?.HasPageBreakBefore;
        }

        if (isFirst)
            outline = OutlineByName(id);
        return new ParagraphStyle(
            id,
            name,
            outline,
            listId,
            listLevel,
            listStyle,
            breaks ?? false,
            ResolveLetters(id, Defaults)
        );
    }

    private CharacterStyle ResolveLetters(string id, CharacterStyle fallback)
    {
        bool? isHidden = null,
            isBold = null,
            isStruck = null;
        float? size = null;
        string? font = null;
        foreach ((_, Style style) in Chain(id))
        {
            isHidden ??= style.Letters.IsHidden;
            isBold ??= style.Letters.IsBold;
            isStruck ??= style.Letters.IsStruck;
            size ??= style.Letters.Size;
            font ??= style.Letters.Font;
        }

        return new CharacterStyle(
            isHidden ?? fallback.IsHidden,
            isBold ?? fallback.IsBold,
            isStruck ?? fallback.IsStruck,
            size ?? fallback.Size,
            font ?? fallback.Font
        );
    }

    /// <summary>A style and what it is based on, nearest first; circles end.</summary>
    private IEnumerable<(string Id, Style Style)> Chain(string id)
    {
        string? next = id;
        for (int i = 0; i < MaxChain && next is not null && _styles.TryGetValue(next, out Style? style); i++)
        {
            yield return (next, style);
            next = style.BasedOn == next ? null : style.BasedOn;
        }
    }

    /// <summary>The built-in headings keep their English names in every language of Word, and their level without
    /// saying it.</summary>
    private static int? OutlineByName(string name)
    {
        ReadOnlySpan<char> rest = name.AsSpan();
        if (!rest.StartsWith("heading", StringComparison.OrdinalIgnoreCase))
            return null;
        return
            int.TryParse(rest[7..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int level)
            && level is >= 1 and <= 9
            ? level - 1
            : null;
    }

    private sealed class Style
    {
        internal string? Name { get; private set; }

        internal string? BasedOn { get; private set; }

        internal ParagraphProperties? Paragraph { get; private set; }

        internal RunProperties Letters { get; private set; } = RunProperties.None;

        internal bool HasFirstRow { get; private set; }

        internal void Take(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "name":
                    Name = WordXml.Value(reader);
                    break;
                case "basedOn":
                    BasedOn = WordXml.Value(reader);
                    break;
                case "pPr":
                    Paragraph = ParagraphProperties.Read(reader);
                    break;
                case "rPr":
                    Letters = RunProperties.Read(reader);
                    break;
                case "tblStylePr":
                    HasFirstRow |= WordXml.Attribute(reader, "type") == "firstRow";
                    WordXml.SkipInside(reader);
                    break;
            }
        }
    }
}

/// <summary>A paragraph style with everything it inherits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; English for built-in styles in every language.</param>
/// <param name="OutlineLevel">0 for the outermost heading, 9 or null for body text.</param>
/// <param name="ListId">The list it belongs to, or null.</param>
/// <param name="ListLevel">The list level it asks for, or null.</param>
/// <param name="ListStyle">The style of the chain that names the list.</param>
/// <param name="HasPageBreakBefore">True where it begins a page.</param>
/// <param name="Letters">Its letters.</param>
internal sealed record ParagraphStyle(
    string Id,
    string Name,
    int? OutlineLevel,
    int? ListId,
    int? ListLevel,
    string? ListStyle,
    bool HasPageBreakBefore,
    CharacterStyle Letters
)
{
    /// <summary>True for lines of tables of contents, of figures and of indexes.</summary>
    internal bool IsContents =>
        Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("TOC Heading", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("index ", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("table of figures", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("table of authorities", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the document's title.</summary>
    internal bool IsTitle => Name.Equals("Title", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what stands above a table or below a picture, which heads no text: "caption", "Table
    /// Caption".</summary>
    internal bool IsCaption => Name.Contains("caption", StringComparison.OrdinalIgnoreCase);
}

/// <summary>How a style's letters look.</summary>
/// <param name="IsHidden">Not printed.</param>
/// <param name="IsBold">Bold.</param>
/// <param name="IsStruck">Struck through.</param>
/// <param name="Size">Half points, or null.</param>
/// <param name="Font">Font for Latin letters, or null.</param>
internal sealed record CharacterStyle(bool IsHidden, bool IsBold, bool IsStruck, float? Size, string? Font);
