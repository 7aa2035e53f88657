using System.Globalization;
using System.Xml;
using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects.Filters;

namespace CseMapper.Pdf.Catalog;

/// <summary>
/// The few entries of a file's XMP packet (ISO 16684-1) that matter here; a damaged packet gives what stands before the
/// damage.
/// </summary>
internal sealed class XmpMetadata
{
    private const int MostBytes = 1 << 20;
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Xmp = "http://ns.adobe.com/xap/1.0/";
    private const string Pdf = "http://ns.adobe.com/pdf/1.3/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private readonly Dictionary<(string Space, string Name), string> _values = [];

    public string? Title => Value(DublinCore, "title");

    public string? Author => Value(DublinCore, "creator");

    public string? Description => Value(DublinCore, "description");

    public string? Language => Value(DublinCore, "language");

    public string? CreatorTool => Value(Xmp, "CreatorTool");

    public string? Producer => Value(Pdf, "Producer");

    public DateTimeOffset? Created => Date(Value(Xmp, "CreateDate"));

    public DateTimeOffset? Modified => Date(Value(Xmp, "ModifyDate"));

    public static XmpMetadata Read(PdfFile file)
    {
        XmpMetadata metadata = new();
        if (file.Catalog["Metadata"].AsStream() is not { } stream)
            return metadata;
        using DecodedStream decoded = file.Decoder.DecodePooled(stream);
        if (decoded.Bytes.Length > MostBytes)
            return metadata;
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(new MemorySliceStream(decoded.Bytes), settings);
            metadata.Read(reader);
        }
        catch (XmlException)
        {
            // Not worth a word to anybody: the text of the document is whole.
        }

        return metadata;
    }

    /// <summary>
    /// A property is an attribute of rdf:Description or an element in it; of several alternatives the first with text
    /// counts.
    /// </summary>
    private void Read(XmlReader reader)
    {
        (string Space, string Name) property = default;
        int propertyDepth = -1;
        int descriptionDepth = -1;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader is { NamespaceURI: Rdf, LocalName: "Description" } && descriptionDepth < 0)
                {
                    if (!reader.IsEmptyElement)
                        descriptionDepth = reader.Depth;
                    ReadAttributes(reader);
                }
                else if (reader.Depth == descriptionDepth + 1)
                {
                    property = (reader.NamespaceURI, reader.LocalName);
                    propertyDepth = reader.Depth;
                }
            }
            else if (
                reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                && propertyDepth >= 0
                && reader.Depth > propertyDepth
            )
            {
                Keep(property.Space, property.Name, reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                if (reader.Depth == descriptionDepth)
                    descriptionDepth = -1;
                if (reader.Depth == propertyDepth)
                    propertyDepth = -1;
            }
        }
    }

    private void ReadAttributes(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
            Keep(reader.NamespaceURI, reader.LocalName, reader.Value);
        reader.MoveToElement();
    }

    private void Keep(string? space, string? name, string value)
    {
        if (space is null || name is null)
            return;
        string text = value.Trim();
        if (text.Length > 0)
            _values.TryAdd((space, name), text);
    }

    private string? Value(string space, string name) => _values.GetValueOrDefault((space, name));

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset date
        )
            ? date
            : null;
}
