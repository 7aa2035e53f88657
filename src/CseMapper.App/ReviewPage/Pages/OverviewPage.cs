using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>The standard at a glance: a tile an element, progress, what needs attention, what is left for
/// whom.</summary>
internal static class OverviewPage
{
    /// <summary>Shows it.</summary>
    public static Task Show(PageRequest request)
    {
        if (request.State.Mapping is not { } mapping)
            return Frame.Send(request, "Nothing mapped yet", "/", html => WriteEmpty(html, request));
        return Frame.Send(
            request,
            "Overview",
            "/",
            html =>
            {
                html.Line($"""<h1>{mapping.Standard.Title}</h1>""");
                WriteProgress(html, mapping, request.Site.Project.Summaries);
                WriteAttention(html, request, mapping);
                WriteTiles(html, mapping, request.Site.Project.Summaries);
                ReviewersPart.Write(html, request, mapping);
            }
        );
    }

    /// <summary>Leads to the next element that needs work after the one given, from the beginning where there is none
    /// after it.</summary>
    public static Task Next(PageRequest request)
    {
        int from = request.State.Index?.PlaceOf(request.Query("after")) ?? -1;
        IReadOnlyList<MappingEntry> elements = request.State.Mapping?.Elements ?? [];
        MappingEntry? next = Enumerable
            .Range(1, elements.Count)
            .Select(step => elements[(from + step) % elements.Count])
            .FirstOrDefault(element => request.Site.Project.Summaries.Of(element).NeedsWork);
        Html.SeeOther(request.Http, next is null ? "/" : Links.Element(next.Number));
        return Task.CompletedTask;
    }

    private static void WriteEmpty(HtmlWriter html, PageRequest request)
    {
        html.Line($"<h1>Nothing is mapped yet</h1>");
        html.Line(
            $"<p>There is no mapping in <code>{request.Site.Project.OutputFolder}</code>. Run <code>csemapper map</code> with your policy folder; this page shows the result as soon as it is there.</p>"
        );
    }

    private static void WriteProgress(HtmlWriter html, MappingFile mapping, ElementSummaries summaries)
    {
        int accepted = mapping.Review.ElementsAccepted;
        int open = mapping.Elements.Sum(entry => summaries.Of(entry).Open);
        html.Line(
            $"""<section class="progress" id="progress" data-live aria-labelledby="progress-title"><h2 id="progress-title" class="hidden">Progress</h2>"""
        );
        html.Line(
            $"""<p class="big"><strong>{accepted} of {mapping.Elements.Count}</strong> elements have accepted evidence</p><progress max="{mapping.Elements.Count:D}" value="{accepted:D}" aria-label="Elements with accepted evidence"></progress>"""
        );
        html.Line(
            $"""<p>{Plural.Count(mapping.Review.Accepted, "passage", "passages")} accepted, {mapping.Review.Rejected} rejected, {open} still to judge.</p>"""
        );
        html.Line($"""<p><a class="button" href="/next">Go to the next element that needs work</a></p></section>""");
    }

    private static void WriteAttention(HtmlWriter html, PageRequest request, MappingFile mapping)
    {
        DecisionCounts review = mapping.Review;
        MappingCounts counts = mapping.Counts;
        List<(string Text, string Address)> items = [];
        if (request.State.Log.BadLine is { } line)
            items.Add(($"The decision log is damaged at line {line}: compare it with a backup", "/history"));
        if (review.Changed > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(review.Changed, "decision is", "decisions are")} about words that have changed "
                        + "since",
                    First(mapping, decision => decision.HasChanged)
                )
            );
        }

        if (review.Conflicts > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(review.Conflicts, "passage", "passages")} on which reviewers disagree",
                    First(mapping, decision => decision is { Verdict: Verdict.Conflict, HasChanged: false })
                )
            );
        }

        if (review.AwaitApproval > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(review.AwaitApproval, "acceptance waits", "acceptances wait")} for a second person",
                    First(mapping, decision => decision is { Verdict: Verdict.AwaitsApproval, HasChanged: false })
                )
            );
        }

        if (review.Unsure > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(review.Unsure, "passage", "passages")} somebody was not sure about",
                    First(mapping, decision => decision is { Verdict: Verdict.Unsure, HasChanged: false })
                )
            );
        }

        if (counts.NotRead + counts.PartlyRead > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(counts.NotRead + counts.PartlyRead, "file", "files")} could not be read, or "
                        + "not whole",
                    "/documents?show=problems"
                )
            );
        }

        html.Line(
            $"""<section id="attention" data-live aria-labelledby="attention-title"><h2 id="attention-title">What needs attention</h2>"""
        );
        if (items.Count == 0)
        {
            html.Line($"<p>Nothing but the elements still to judge.</p>");
        }
        else
        {
            html.Write($"""<ul class="attention">""");
            foreach ((string text, string address) in items)
                html.Write($"""<li><a href="{address}">{text}</a></li>""");
            html.Line($"</ul>");
        }

        html.Line($"</section>");
    }

    private static string First(MappingFile mapping, Func<MappingDecision, bool> which)
    {
        MappingEntry entry = mapping.Elements.First(element => element.Decisions.Any(which));
        Card? card = ElementCards.Of(entry).All.FirstOrDefault(one => one.Decision is { } decision && which(decision));
        return card is null ? Links.Element(entry.Number) : Links.Card(entry.Number, card.Id);
    }

    private static void WriteTiles(HtmlWriter html, MappingFile mapping, ElementSummaries summaries)
    {
        html.Line(
            $"""<section aria-labelledby="elements-title"><h2 id="elements-title">The {mapping.Elements.Count} elements</h2><ul class="legend">"""
        );
        foreach (ElementState state in Enum.GetValues<ElementState>())
        {
            html.Write(
                $"""<li><span class="tile sample {ElementStates.Class(state)}">{ElementStates.Words(state)}</span> <span>{ElementStates.Meaning(state)}</span></li>"""
            );
        }

        html.Line($"""</ul><div id="tiles" data-live>""");
        foreach (IGrouping<MappedHeading, MappingEntry> criterion in mapping.Elements.GroupBy(entry => entry.Criterion))
        {
            html.Line(
                $"""<section class="criterion"><h3>{criterion.Key.Number} {criterion.Key.Title}</h3><div class="subs">"""
            );
            foreach (IGrouping<MappedHeading, MappingEntry> sub in criterion.GroupBy(entry => entry.SubCriterion))
            {
                html.Write($"""<div><h4>{sub.Key.Number} {sub.Key.Title}</h4><ul class="tiles">""");
                foreach (MappingEntry entry in sub)
                    WriteTile(html, entry, summaries.Of(entry));
                html.Line($"</ul></div>");
            }

            html.Line($"</div></section>");
        }

        html.Line($"</div></section>");
    }

    private static void WriteTile(HtmlWriter html, MappingEntry entry, ElementSummary summary)
    {
        string note =
            summary.Accepted > 0 ? Plural.Count(summary.Accepted, "accepted", "accepted")
            : summary.Open > 0 ? Plural.Count(summary.Open, "to judge", "to judge")
            : "nothing to judge";
        html.Write(
            $"""<li><a class="tile {ElementStates.Class(summary.State)}" href="{Links.Element(entry.Number)}" title="{entry.Wording}"><b>{entry.Number}</b> <span>{ElementStates.Words(summary.State)}</span> <span class="note">{note}</span></a></li>"""
        );
    }
}
