using System.IO.Packaging;
using System.Xml;
using CseMapper.Documents.Containers;
using DocumentFormat.OpenXml.Packaging;

namespace CseMapper.Documents.Word.Packages;

/// <summary>A sound package, opened by Open XML.</summary>
internal sealed class SdkPackage : WordPackage
{
    // Open XML follows relationships from part to part in recursive calls, so that their number must be bounded before.
    private const int MaxRelationFiles = 256;
    private const long MaxRelationBytes = 8 << 20;

    private readonly WordprocessingDocument _document;
    private readonly Dictionary<string, OpenXmlPart> _parts = new(StringComparer.OrdinalIgnoreCase);

    private SdkPackage(WordprocessingDocument document, MainDocumentPart main)
    {
        _document = document;
        Main = Describe(main);
        Relations = RelationsOf(document);
    }

    /// <inheritdoc/>
    internal override WordPart? Main { get; }

    /// <inheritdoc/>
    internal override bool IsDamaged => false;

    /// <inheritdoc/>
    internal override IReadOnlyList<WordRelation> Relations { get; }

    /// <summary>Opens a package, or gives null where Open XML refuses it or could be harmed by it.</summary>
    internal static SdkPackage? TryOpen(Stream stream, ZipContainer zip)
    {
        int relationFiles = 0;
        foreach (ZipEntry entry in zip.Entries)
        {
            bool isRelations = entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            if (!isRelations && !entry.Name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase))
                continue;
            if (entry.Bytes is < 0 or > MaxRelationBytes || (isRelations && ++relationFiles > MaxRelationFiles))
                return null;
        }

        WordprocessingDocument? document = null;
        try
        {
            stream.Position = 0;
            document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart is { } main && IsText(main.GetStream(FileMode.Open, FileAccess.Read)))
                return new SdkPackage(document, main);
        }
        catch (Exception exception)
            when (exception
                    is OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or XmlException
                        or UriFormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
                        or IOException
            )
        {
            // What it refuses, the salvaging reader still tries.
        }

        document?.Dispose();
        return null;
    }

    /// <inheritdoc/>
    internal override WordPart? Find(string name) =>
        _parts.TryGetValue(name, out OpenXmlPart? part) ? Describe(part) : null;

    /// <inheritdoc/>
    internal override Stream Open(WordPart part) => _parts[part.Name].GetStream(FileMode.Open, FileAccess.Read);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _document.Dispose();
        base.Dispose();
    }

    private WordPart Describe(OpenXmlPart part)
    {
        string name = NameOf(part);
        _parts.TryAdd(name, part);
        return new WordPart(name, part.ContentType, RelationsOf(part));
    }

    private List<WordRelation> RelationsOf(OpenXmlPartContainer container)
    {
        List<WordRelation> relations = new List<WordRelation>();
        foreach (IdPartPair pair in container.Parts)
        {
            string name = NameOf(pair.OpenXmlPart);
            _parts.TryAdd(name, pair.OpenXmlPart);
            relations.Add(new WordRelation(pair.RelationshipId, KindOf(pair.OpenXmlPart.RelationshipType), name));
        }

        return relations;
    }

    private static string NameOf(OpenXmlPart part) => part.Uri.OriginalString.TrimStart('/');
}
