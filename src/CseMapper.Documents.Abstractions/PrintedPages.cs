using System.Globalization;

namespace CseMapper.Documents;

/// <summary>How the pages of a document are cited: by what is printed on them ("iv", "A-3") where that is another than
/// their number in the file.</summary>
/// <remarks>
/// No two pages of a document are cited alike. Where two pages carry the same label, labels tell no page and all are
/// cited by their numbers; a page without label whose number is printed on another page is cited as "2 of the file".
/// </remarks>
public sealed class PrintedPages
{
    private const int LongestLabel = 40;
    private const string Word = "page ";

    private PrintedPages(IReadOnlyList<string?> labels) => Labels = labels;

    /// <summary>For documents whose pages are simply counted from 1, and for those without pages.</summary>
    public static PrintedPages None { get; } = new([]);

    /// <summary>By page what it is cited as; null where that is its number; empty where that holds for all.</summary>
    public IReadOnlyList<string?> Labels { get; }

    /// <summary>Makes them from the labels as a file has them.</summary>
    /// <param name="labels">By page; empty where a page has none.</param>
    public static PrintedPages From(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        string[] printed = [.. labels.Select(Tidy)];
        HashSet<string> all = new(StringComparer.Ordinal);
        if (printed.Any(label => label.Length > 0 && !all.Add(label)))
            return None;
        string?[] cited = new string?[printed.Length];
        for (int i = 0; i < cited.Length; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            cited[i] =
                printed[i] == number ? null
                : printed[i].Length > 0 ? printed[i]
                : all.Contains(number) ? PageCitation.InFile(i + 1)
                : null;
        }

        return FromLabels(cited);
    }

    /// <summary>Gives back what <see cref="Labels"/> held.</summary>
    /// <param name="labels">As they were.</param>
    public static PrintedPages FromLabels(IReadOnlyList<string?> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.All(label => label is null) ? None : new PrintedPages(labels);
    }

    /// <summary>What a page is cited as, or null where that is its number.</summary>
    /// <param name="page">The page, counted from 1, or null where the format has no pages.</param>
    public string? LabelOf(int? page) => page is { } number && number <= Labels.Count ? Labels[number - 1] : null;

    /// <summary>The label on one line without the word "page" in front; empty for one that cannot be shown.</summary>
    private static string Tidy(string label)
    {
        string tidy = string.Join(' ', label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (tidy.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
            tidy = tidy[Word.Length..];
        return tidy.Length > LongestLabel || tidy.Any(IsUnfit) ? "" : tidy;
    }

    private static bool IsUnfit(char c) =>
        c == '\uFFFD'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
