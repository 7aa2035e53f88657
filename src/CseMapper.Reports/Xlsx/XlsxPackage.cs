using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CseMapper.Reports.Xlsx;

/// <summary>A workbook's container: parts one after another, with the same bytes on every machine at every
/// time.</summary>
internal sealed class XlsxPackage(Stream stream) : IDisposable
{
    public const string MainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string RelationshipsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The earliest time a zip file can state.</summary>
    private static readonly DateTimeOffset _time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a part.</summary>
    public void Add(string name, Action<XmlWriter> write) => Add(name, (xml, _) => write(xml));

    /// <summary>Adds a part of which some may be written past the writer, after it has been flushed.</summary>
    public void Add(string name, Action<XmlWriter, Stream> write) =>
        AddBytes(
            name,
            part =>
            {
                using XmlWriter xml = XmlWriter.Create(part, _settings);
                xml.WriteStartDocument(standalone: true);
                write(xml, part);
                xml.WriteEndDocument();
            }
        );

    /// <summary>Adds the relationships of a part.</summary>
    /// <param name="part">The part's name, "xl/workbook.xml"; empty for the package.</param>
    /// <param name="relationships">Type (last piece of its address), target and whether it lies outside, in the order
    /// of their ids rId1, rId2, …</param>
    public void AddRelationships(
        string part,
        IReadOnlyList<(string Type, string Target, bool IsExternal)> relationships
    )
    {
        int slash = part.LastIndexOf('/');
        AddBytes(
            $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels",
            stream =>
            {
                SheetXml xml = new(stream);
                xml.Raw(
                    """<?xml version="1.0" encoding="utf-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""u8
                );
                for (int i = 0; i < relationships.Count; i++)
                    WriteRelationship(xml, i + 1, relationships[i]);
                xml.Raw("</Relationships>"u8);
                xml.Flush();
            }
        );
    }

    private static void WriteRelationship(
        SheetXml xml,
        int id,
        (string Type, string Target, bool IsExternal) relationship
    )
    {
        xml.Raw("<Relationship Id=\"rId"u8);
        xml.Number(id);
        xml.Raw("\" Type=\""u8);
        if (!relationship.Type.Contains(':', StringComparison.Ordinal))
        {
            xml.Text(RelationshipsNamespace);
            xml.Raw("/"u8);
        }

        xml.Text(relationship.Type);
        xml.Raw("\" Target=\""u8);
        xml.Text(relationship.Target);
        xml.Raw(relationship.IsExternal ? "\" TargetMode=\"External\"/>"u8 : "\"/>"u8);
    }

    private void AddBytes(string name, Action<Stream> write)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _time;
        entry.ExternalAttributes = 0;
        using Stream part = entry.Open();
        using BufferedStream buffer = new(part, 64 * 1024);
        write(buffer);
    }

    public void Dispose() => _zip.Dispose();
}
