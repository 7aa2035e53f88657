using System.Xml;
using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Containers;

/// <summary>The XML entries of a zipped document, read as streams within limits; what stands before damage is
/// kept.</summary>
public sealed class PackageXml(Stream stream, ReadOptions options, CancellationToken cancellation)
{
    private readonly ZipContainer _zip = ZipContainer.Open(stream);
    private readonly List<IngestProblem> _problems = [];
    private readonly List<IngestProblem> _remarks = [];

    /// <summary>What may still be taken from the document.</summary>
    public DocumentLimits Limits { get; } = new(options, cancellation);

    /// <summary>All entries, in the order of the archive.</summary>
    public IReadOnlyList<ZipEntry> Entries => _zip.Entries;

    /// <summary>Losses so far, in the order they were met.</summary>
    public IReadOnlyList<IngestProblem> Problems =>
        Limits.Reached is { } reached ? [.. _problems, new IngestProblem(reached)] : _problems;

    /// <summary>Reads an entry.</summary>
    /// <param name="name">The entry; one that is not there is simply not read.</param>
    /// <param name="what">What it holds, for the problem that names it when it is damaged.</param>
    /// <param name="read">Takes the reader before its first node.</param>
    /// <returns>False where the entry is not there.</returns>
    public bool Read(string name, string what, Action<XmlReader> read)
    {
        if (_zip.Find(name) is not { } entry)
            return false;
        try
        {
            using XmlReader reader = WordXml.Open(new LimitedStream(_zip.Unpack(entry), Limits, isXml: true));
            read(reader);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Limits.Reached is null)
            {
                _problems.Add(
                    new IngestProblem(
                        $"A part of the file ({what}) is damaged; what stands before the damage was read. "
                            + "Open it, save it again, or ask for another copy."
                    )
                );
            }
        }

        return true;
    }

    /// <summary>The relationships of an entry: id to target as a name in the package.</summary>
    /// <param name="entry">The entry's name in the package, whose relationships lie beside it.</param>
    public Dictionary<string, string> Relations(string entry)
    {
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        foreach ((string id, _, string target) in Links(entry))
            targets.TryAdd(id, target);
        return targets;
    }

    /// <summary>What an entry is related to in a way of a kind, as names in the package.</summary>
    /// <param name="entry">The entry's name in the package.</param>
    /// <param name="kind">The last word of the relationship's type: "notesSlide", "drawing".</param>
    public IEnumerable<string> Related(string entry, string kind) =>
        Links(entry).Where(link => link.Kind == kind).Select(link => link.Target);

    private List<(string Id, string Kind, string Target)> Links(string entry)
    {
        List<(string Id, string Kind, string Target)> links = [];
        string folder = entry[..(entry.LastIndexOf('/') + 1)];
        Read(
            $"{folder}_rels/{entry[folder.Length..]}.rels",
            "the list of parts",
            reader =>
            {
                while (Limits.MayGoOn() && reader.Read())
                {
                    if (
                        reader is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                        || reader.GetAttribute("TargetMode") == "External"
                    )
                    {
                        continue;
                    }

                    if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                    {
                        string type = reader.GetAttribute("Type") ?? "";
                        links.Add((id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
                    }
                }
            }
        );
        return links;
    }

    /// <summary>The relationship that an element refers to: its attribute id of another namespace, since an id of its
    /// own stands beside it.</summary>
    /// <param name="reader">Stands at the element.</param>
    public static string? RelationId(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.Prefix.Length > 0)
                id = reader.Value;
        }

        reader.MoveToElement();
        return id;
    }

    /// <summary>Notes something that the user should know, but that cost no text.</summary>
    /// <param name="message">A sentence.</param>
    public void AddRemark(string message) => _remarks.Add(new IngestProblem(message));

    /// <summary>Concludes with what was read.</summary>
    /// <param name="document">What was read, complete or not.</param>
    public IngestResult Conclude(SourceDocument document) =>
        document.Blocks.Count == 0 && Problems.Count > 0 ? new IngestResult(ReadStatus.Unreadable, null, Problems)
        : document.Blocks.Count == 0
            ? new IngestResult(ReadStatus.Unreadable, document, [new IngestProblem(TextLimits.NoWords), .. _remarks])
        : Problems.Count > 0 ? IngestResult.Partly(document, [.. Problems, .. _remarks])
        : IngestResult.Read(document, _remarks);

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string part in target.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}

/// <summary>Text that grows within the limits of a document; struck out letters stand between "~~".</summary>
public sealed class LimitedText(DocumentLimits limits)
{
    private readonly StruckText _text = new();

    /// <summary>Characters gathered so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds as much of a text as the limits leave.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isStruck">True where a line goes through it.</param>
    public void Append(string text, bool isStruck = false) =>
        _text.Append(text.AsSpan(0, limits.TakeText(text.Length)), isStruck);

    /// <summary>Adds a letter if the limits leave one.</summary>
    /// <param name="character">The letter.</param>
    /// <param name="isStruck">True where a line goes through it.</param>
    public void Append(char character, bool isStruck = false)
    {
        if (limits.TakeText(1) == 1)
            _text.Append([character], isStruck);
    }

    /// <summary>Gives the text with the white space at its ends, and begins anew.</summary>
    public string TakeAsIs() => _text.Take();

    /// <summary>Gives the text without white space at its ends, and begins anew.</summary>
    public string Take() => _text.Take().Trim();
}
