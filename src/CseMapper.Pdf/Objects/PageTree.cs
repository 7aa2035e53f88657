namespace CseMapper.Pdf.Objects;

/// <summary>Lays the page tree flat (ISO 32000-2, 7.7.3), whatever its counts and types say.</summary>
internal static class PageTree
{
    /// <param name="root">The catalog's Pages.</param>
    /// <param name="file">Resolves references, and is told when the limit is reached.</param>
    /// <param name="limits">Bounds the number of pages.</param>
    public static PageList Read(PdfValue root, PdfFile file, PdfLimits limits)
    {
        PageList pages = new(file);
        HashSet<int> seen = [];

        // An explicit stack, last kid first: hostile trees are deeper than the call stack.
        Stack<(PdfValue Node, InheritedAttributes Inherited)> open = new();
        open.Push((root, InheritedAttributes.None));
        while (open.TryPop(out (PdfValue Node, InheritedAttributes Inherited) next))
        {
            (PdfValue value, InheritedAttributes inherited) = next;
            PdfReference? reference = value.AsReference();
            if (reference is { } number && !seen.Add(number.Number)) continue;
            PdfDictionary? node = (reference is { } target ? file.Resolve(target) : value).AsDictionary();
            if (node is null) continue;
            if (node["Kids"].AsArray() is { } kids && node["Type"].AsName() != "Page")
            {
                InheritedAttributes below = inherited.With(node);
                for (int i = kids.Count - 1; i >= 0; i--) open.Push((kids.Raw(i), below));
            }
            else if (IsPage(node))
            {
                if (pages.Count == limits.Pages)
                {
                    file.Log.Add(PdfProblemKind.LimitReached, $"The file has more than {limits.Pages} pages; the rest was left out.");
                    break;
                }

                pages.Add(value, inherited);
            }
        }

        return pages;
    }

    /// <summary>All objects of the file that are pages, by number, for files whose page tree is lost.</summary>
    public static PageList Gather(IEnumerable<int> numbers, PdfFile file, PdfLimits limits)
    {
        PageList pages = new(file);
        foreach (int number in numbers)
        {
            if (pages.Count == limits.Pages) break;
            PdfReference reference = new(number, 0);
            if (file.Resolve(reference).AsDictionary() is { } node && node["Type"].AsName() == "Page") pages.Add(PdfValue.Of(reference), InheritedAttributes.None);
        }

        return pages;
    }

    /// <summary>A leaf is a page when it says so or has what only pages have.</summary>
    private static bool IsPage(PdfDictionary node) =>
        node["Type"].AsName() is "Page" or null || node.Contains("Contents") || node.Contains("MediaBox");
}
