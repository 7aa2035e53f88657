using System.Xml;
using CseMapper.Documents.Containers;
using CseMapper.Documents.Word.Packages;

namespace CseMapper.Documents.OpenDocument;

/// <summary>How letters and shapes of an OpenDocument file look by their styles (ODF 1.3 part 3, 20.243 text:display and
/// 20.382 style:text-line-through-style).</summary>
internal sealed class OdtLooks
{
    private const int MostAncestors = 64;
    private readonly Dictionary<(string Family, string Name), Style> _styles = [];
    private Style? _open;

    /// <summary>Reads the styles that stand outside of the content.</summary>
    public static OdtLooks Read(PackageXml package)
    {
        OdtLooks looks = new();
        package.Read(
            "styles.xml",
            "the styles",
            reader =>
            {
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (reader.NodeType == XmlNodeType.Element)
                        looks.Take(reader);
                }
            }
        );
        return looks;
    }

    /// <summary>Takes in an element of the styles.</summary>
    /// <param name="reader">Stands at the element.</param>
    public void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "style" when WordXml.Attribute(reader, "name") is { } name:
                _styles[(WordXml.Attribute(reader, "family") ?? "", name)] = _open = new Style(
                    WordXml.Attribute(reader, "parent-style-name")
                );
                break;
            case "default-style":
                _styles[(WordXml.Attribute(reader, "family") ?? "", "")] = _open = new Style(null);
                break;
            case "table-properties" when _open is not null:
                _open.IsGone ??= WordXml.Attribute(reader, "display") is { } shown ? shown == "false" : null;
                break;
            case "drawing-page-properties" when _open is not null:
                _open.IsGone ??= WordXml.Attribute(reader, "visibility") is { } visible ? visible == "hidden" : null;
                break;
            case "text-properties" when _open is not null:
                _open.IsHidden ??= IsHidden(WordXml.Attribute(reader, "display"));
                _open.IsStruck ??= IsStruck(
                    WordXml.Attribute(reader, "text-line-through-style"),
                    WordXml.Attribute(reader, "text-line-through-type")
                );
                break;
            default:
                break;
        }
    }

    /// <summary>Letters of a style inside of others.</summary>
    /// <param name="outer">How they look without it.</param>
    /// <param name="family">"text" or "paragraph".</param>
    /// <param name="name">The style's name, or null for none.</param>
    public OdtLook With(OdtLook outer, string family, string? name)
    {
        bool? isHidden = null;
        bool? isStruck = null;
        for (
            int i = 0;
            i < MostAncestors && name is not null && _styles.TryGetValue((family, name), out Style? style);
            i++
        )
        {
            isHidden ??= style.IsHidden;
            isStruck ??= style.IsStruck;
            name = style.Parent ?? (name.Length > 0 ? "" : null);
        }

        return new OdtLook(isHidden ?? outer.IsHidden, isStruck ?? outer.IsStruck);
    }

    /// <summary>True for a sheet or slide whose style takes it out of what is shown.</summary>
    /// <param name="family">"table" or "drawing-page".</param>
    /// <param name="name">The style's name, or null for none.</param>
    public bool IsHidden(string family, string? name) =>
        name is not null && _styles.TryGetValue((family, name), out Style? style) && style.IsGone == true;

    private static bool? IsHidden(string? display) => display is null ? null : display == "none";

    private static bool? IsStruck(string? style, string? type) =>
        (style, type) switch
        {
            (null, null) => null,
            (null, _) => type != "none",
            _ => style != "none",
        };

    private sealed class Style(string? parent)
    {
        public string? Parent { get; } = parent;

        public bool? IsHidden { get; set; }

        public bool? IsStruck { get; set; }

        public bool? IsGone { get; set; }
    }
}

/// <summary>How letters look.</summary>
/// <param name="IsHidden">Not printed.</param>
/// <param name="IsStruck">A line goes through them.</param>
internal readonly record struct OdtLook(bool IsHidden, bool IsStruck);
