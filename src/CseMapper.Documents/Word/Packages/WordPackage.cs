using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Word.Packages;

/// <summary>The parts of a Word file. Two ways lead to them: Open XML's own, and the one that makes do with what is
/// left of a damaged package.</summary>
internal abstract class WordPackage : IDisposable
{
    /// <summary>The part that holds the text, or null where there is none.</summary>
    internal abstract WordPart? Main { get; }

    /// <summary>True where the archive had to be pieced together.</summary>
    internal abstract bool IsDamaged { get; }

    /// <summary>Relationships of the package itself: properties.</summary>
    internal abstract IReadOnlyList<WordRelation> Relations { get; }

    /// <summary>Finds a part by its name, or gives null.</summary>
    internal abstract WordPart? Find(string name);

    /// <summary>Unpacks a part as it is read. Damage throws <see cref="InvalidDataException"/> while reading.</summary>
    internal abstract Stream Open(WordPart part);

    /// <inheritdoc/>
    public virtual void Dispose() { }

    /// <summary>Opens a package, by Open XML's own way where that is safe.</summary>
    /// <param name="stream">The file; readable and seekable, never closed.</param>
    internal static WordPackage Open(Stream stream)
    {
        ZipContainer zip = ZipContainer.Open(stream);
        SdkPackage? sound = zip.IsDamaged ? null : SdkPackage.TryOpen(stream, zip);
        return sound is null ? new SalvagedPackage(zip) : sound;
    }

    /// <summary>Whether a part is a Word text, told by its first element; anything may stand where the text
    /// should.</summary>
    /// <param name="content">The part; closed.</param>
    protected static bool IsText(Stream content)
    {
        try
        {
            using XmlReader reader = WordXml.Open(content);
            return reader.MoveToContent() == XmlNodeType.Element
                && reader.LocalName == "document"
                && WordNames.FamilyOf(reader.NamespaceURI) == NameFamily.Word;
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The last word of a relationship's type.</summary>
    internal static string KindOf(string type) => type[(type.LastIndexOf('/') + 1)..];
}
