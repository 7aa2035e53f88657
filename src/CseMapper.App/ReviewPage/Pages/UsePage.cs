using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>Asks for which element a passage is evidence.</summary>
internal static class UsePage
{
    public static Task Show(PageRequest request)
    {
        string hash = request.Query("content");
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        MappingDocument? document = request.State.Index?.Content(hash);
        Passage? passage = document is null
            ? null
            : workspace?.PassagesOf(hash).FirstOrDefault(one => one.Key == request.Query("passage"));
        if (document is null || passage is null)
            return Frame.NotFound(request, "The passage is no longer in the documents.");
        return Frame.Send(
            request,
            "Use as evidence",
            "/search",
            html =>
            {
                html.Line(
                    $"""<h1>Use this passage as evidence</h1><p class="source"><a href="{Links.Passage(document.Record.Path, passage.Key)}"><bdi>{DisplayText.OneLine(document.Record.Path)}</bdi></a></p>"""
                );
                html.Line($"""<blockquote class="quote" dir="auto">{passage.Text}</blockquote>""");
                if (request.Session.MayDecide)
                    WriteForm(html, request, hash, passage);
            }
        );
    }

    private static void WriteForm(HtmlWriter html, PageRequest request, string hash, Passage passage)
    {
        html.Write(
            $"""<form method="post" action="/use" class="stacked"><input type="hidden" name="content" value="{hash}"><input type="hidden" name="passage" value="{passage.Key}">"""
        );
        html.WriteToken(request.Session);
        html.Write(
            $"""<label for="element">Element</label><select id="element" name="element" required><option value="">Choose one</option>"""
        );
        foreach (
            IGrouping<MappedHeading, MappingEntry> criterion in request.State.Mapping!.Elements.GroupBy(entry =>
                entry.Criterion
            )
        )
        {
            html.Write($"""<optgroup label="{criterion.Key.Number} {criterion.Key.Title}">""");
            foreach (MappingEntry entry in criterion)
            {
                html.Write(
                    $"""<option value="{entry.Number}"{(entry.Number == request.Query("for") ? " selected" : "")}>{entry.Number} {entry.Wording}</option>"""
                );
            }

            html.Write($"</optgroup>");
        }

        html.Line($"</select>");
        html.Line(
            $"""<fieldset><legend>It proves the element</legend><label><input type="radio" name="extent" value="full"> fully</label> <label><input type="radio" name="extent" value="partial"> partly</label> <label><input type="radio" name="extent" value="" checked> not said</label></fieldset>"""
        );
        html.Line(
            $"""<label for="comment">Remark</label><textarea id="comment" name="comment" rows="3" maxlength="4000"></textarea><p><button class="main">Accept it as evidence</button></p></form>"""
        );
    }
}
