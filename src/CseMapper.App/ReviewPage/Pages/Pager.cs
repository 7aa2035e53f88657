using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Links to the other pages of a long list.</summary>
internal static class Pager
{
    /// <summary>Writes them; nothing where there is one page.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="address">The address of the list with its filters, without the page.</param>
    /// <param name="page">The page that is shown, from 1.</param>
    /// <param name="count">How many items the list has.</param>
    /// <param name="size">How many a page shows.</param>
    public static void Write(HtmlWriter html, string address, int page, int count, int size)
    {
        int pages = (count + size - 1) / size;
        if (pages < 2)
            return;
        string join = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        html.Write($"""<nav class="pager" aria-label="Pages of the list">""");
        if (page > 1)
            html.Write($"""<a href="{address}{join}page={page - 1:D}" rel="prev">Previous page</a> """);
        html.Write($"<span>Page {page} of {pages}</span> ");
        if (page < pages)
            html.Write($"""<a href="{address}{join}page={page + 1:D}" rel="next">Next page</a>""");
        html.Line($"</nav>");
    }
}
