using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What the applicant writes about the element for the assessor, with its earlier versions.</summary>
internal static class CommentaryPart
{
    private const int MostVersions = 20;

    public static void Write(HtmlWriter html, PageRequest request, MappingEntry entry)
    {
        MappingCommentary? now = entry.Commentary;
        html.Line(
            $"""<section aria-labelledby="commentary-title" id="commentary"><h2 id="commentary-title">Commentary for the assessor</h2>"""
        );
        if (request.Session.MayDecide)
        {
            html.Write(
                $"""<form method="post" action="/commentary" data-decide><input type="hidden" name="element" value="{entry.Number}"><span id="base" data-live><input type="hidden" name="base" value="{now?.Id}"></span>"""
            );
            html.WriteToken(request.Session);
            html.Line(
                $"""<label for="commentary-text">How the organisation meets this element: two to five sentences</label><textarea id="commentary-text" name="text" rows="6" maxlength="20000" data-draft="{entry.Number}/commentary">{"\n" + now?.Text}</textarea><p><button class="main">Save the commentary</button></p></form>"""
            );
        }
        else if (now is not null)
        {
            html.Line($"""<p class="text">{now.Text}</p>""");
        }

        WriteVersions(html, request, entry, now);
        html.Line($"</section>");
    }

    private static void WriteVersions(HtmlWriter html, PageRequest request, MappingEntry entry, MappingCommentary? now)
    {
        html.Write($"""<div id="versions" data-live data-text="{now?.Text}">""");
        if (now is null)
        {
            html.Write($"""<p class="hint">Nothing is saved yet.</p>""");
        }
        else
        {
            html.Write($"""<p class="hint"><span class="saved">Saved</span> by <bdi>{now.Reviewer}</bdi>, """);
            html.WriteTime(now.Time, request.Site.Time);
            html.Write($"</p>");
        }

        if (now is { Versions: > 1 })
            WriteEarlier(html, request, entry);
        html.Line($"</div>");
    }

    private static void WriteEarlier(HtmlWriter html, PageRequest request, MappingEntry entry)
    {
        Decision[] versions =
        [
            .. request
                .State.Reviewed!.LinesOf(entry.Number)
                .Where(line => line.Action == DecisionAction.Commentary)
                .Reverse()
                .Skip(1)
                .Take(MostVersions),
        ];
        html.Write($"""<details><summary>Earlier versions</summary><ol class="versions">""");
        foreach (Decision version in versions)
        {
            html.Write($"<li><p><bdi>{version.Reviewer}</bdi>, ");
            html.WriteTime(version.Time, request.Site.Time);
            html.Write($"""</p><p class="text">{version.Comment}</p></li>""");
        }

        html.Write($"</ol></details>");
    }
}
