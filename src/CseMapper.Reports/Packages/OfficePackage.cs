using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace CseMapper.Reports.Packages;

/// <summary>
/// The container of a workbook or of a Word document: parts one after another in a fixed order, with the same bytes on
/// every machine at every time. The SDK's own packages carry the time of writing and names made at random.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The earliest time a zip file can state.</summary>
    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The SDK's writer ends lines as the machine does, so its elements are written through one of ours.
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly ZipArchive _zip;

    private OfficePackage(Stream stream) => _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes a package.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="properties">What the package says of itself.</param>
    /// <param name="parts">Its parts, the main one first; how each is written follows from
    /// <paramref name="write"/>.</param>
    /// <param name="write">Adds the parts.</param>
    public static void Write(
        Stream stream,
        PackageProperties properties,
        IReadOnlyList<PackagePart> parts,
        Action<OfficePackage> write
    )
    {
        using MemoryStream buffer = new();
        using (OfficePackage package = new(buffer))
        {
            package.Add("[Content_Types].xml", (xml, _) => properties.WriteContentTypes(xml, parts));
            package.AddRelationships("", properties.Relationships(parts[0].Name));
            properties.AddTo(package);
            write(package);
        }

        ZipHost.Neutralise(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.WriteTo(stream);
    }

    /// <summary>Adds a part that is one element with all that stands in it.</summary>
    public void Add(string name, OpenXmlElement root) => Add(name, (xml, _) => root.WriteTo(xml));

    /// <summary>Adds a part of which some may be written past the writer, after it has been flushed.</summary>
    public void Add(string name, Action<XmlWriter, Stream> write)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _time;
        entry.ExternalAttributes = 0;
        using Stream part = entry.Open();
        using BufferedStream buffer = new(part, 64 * 1024);
        using XmlWriter xml = XmlWriter.Create(buffer, _settings);
        xml.WriteStartDocument(standalone: true);
        write(xml, buffer);
        xml.WriteEndDocument();
    }

    /// <summary>Adds the relationships of a part.</summary>
    /// <param name="part">The part's name, "xl/workbook.xml"; empty for the package.</param>
    /// <param name="relationships">In the order of their ids rId1, rId2, …</param>
    public void AddRelationships(string part, IEnumerable<PackageRelationship> relationships)
    {
        int slash = part.LastIndexOf('/');
        Add(
            $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels",
            (xml, _) =>
            {
                xml.WriteStartElement("Relationships", Relationships);
                int id = 0;
                foreach (PackageRelationship relationship in relationships)
                {
                    xml.WriteStartElement("Relationship");
                    xml.WriteAttributeString("Id", FormattableString.Invariant($"rId{++id}"));
                    xml.WriteAttributeString("Type", relationship.Type);
                    xml.WriteAttributeString("Target", relationship.Target);
                    if (relationship.IsExternal)
                        xml.WriteAttributeString("TargetMode", "External");
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }
        );
    }

    public void Dispose() => _zip.Dispose();
}
