using System.IO.Compression;
using System.Text;

namespace CseMapper.Documents.Tests.Word;

/// <summary>Makes small Word files out of fragments of markup; prefixes of all usual namespaces are bound.</summary>
internal sealed class SmallWordFile
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"";

    private readonly List<(string Name, string Type, string Kind, string Id, byte[] Content)> _parts = [];
    private readonly List<(string Name, string Type, string Kind, string Content)> _packageParts = [];
    private readonly string _body;
    private string _mainType = WordType + "document.main+xml";

    /// <summary>Begins a file.</summary>
    /// <param name="body">What stands inside <c>w:body</c>.</param>
    internal SmallWordFile(string body) => _body = body;

    /// <summary>Reads as a document of strict Open XML.</summary>
    internal bool IsStrict { get; init; }

    /// <summary>A paragraph of one run, its text escaped already.</summary>
    internal static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">"
        + $"{text}</w:t></w:r></w:p>";

    /// <summary>A run.</summary>
    internal static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}"
        + "</w:t></w:r>";

    internal SmallWordFile Styles(string content) =>
        Part("word/styles.xml", WordType + "styles+xml", "styles", $"<w:styles {Names}>{content}</w:styles>");

    internal SmallWordFile Numbering(string content) =>
        Part(
            "word/numbering.xml",
            WordType + "numbering+xml",
            "numbering",
            $"<w:numbering {Names}>{content}</w:numbering>"
        );

    internal SmallWordFile Settings(string content) =>
        Part("word/settings.xml", WordType + "settings+xml", "settings", $"<w:settings {Names}>{content}</w:settings>");

    internal SmallWordFile Footnotes(string content) =>
        Part(
            "word/footnotes.xml",
            WordType + "footnotes+xml",
            "footnotes",
            $"<w:footnotes {Names}>{content}</w:footnotes>"
        );

    internal SmallWordFile Endnotes(string content) =>
        Part("word/endnotes.xml", WordType + "endnotes+xml", "endnotes", $"<w:endnotes {Names}>{content}</w:endnotes>");

    internal SmallWordFile Comments(string content) =>
        Part("word/comments.xml", WordType + "comments+xml", "comments", $"<w:comments {Names}>{content}</w:comments>");

    internal SmallWordFile Header(string id, string content) =>
        Part($"word/{id}.xml", WordType + "header+xml", "header", $"<w:hdr {Names}>{content}</w:hdr>", id);

    internal SmallWordFile Footer(string id, string content) =>
        Part($"word/{id}.xml", WordType + "footer+xml", "footer", $"<w:ftr {Names}>{content}</w:ftr>", id);

    /// <summary>Adds any part that the main one points to; <c>$names</c> in it stands for all namespaces.</summary>
    internal SmallWordFile Part(string name, string type, string kind, string content, string? id = null) =>
        Part(name, type, kind, Encoding.UTF8.GetBytes(content.Replace("$names", Names, StringComparison.Ordinal)), id);

    internal SmallWordFile Part(string name, string type, string kind, byte[] content, string? id = null)
    {
        _parts.Add((name, type, kind, id ?? $"auto{_parts.Count}", content));
        return this;
    }

    /// <summary>Adds a part that the package itself points to.</summary>
    internal SmallWordFile PackagePart(string name, string type, string kind, string content)
    {
        _packageParts.Add((name, type, kind, content));
        return this;
    }

    /// <summary>Makes it a macro document or template by the content type of its main part.</summary>
    internal SmallWordFile OfType(string mainType)
    {
        _mainType = mainType;
        return this;
    }

    internal byte[] ToBytes()
    {
        StringBuilder types = new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                + "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        );
        StringBuilder relations = new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        types.Append($"<Override PartName=\"/word/document.xml\" ContentType=\"{_mainType}\"/>");
        foreach ((string name, string type, string kind, string id, _) in _parts)
        {
            types.Append($"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
            relations.Append(
                $"<Relationship Id=\"{id}\" Type=\""
                    + $"{(kind.Contains('/', StringComparison.Ordinal) ? kind : $"{Relations}/{kind}")}\" Target=\"/"
                    + $"{name}\"/>"
            );
        }

        StringBuilder packageRelations = new StringBuilder(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                + $"Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/>"
        );
        foreach ((string name, string type, string kind, _) in _packageParts)
        {
            types.Append($"<Override PartName=\"/{name}\" ContentType=\"{type}\"/>");
            packageRelations.Append(
                $"<Relationship Id=\"r{packageRelations.Length}\" Type=\"{kind}\" Target=\"{name}\"/>"
            );
        }

        using MemoryStream stream = new MemoryStream();
        using (ZipArchive zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", types.Append("</Types>").ToString());
            Add(zip, "_rels/.rels", packageRelations.Append("</Relationships>").ToString());
            foreach ((string name, _, _, string content) in _packageParts)
                Add(zip, name, content);
            Add(zip, "word/_rels/document.xml.rels", relations.Append("</Relationships>").ToString());
            Add(
                zip,
                "word/document.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {Names}><w:body>{_body}</w:body></w:document>"
            );
            foreach ((string name, _, _, _, byte[] content) in _parts)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private void Add(ZipArchive zip, string name, string content)
    {
        if (IsStrict)
        {
            content = content
                .Replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                    StringComparison.Ordinal
                )
                .Replace(
                    Relations,
                    "http://purl.oclc.org/ooxml/officeDocument/relationships",
                    StringComparison.Ordinal
                );
        }

        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
