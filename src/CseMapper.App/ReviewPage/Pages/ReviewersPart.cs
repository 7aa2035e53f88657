using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What each reviewer has done, and what is left for them.</summary>
internal static class ReviewersPart
{
    public static void Write(HtmlWriter html, PageRequest request, MappingFile mapping)
    {
        ElementSummary[] elements = [.. mapping.Elements.Select(request.Site.Project.Summaries.Of)];
        SortedDictionary<string, ReviewerFigures> reviewers = new(StringComparer.Ordinal)
        {
            [request.Session.Reviewer] = default,
        };
        foreach ((string name, ReviewerFigures figures) in elements.SelectMany(element => element.Reviewers))
            reviewers[name] = reviewers.GetValueOrDefault(name).Plus(figures);
        html.Line(
            $"""<section id="reviewers" data-live aria-labelledby="reviewers-title"><h2 id="reviewers-title">Reviewers</h2>"""
        );
        html.Line(
            $"""
            <div class="scroll" tabindex="0" role="region" aria-label="Table of reviewers"><table class="stack"><thead><tr><th scope="col">Reviewer</th><th scope="col" class="figure">Judged</th>
            <th scope="col" class="figure">Not sure</th><th scope="col" class="figure">In conflict</th><th scope="col" class="figure">Changed since</th><th scope="col" class="figure">Waiting for their approval</th></tr></thead><tbody>
            """
        );
        foreach ((string name, ReviewerFigures figures) in reviewers)
        {
            int waiting = elements.Sum(element => element.AwaitApproval.Count(others => !others.Contains(name)));
            html.Write(
                $"""<tr><th scope="row"><a href="{Links.With("/history", ("reviewer", name))}"><bdi>{name}</bdi></a></th><td class="figure" data-label="Judged">{figures.Judged}</td><td class="figure" data-label="Not sure">{figures.Unsure}</td>"""
            );
            html.Line(
                $"""<td class="figure" data-label="In conflict">{figures.Conflicts}</td><td class="figure" data-label="Changed since">{figures.Changed}</td><td class="figure" data-label="Waiting for their approval">{waiting}</td></tr>"""
            );
        }

        html.Line($"</tbody></table></div></section>");
    }
}
