using CseMapper.Pdf.Files;
using CseMapper.Pdf.Objects;

namespace CseMapper.Pdf.Catalog;

/// <summary>A bookmark (ISO 32000-2, 12.3.3).</summary>
/// <param name="Title">Its text, white space evened out.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Target">Where it leads; null for one that leads nowhere.</param>
internal sealed record OutlineItem(string Title, int Level, Destination? Target);

/// <summary>Reads the bookmarks of a file.</summary>
internal static class Outline
{
    /// <summary>Deeper bookmarks count as this deep.</summary>
    private const int Deepest = 50;

    /// <summary>Characters of a title; a file may show one long string as the title of each of its bookmarks.</summary>
    private const int LongestTitle = 500;

    /// <returns>The bookmarks in the order in which they are shown.</returns>
    public static List<OutlineItem> Read(PdfFile file)
    {
        List<OutlineItem> items = [];
        Destinations destinations = new(file);
        HashSet<int> seen = [];
        Stack<(PdfValue Item, int Level)> open = new();
        open.Push((file.Catalog["Outlines"].AsDictionary()?.Raw("First") ?? PdfValue.Null, 1));
        while (items.Count < file.Limits.TreeEntries && open.TryPop(out (PdfValue Item, int Level) next))
        {
            // Bookmarks refer to each other; one written in place could not be told from its repetition.
            if (next.Item.AsReference() is not { } reference || !seen.Add(reference.Number))
                continue;
            if (file.Resolve(reference).AsDictionary() is not { } item)
                continue;
            string title = TextString.Decode(item["Title"], LongestTitle) ?? "";
            if (!string.IsNullOrWhiteSpace(title))
                items.Add(new(Even(title), next.Level, destinations.OfItem(item)));
            open.Push((item.Raw("Next"), next.Level));
            open.Push((item.Raw("First"), Math.Min(next.Level + 1, Deepest)));
        }

        return items;
    }

    private static string Even(string title) =>
        string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
