using CseMapper.Decisions.Mapping;
using CseMapper.Documents;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>All files with how reading them went and what they are good for.</summary>
internal static class DocumentsPage
{
    private const int Size = 50;

    public static Task Show(PageRequest request)
    {
        string words = request.Query("q");
        string show = request.Query("show");
        MappingDocument[] found =
        [
            .. (request.State.Mapping?.Documents ?? []).Where(document =>
                IsMeant(document, show, request.Today) && Has(document, words)
            ),
        ];
        int page = request.Number("page");
        return Frame.Send(
            request,
            "Documents",
            "/documents",
            html =>
            {
                html.Line($"<h1>Documents</h1>");
                WriteFilters(html, words, show);
                html.Line($"""<p role="status">{Plural.Count(found.Length, "document", "documents")}</p>""");
                if (found.Length > 0)
                    WriteTable(html, request, found.Skip((page - 1) * Size).Take(Size));
                Pager.Write(html, Links.With("/documents", ("q", words), ("show", show)), page, found.Length, Size);
            }
        );
    }

    private static bool IsMeant(MappingDocument document, string show, DateOnly today) =>
        show switch
        {
            "problems" => document.Record.Status != ReadStatus.Read || document.Record.Problems.Count > 0,
            "unused" => document.Record.Status == ReadStatus.Read && document.Supports.Count == 0,
            "overdue" => document.Record.Facts.Review?.Date < today,
            _ => true,
        };

    private static bool Has(MappingDocument document, string words) =>
        words.Length == 0
        || document.Record.Path.Contains(words, StringComparison.OrdinalIgnoreCase)
        || document.Record.Facts.Title?.Text.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static void WriteFilters(HtmlWriter html, string words, string show)
    {
        html.Write(
            $"""<form method="get" action="/documents" class="filters"><div><label for="q">Name or title</label><input id="q" name="q" type="search" value="{words}"></div><div><label for="show">Show</label><select id="show" name="show">"""
        );
        foreach (
            (string value, string name) in ((string, string)[])
                [
                    ("", "all"),
                    ("problems", "with problems"),
                    ("overdue", "review date passed"),
                    ("unused", "without evidence"),
                ]
        )
        {
            html.Write($"""<option value="{value}"{(show == value ? " selected" : "")}>{name}</option>""");
        }

        html.Line($"""</select></div><button>Show</button></form>""");
    }

    private static void WriteTable(HtmlWriter html, PageRequest request, IEnumerable<MappingDocument> documents)
    {
        html.Line(
            $"""<div class="scroll" tabindex="0" role="region" aria-label="Table of documents"><table class="stack"><thead><tr><th scope="col">Document</th><th scope="col">Reading</th><th scope="col" class="figure">Pages</th><th scope="col" class="figure">Elements</th><th scope="col">Review due</th></tr></thead><tbody>"""
        );
        foreach (MappingDocument document in documents)
        {
            html.Write(
                $"""<tr><th scope="row"><a href="{Links.Document(document.Record.Path)}"><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></a>"""
            );
            if (document.Record.Facts.Title is { } title)
                html.Write($""" <span class="hint">{DisplayText.OneLine(title.Text)}</span>""");
            html.Write(
                $"""</th><td data-label="Reading">{Words.Of(document.Record.Status)}{(document.Record.Status != ReadStatus.Read && document.Reason.Length > 0 ? ": " + document.Reason : "")}</td>"""
            );
            html.Write(
                $"""<td class="figure" data-label="Pages">{document.Record.Pages?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)}</td><td class="figure" data-label="Elements">{document.Supports.Count}</td><td data-label="Review due">"""
            );
            if (document.Record.Facts.Review is { Date: { } due })
                html.Write($"""<span class="{(due < request.Today ? "flag waiting" : "")}">{Times.Day(due)}</span>""");
            html.Line($"</td></tr>");
        }

        html.Line($"</tbody></table></div>");
    }
}
