using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>A workbook's container: parts one after another, with the same bytes on every machine at every time.</summary>
internal sealed class XlsxPackage(Stream stream) : IDisposable
{
    public const string MainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string RelationshipsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The earliest time a zip file can state.</summary>
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    public void Add(string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = s_time;
        entry.ExternalAttributes = 0;
        using Stream part = entry.Open();
        using BufferedStream buffer = new(part, 64 * 1024);
        using XmlWriter xml = XmlWriter.Create(buffer, s_settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    /// <summary>Adds the relationships of a part.</summary>
    /// <param name="part">The part's name, "xl/workbook.xml"; empty for the package.</param>
    /// <param name="relationships">Type (last piece of its address), target and whether it lies outside, in the order of their ids rId1, rId2, …</param>
    public void AddRelationships(string part, IReadOnlyList<(string Type, string Target, bool IsExternal)> relationships)
    {
        int slash = part.LastIndexOf('/');
        Add($"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels", xml =>
        {
            xml.WriteStartElement("Relationships", PackageRelationshipsNamespace);
            for (int i = 0; i < relationships.Count; i++)
            {
                xml.WriteStartElement("Relationship");
                xml.WriteAttributeString("Id", FormattableString.Invariant($"rId{i + 1}"));
                xml.WriteAttributeString("Type", relationships[i].Type.Contains(':', StringComparison.Ordinal)
                    ? relationships[i].Type
                    : $"{RelationshipsNamespace}/{relationships[i].Type}");
                xml.WriteAttributeString("Target", relationships[i].Target);
                if (relationships[i].IsExternal)
                    xml.WriteAttributeString("TargetMode", "External");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    public void Dispose() => _zip.Dispose();
}
