using CseMapper.Pdf.Files;

namespace CseMapper.Pdf.Objects;

/// <summary>
/// Walks name trees and number trees (ISO 32000-2, 7.9.6 and 7.9.7), whatever their limits say; cycles and depth are
/// bounded.
/// </summary>
internal static class NameTree
{
    /// <summary>Every key and its value in the order of the tree.</summary>
    /// <param name="root">The tree's root; anything but a dictionary is an empty tree.</param>
    /// <param name="leaves">"Names" or "Nums".</param>
    /// <param name="limits">Bounds the entries.</param>
    public static IEnumerable<KeyValuePair<PdfValue, PdfValue>> Entries(
        PdfDictionary? root,
        string leaves,
        PdfLimits limits
    )
    {
        HashSet<int> seen = [];
        Stack<PdfDictionary> open = new();
        if (root is not null)
            open.Push(root);
        int left = limits.TreeEntries;
        while (open.TryPop(out PdfDictionary? node))
        {
            if (node[leaves].AsArray() is { } pairs)
            {
                for (int i = 0; i + 1 < pairs.Count && left-- > 0; i += 2)
                    yield return new(pairs[i], pairs.Raw(i + 1));
            }

            if (node["Kids"].AsArray() is not { } kids)
                continue;
            for (int i = kids.Count - 1; i >= 0; i--)
            {
                if (kids.Raw(i).AsReference() is { } reference && !seen.Add(reference.Number))
                    continue;
                if (left-- > 0 && kids[i].AsDictionary() is { } kid)
                    open.Push(kid);
            }
        }
    }
}
