using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>Lays the page tree flat (ISO 32000-2, 7.7.3), whatever its counts and types say.</summary>
internal sealed class PageTree
{
    /// <summary>One page shown again and again is honest a few times, as for blank pages.</summary>
    private const int MostRepeats = 1000;

    private const int DeepestParent = 32;

    private readonly PdfFile _file;
    private readonly PdfLimits _limits;
    private readonly PageList _pages;
    private readonly HashSet<int> _seen = [];

    /// <summary>An explicit stack, last kid first: hostile trees are deeper than the call stack.</summary>
    private readonly Stack<(PdfValue Node, InheritedAttributes Inherited, bool IsCounted)> _open = new();
    private int _repeats;
    private bool _hasPage;

    private PageTree(PdfFile file, PdfLimits limits)
    {
        _file = file;
        _limits = limits;
        _pages = new PageList(file);
    }

    /// <param name="root">The catalog's Pages.</param>
    /// <param name="file">Resolves references, and is told when the limit is reached.</param>
    /// <param name="limits">Bounds the number of pages.</param>
    /// <returns>The pages; one that is lost but counted is there without content, so that the numbers of the others are
    /// right.</returns>
    public static PageList Read(PdfValue root, PdfFile file, PdfLimits limits)
    {
        PageTree tree = new(file, limits);
        tree._open.Push((root, InheritedAttributes.None, false));
        while (tree._open.TryPop(out (PdfValue Node, InheritedAttributes Inherited, bool IsCounted) next))
        {
            if (tree._pages.Count == limits.Pages)
            {
                file.Log.Add(
                    PdfProblemKind.LimitReached,
                    $"The file has more than {limits.Pages} pages; the rest was left out."
                );
                break;
            }

            tree.Visit(next.Node, next.Inherited, next.IsCounted);
        }

        return tree._hasPage ? tree._pages : new PageList(file);
    }

    /// <summary>All objects of the file that are pages, by number, for files whose page tree is lost.</summary>
    public static PageList Gather(IEnumerable<int> numbers, PdfFile file, PdfLimits limits)
    {
        PageList pages = new(file);
        foreach (int number in numbers)
        {
            if (pages.Count == limits.Pages)
                break;
            PdfReference reference = new(number, 0);
            PdfDictionary? node = file.Resolve(reference).AsDictionary();
            if (node?["Type"].AsName() == "Page")
                pages.Add(PdfValue.From(reference), InheritedFrom(node["Parent"].AsDictionary(), 0));
        }

        return pages;
    }

    /// <summary>What the nodes above a page say, found from below: fonts may stand there alone.</summary>
    private static InheritedAttributes InheritedFrom(PdfDictionary? node, int depth) =>
        node is null || depth > DeepestParent
            ? InheritedAttributes.None
            : InheritedFrom(node["Parent"].AsDictionary(), depth + 1).With(node);

    private void Visit(PdfValue value, InheritedAttributes inherited, bool isCounted)
    {
        PdfReference? reference = value.AsReference();
        PdfDictionary? node = (reference is { } target ? _file.Resolve(target) : value).AsDictionary();
        bool isRepeated = reference is { } number && !_seen.Add(number.Number);
        if (node is null)
        {
            if (!isCounted)
                return;
            _file.Log.Add(PdfProblemKind.Damaged, $"Page {_pages.Count + 1} of the file is damaged beyond repair.");
            _pages.Add(value, inherited);
        }
        else if (node["Kids"].AsArray() is { } kids && node["Type"].AsName() != "Page")
        {
            if (isRepeated)
                return;
            InheritedAttributes below = inherited.With(node);
            bool areCounted = node["Count"].AsInt() == kids.Count;
            for (int i = Math.Min(kids.Count - 1, _limits.Pages); i >= 0; i--)
                _open.Push((kids.Raw(i), below, areCounted));
        }
        else if (IsPage(node) && (!isRepeated || _repeats++ < MostRepeats))
        {
            _hasPage = true;
            _pages.Add(value, inherited);
        }
    }

    /// <summary>A leaf is a page when it says so or has what only pages have.</summary>
    private static bool IsPage(PdfDictionary node) =>
        node["Type"].AsName() is "Page" or null || node.Contains("Contents") || node.Contains("MediaBox");
}
