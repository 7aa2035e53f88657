using System.Text;
using System.Xml;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word.Packages;

/// <summary>What a package says about itself outside its text: title, author, dates, company, and what the organisation
/// added.</summary>
internal static class PackageProperties
{
    private const int MaxProperties = 500;
    private const int LongestValue = 4096;

    private static readonly string[] _kinds = ["core-properties", "extended-properties", "custom-properties"];

    /// <summary>Reads them by name, "title", "Company"; empty ones are left out.</summary>
    internal static IReadOnlyDictionary<string, string> Read(WordContext context)
    {
        SortedDictionary<string, string> properties = new SortedDictionary<string, string>(
            StringComparer.OrdinalIgnoreCase
        );
        foreach (string kind in _kinds)
        {
            string? name = context.Package.Relations.FirstOrDefault(relation => relation.Kind == kind)?.Target;
            context.Read(name, "the properties", (reader, _) => Read(context, reader, properties));
        }

        return properties;
    }

    private static void Read(WordContext context, XmlReader reader, SortedDictionary<string, string> properties)
    {
        while (context.Limits.MayGoOn() && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 1)
                continue;
            string name = reader.GetAttribute("name") ?? reader.LocalName;
            string value = TextInside(reader).Trim();
            if (value.Length > 0 && properties.Count < MaxProperties)
                properties.TryAdd(name, value);
        }
    }

    private static string TextInside(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        StringBuilder text = new StringBuilder();
        int depth = reader.Depth;
        while (WordXml.ReadInside(reader, depth))
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA) || text.Length > LongestValue)
                continue;
            if (text.Length > 0)
                text.Append(' ');
            string value = reader.Value;
            text.Append(value.AsSpan(0, Math.Min(value.Length, LongestValue)));
        }

        return text.ToString();
    }
}
