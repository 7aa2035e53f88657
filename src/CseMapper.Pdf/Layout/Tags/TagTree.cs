using System.Runtime.InteropServices;

namespace CseMapper.Pdf.Layout.Tags;

/// <summary>The structure tree of a tagged document (ISO 32000-2, 14.7), laid flat in its own order.</summary>
internal sealed class TagTree
{
    private readonly List<TagElement> _elements = [];
    private readonly Dictionary<(int Page, int Stream, int Id), int> _ofContent = [];

    public static TagTree Empty { get; } = new();

    public bool IsEmpty => _ofContent.Count == 0;

    public ReadOnlySpan<TagElement> Elements => CollectionsMarshal.AsSpan(_elements);

    /// <summary>What figures show in words, with the page they stand on, counted from 1.</summary>
    public List<(int Page, string Text)> Descriptions { get; } = [];

    public int Add(TagElement element)
    {
        _elements.Add(element);
        return _elements.Count - 1;
    }

    public void AddContent(int page, int stream, int id, int element) => _ofContent.TryAdd((page, stream, id), element);

    /// <param name="page">Counted from 1.</param>
    /// <param name="stream">Object number of the form that the content is in, or 0.</param>
    /// <param name="id">The marked content's MCID.</param>
    /// <returns>The element that holds the marked content, or -1.</returns>
    public int ElementOf(int page, int stream, int id) =>
        id >= 0 && _ofContent.TryGetValue((page, stream, id), out int element) ? element : -1;

    /// <returns>The nearest element of a kind at or above an element, or -1.</returns>
    public int Around(int element, TagKind kind)
    {
        while (element >= 0 && _elements[element].Kind != kind)
            element = _elements[element].Parent;
        return element;
    }

    /// <returns>The nearest cell of a table at or above an element, or -1.</returns>
    public int CellAround(int element)
    {
        while (element >= 0 && _elements[element].Kind is not (TagKind.TableCell or TagKind.TableHeader))
            element = _elements[element].Parent;
        return element;
    }

    /// <returns>The nearest element at or above an element that makes a block of its own, or -1.</returns>
    public int BlockAround(int element)
    {
        while (element >= 0 && !MakesBlock(_elements[element].Kind))
            element = _elements[element].Parent;
        return element;
    }

    /// <summary>How many elements of a kind an element stands in.</summary>
    public int Depth(int element, TagKind kind)
    {
        int depth = 0;
        for (; element >= 0; element = _elements[element].Parent)
        {
            if (_elements[element].Kind == kind)
                depth++;
        }

        return depth;
    }

    private static bool MakesBlock(TagKind kind) =>
        kind
            is TagKind.Heading
                or TagKind.Paragraph
                or TagKind.ListItem
                or TagKind.ContentsItem
                or TagKind.Note
                or TagKind.Caption
                or TagKind.TableCell
                or TagKind.TableHeader;
}
