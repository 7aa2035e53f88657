using CseMapper.Mapping;
using CseMapper.Reports.Html;
using CseMapper.Review;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What each reviewer has done, and what is left for them.</summary>
internal static class ReviewersPart
{
    public static void Write(HtmlWriter html, PageRequest request, MappingFile mapping)
    {
        MappingDecision[] decisions = [.. mapping.Elements.SelectMany(entry => entry.Decisions)];
        string[] reviewers = [.. decisions.SelectMany(decision => decision.Reviewers).Append(request.Session.Reviewer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        html.Line($"""<section id="reviewers" data-live aria-labelledby="reviewers-title"><h2 id="reviewers-title">Reviewers</h2>""");
        html.Line($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Table of reviewers"><table class="stack"><thead><tr><th scope="col">Reviewer</th><th scope="col" class="figure">Judged</th>
            <th scope="col" class="figure">Not sure</th><th scope="col" class="figure">In conflict</th><th scope="col" class="figure">Changed since</th><th scope="col" class="figure">Waiting for their approval</th></tr></thead><tbody>
            """);
        foreach (string reviewer in reviewers)
        {
            MappingDecision[] own = [.. decisions.Where(decision => decision.Reviewers.Contains(reviewer))];
            html.Write($"""<tr><th scope="row"><a href="{Links.With("/history", ("reviewer", reviewer))}"><bdi>{reviewer}</bdi></a></th><td class="figure" data-label="Judged">{own.Length}</td>""");
            html.Write($"""<td class="figure" data-label="Not sure">{own.Count(decision => decision.Judgements.Any(judgement => judgement.Reviewer == reviewer && judgement.Action == DecisionAction.Unsure))}</td>""");
            html.Write($"""<td class="figure" data-label="In conflict">{own.Count(decision => decision.Verdict == Verdict.Conflict)}</td><td class="figure" data-label="Changed since">{own.Count(decision => decision.HasChanged)}</td>""");
            html.Line($"""<td class="figure" data-label="Waiting for their approval">{decisions.Count(decision => decision.Verdict == Verdict.AwaitsApproval && !decision.Reviewers.Contains(reviewer))}</td></tr>""");
        }

        html.Line($"</tbody></table></div></section>");
    }
}
