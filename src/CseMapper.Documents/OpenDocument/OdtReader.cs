using CseMapper.Documents.Containers;

namespace CseMapper.Documents.OpenDocument;

/// <summary>Reads OpenDocument texts (.odt): headings, paragraphs, lists, tables, notes, text boxes, headers and
/// footers.</summary>
/// <remarks>Source: OASIS OpenDocument 1.3, part 3. Deleted text of tracked changes lies apart in the file and is left
/// out.</remarks>
public sealed class OdtReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.OpenDocumentText];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        PackageXml package = new(stream, options, cancellation);
        OdtLists lists = new(package.Limits);
        package.Read("styles.xml", "the styles", lists.Read);
        package.Read("content.xml", "the styles", lists.Read);
        OdtText header = new(package.Limits, BlockRole.Header, lists);
        OdtText footer = new(package.Limits, BlockRole.Footer, lists);
        package.Read("styles.xml", "headers and footers", reader => OdtText.ReadRunning(reader, header, footer));
        OdtText body = new(package.Limits, BlockRole.Body, lists);
        if (!package.Read("content.xml", "the text", body.Read))
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The file is damaged: its text is missing. Open it in LibreOffice, save it again, or ask for "
                    + "another copy."
            );
        }

        SourceDocument document = new(
            FileFormat.OpenDocumentText,
            [.. header.Blocks, .. body.Blocks, .. footer.Blocks],
            PageCount: null,
            DocumentFacts.None
        )
        {
            CommentCount = body.Comments,
            UnacceptedChangeCount = body.Changes,
            Properties = Properties(package),
        };
        return package.Conclude(document);
    }

    private static SortedDictionary<string, string> Properties(PackageXml package)
    {
        SortedDictionary<string, string> properties = new(StringComparer.Ordinal);
        package.Read(
            "meta.xml",
            "the properties",
            reader =>
            {
                string name = "";
                while (package.Limits.MayGoOn() && reader.Read())
                {
                    if (reader.NodeType == System.Xml.XmlNodeType.Element)
                        name = reader.GetAttribute("name", reader.NamespaceURI) ?? reader.LocalName;
                    else if (reader.NodeType == System.Xml.XmlNodeType.Text && name.Length > 0)
                        properties.TryAdd(name, reader.Value.Trim());
                }
            }
        );
        return properties;
    }
}
