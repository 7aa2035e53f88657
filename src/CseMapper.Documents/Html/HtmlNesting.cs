namespace CseMapper.Documents.Html;

/// <summary>Estimates how deeply a page is nested, without building its tree.</summary>
internal static class HtmlNesting
{
    // Elements without content, and those that the next of their kind closes: neither makes a page deep.
    private static readonly HashSet<string> _flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "rt",
        "rp",
        "colgroup",
        "html",
        "head",
        "body",
    };

    /// <summary>The largest number of elements that are open at one place.</summary>
    public static int DeepestOf(ReadOnlySpan<char> html)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> flat = _flat.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0;
        int deepest = 0;
        int at = 0;
        while (html[at..].IndexOf('<') is >= 0 and int step)
        {
            at += step + 1;
            bool isEnd = at < html.Length && html[at] == '/';
            int start = isEnd ? at + 1 : at;
            int end = start;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            if (end == start || flat.Contains(html[start..end]))
                continue;
            if (isEnd)
                depth = Math.Max(0, depth - 1);
            else
                deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }
}
