using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Layout.Tags;

/// <summary>Reads the structure tree of a file from above to below with an explicit stack: hostile trees are deep and
/// run in circles.</summary>
internal sealed class TagTreeReader
{
    private const int MostElements = 1_000_000;
    private const int LongestRoleChain = 8;

    /// <summary>What lies deeper counts to the element at this depth: every look at an element's surroundings climbs up
    /// to the root.</summary>
    private const int Deepest = 200;

    private const int LongestDescription = 20_000;
    private const int MostDescriptionLetters = 10_000_000;

    private readonly PdfFile _file;
    private readonly TagTree _tree = new();
    private readonly HashSet<int> _seen = [];
    private readonly List<int> _depths = [];
    private readonly Stack<(PdfValue Kid, int Parent, int Page)> _open = new();
    private readonly Dictionary<string, (TagKind Kind, byte Level)> _roles = new(StringComparer.Ordinal);
    private readonly PdfDictionary? _roleMap;
    private int _descriptionLetters;

    private TagTreeReader(PdfFile file, PdfDictionary root)
    {
        _file = file;
        _roleMap = root["RoleMap"].AsDictionary();
        Push(root.Raw("K"), -1, 0);
    }

    /// <returns>An empty tree for a file without one.</returns>
    public static TagTree Read(PdfFile file, CancellationToken cancellation)
    {
        if (file.Catalog["StructTreeRoot"].AsDictionary() is not { } root)
            return TagTree.Empty;
        TagTreeReader reader = new(file, root);
        while (
            reader._open.TryPop(out (PdfValue Kid, int Parent, int Page) next)
            && reader._tree.Elements.Length < MostElements
        )
        {
            cancellation.ThrowIfCancellationRequested();
            reader.ReadKid(next.Kid, next.Parent, next.Page);
        }

        return reader._tree;
    }

    /// <summary>Kids are one value or an array of them; the last is pushed first.</summary>
    private void Push(PdfValue kids, int parent, int page)
    {
        PdfValue value = kids.AsReference() is { } reference ? _file.Resolve(reference) : kids;
        if (value.AsArray() is not { } array)
        {
            _open.Push((kids, parent, page));
            return;
        }

        for (int i = Math.Min(array.Count, MostElements) - 1; i >= 0; i--)
            _open.Push((array.Raw(i), parent, page));
    }

    private void ReadKid(PdfValue kid, int parent, int page)
    {
        if (kid.IsNumber)
        {
            if (page > 0)
                _tree.AddContent(page, 0, kid.AsInt(-1), parent);
            return;
        }

        if (kid.AsReference() is { } reference)
        {
            if (!_seen.Add(reference.Number))
                return;
            kid = _file.Resolve(reference);
        }

        if (kid.AsDictionary() is not { } dictionary)
            return;
        int ownPage =
            dictionary.Raw("Pg").AsReference() is { } pageReference && _file.Pages.IndexOf(pageReference) is { } index
                ? index + 1
                : page;
        switch (dictionary["Type"].AsName())
        {
            case "OBJR":
                break;
            case "MCR":
                if (ownPage > 0)
                {
                    _tree.AddContent(
                        ownPage,
                        dictionary.Raw("Stm").AsReference()?.Number ?? 0,
                        dictionary["MCID"].AsInt(-1),
                        parent
                    );
                }

                break;
            default:
                ReadElement(dictionary, parent, ownPage);
                break;
        }
    }

    private void ReadElement(PdfDictionary dictionary, int parent, int page)
    {
        if (DepthOf(parent) >= Deepest)
        {
            Push(dictionary.Raw("K"), parent, page);
            return;
        }

        (TagKind kind, byte level) = KindOf(dictionary["S"].AsName());
        byte span = kind is TagKind.TableCell or TagKind.TableHeader ? ColumnSpan(dictionary["A"], 0) : (byte)1;
        int element = _tree.Add(new(kind, level, parent, span));
        _depths.Add(DepthOf(parent) + 1);
        if (kind == TagKind.Figure)
            AddDescription(dictionary["Alt"], page);
        Push(dictionary.Raw("K"), element, page);
    }

    private int DepthOf(int element) => element < 0 ? 0 : _depths[element];

    /// <summary>Many figures may share one description, so that a small file can hold gigabytes of them.</summary>
    private void AddDescription(PdfValue alt, int page)
    {
        if (
            _descriptionLetters > MostDescriptionLetters
            || TextString.Decode(alt, LongestDescription) is not { Length: > 0 } description
        )
        {
            return;
        }

        _descriptionLetters += description.Length;
        _tree.Descriptions.Add((page, description));
    }

    /// <summary>Types of the producer's own are mapped to standard ones (14.7.3); a standard name needs no map even
    /// where there is one.</summary>
    private (TagKind Kind, byte Level) KindOf(string? name)
    {
        if (name is null)
            return default;
        if (_roles.TryGetValue(name, out (TagKind, byte) known))
            return known;
        string role = name;
        (TagKind Kind, byte Level) kind = TagKinds.Of(role);
        for (
            int hop = 0;
            kind.Kind == TagKind.Other && hop < LongestRoleChain && _roleMap?[role].AsName() is { } next;
            hop++
        )
        {
            role = next;
            kind = TagKinds.Of(role);
        }

        _roles.Add(name, kind);
        return kind;
    }

    /// <summary>Attributes (14.7.6) are a dictionary or an array of dictionaries and revision numbers.</summary>
    private static byte ColumnSpan(PdfValue attributes, int depth)
    {
        if (attributes.AsDictionary() is { } dictionary)
            return (byte)Math.Clamp(dictionary["ColSpan"].AsInt(1), 1, 100);
        if (attributes.AsArray() is not { } array || depth > 0)
            return 1;
        for (int i = 0; i < Math.Min(array.Count, 16); i++)
        {
            byte span = ColumnSpan(array[i], depth + 1);
            if (span > 1)
                return span;
        }

        return 1;
    }
}
