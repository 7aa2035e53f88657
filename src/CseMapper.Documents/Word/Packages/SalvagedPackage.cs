using System.Xml;
using CseMapper.Documents.Containers;

namespace CseMapper.Documents.Word.Packages;

/// <summary>A package of which not everything is right: parts are found by their relationships where there are some,
/// else by their usual names.</summary>
internal sealed class SalvagedPackage : WordPackage
{
    private const string Folder = "word/";
    private const int MaxTried = 200;
    private const int SniffedBytes = 1 << 16;

    private readonly ZipContainer _zip;
    private readonly Lazy<Dictionary<string, string>> _contentTypes;

    /// <summary>Takes what there is of an archive.</summary>
    internal SalvagedPackage(ZipContainer zip)
    {
        _zip = zip;
        _contentTypes = new Lazy<Dictionary<string, string>>(ReadContentTypes);
        Relations = ReadRelations("");
        Main = FindMain();
    }

    /// <inheritdoc/>
    internal override WordPart? Main { get; }

    /// <inheritdoc/>
    internal override bool IsDamaged => _zip.IsDamaged;

    /// <inheritdoc/>
    internal override IReadOnlyList<WordRelation> Relations { get; }

    /// <inheritdoc/>
    internal override WordPart? Find(string name) =>
        _zip.Find(name) is { } entry
            ? new WordPart(entry.Name, ContentTypeOf(entry.Name), ReadRelations(entry.Name))
            : null;

    /// <inheritdoc/>
    internal override Stream Open(WordPart part) =>
        _zip.Unpack(_zip.Find(part.Name) ?? throw new InvalidDataException("The part is missing."));

    /// <summary>The part that the package names as its text, if it is one, else any that is; where none is, the one
    /// that should be.</summary>
    private WordPart? FindMain()
    {
        List<string> named =
        [
            .. Relations.Where(relation => relation.Kind == "officeDocument").Select(relation => relation.Target),
            .. _zip
                .Entries.Where(entry =>
                    ContentTypeOf(entry.Name).EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)
                )
                .Select(entry => entry.Name),
            "word/document.xml",
        ];
        IEnumerable<string> others = _zip
            .Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Name)
            .Take(MaxTried);
        string? main =
            named.Concat(others).FirstOrDefault(IsTextEntry) ?? named.Find(name => _zip.Find(name) is not null);
        return main is null ? null : Find(main);
    }

    private bool IsTextEntry(string name) =>
        _zip.Find(name) is { } entry && IsText(new MemoryStream(_zip.ReadStart(entry, SniffedBytes)));

    private List<WordRelation> ReadRelations(string part)
    {
        int slash = part.LastIndexOf('/') + 1;
        string folder = part[..slash];
        List<WordRelation> relations = new List<WordRelation>();
        if (_zip.Find($"{folder}_rels/{part[slash..]}.rels") is { } entry)
        {
            ReadEach(
                entry,
                "Relationship",
                reader =>
                {
                    if (reader.GetAttribute("TargetMode") == "External")
                        return;
                    if (reader.GetAttribute("Target") is { Length: > 0 } target)
                    {
                        relations.Add(
                            new WordRelation(
                                reader.GetAttribute("Id") ?? "",
                                KindOf(reader.GetAttribute("Type") ?? ""),
                                Resolve(folder, target)
                            )
                        );
                    }
                }
            );
        }

        if (part.Length > 0 && !relations.Exists(relation => relation.Kind == "styles"))
            AddUsual(relations, folder.Length > 0 ? folder : Folder);
        return relations;
    }

    /// <summary>Where the relationships are lost, parts still have the names that every writer gives them.</summary>
    private void AddUsual(List<WordRelation> relations, string folder)
    {
        foreach (
            string kind in (ReadOnlySpan<string>)
                ["styles", "numbering", "settings", "footnotes", "endnotes", "comments"]
        )
        {
            string name = $"{folder}{kind}.xml";
            if (_zip.Find(name) is not null && !relations.Exists(relation => relation.Kind == kind))
                relations.Add(new WordRelation("", kind, name));
        }
    }

    private string ContentTypeOf(string name) =>
        _contentTypes.Value.TryGetValue("/" + name, out string? own) ? own
        : _contentTypes.Value.TryGetValue(Path.GetExtension(name).TrimStart('.'), out string? byExtension) ? byExtension
        : "";

    private Dictionary<string, string> ReadContentTypes()
    {
        Dictionary<string, string> types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (_zip.Find("[Content_Types].xml") is not { } entry)
            return types;
        ReadEach(
            entry,
            null,
            reader =>
            {
                string? key =
                    reader.LocalName == "Override" ? reader.GetAttribute("PartName") : reader.GetAttribute("Extension");
                if (key is not null)
                    types.TryAdd(key, reader.GetAttribute("ContentType") ?? "");
            }
        );
        return types;
    }

    /// <summary>Calls back for each element of a name; what comes after damage is left.</summary>
    private void ReadEach(ZipEntry entry, string? name, Action<XmlReader> take)
    {
        try
        {
            using XmlReader reader = WordXml.Open(new MemoryStream(_zip.ReadStart(entry, 8 << 20)));
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && (name is null || reader.LocalName == name))
                    take(reader);
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            // The parts named before the damage are used.
        }
    }

    /// <summary>A relationship's target as a part's name: relative to the folder of its source, or from the
    /// root.</summary>
    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        List<string> names = new List<string>();
        foreach (
            string name in (target.StartsWith('/') ? target : folder + target).Split(
                '/',
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (name == "..")
                names.RemoveRange(Math.Max(0, names.Count - 1), Math.Min(1, names.Count));
            else if (name != ".")
                names.Add(name);
        }

        return string.Join('/', names);
    }
}
