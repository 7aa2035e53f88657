using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>The standard at a glance: a tile an element, progress, what needs attention, what is left for
/// whom.</summary>
internal static class OverviewPage
{
    /// <summary>Shows it.</summary>
    public static Task Show(PageRequest request)
    {
        if (request.State.Mapping is null)
            return Frame.Send(request, "Nothing mapped yet", "/", new ReviewPage_Markup_Empty { Model = request });
        return Frame.Send(request, "Overview", "/", new ReviewPage_Markup_Overview { Model = request });
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

    /// <summary>What somebody should look at, each with the address where.</summary>
    public static IReadOnlyList<(string Text, string Address)> Attention(PageRequest request, MappingFile mapping)
    {
        DecisionCounts review = mapping.Review;
        MappingCounts counts = mapping.Counts;
        List<(string Text, string Address)> items = [];
        if (request.State.Log.BadLine is { } line)
            items.Add(($"The decision log is damaged at line {line}: compare it with a backup", "/history"));
        if (request.State.Log.Lost is not null)
            items.Add(("Lines of the decision log are gone or changed: compare it with a backup", "/history"));
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

        int missed = mapping.NotSearched.Count(document => document.Record.KnownTrouble is null);
        if (missed > 0)
        {
            items.Add(
                (
                    $"{Plural.Count(missed, "file", "files")} could not be read, or " + "not whole",
                    "/documents?show=problems"
                )
            );
        }

        return items;
    }

    /// <summary>What is left to do about an element, in two words.</summary>
    public static string Note(ElementSummary summary) =>
        summary.Accepted > 0 ? Plural.Count(summary.Accepted, "accepted", "accepted")
        : summary.Open > 0 ? Plural.Count(summary.Open, "to judge", "to judge")
        : "nothing to judge";

    /// <summary>What each reviewer has done, and how many acceptances wait for their approval; by name.</summary>
    public static IEnumerable<(string Name, ReviewerFigures Figures, int Waiting)> Reviewers(PageRequest request)
    {
        ElementSummary[] elements = [.. request.State.Mapping!.Elements.Select(request.Site.Project.Summaries.Of)];
        SortedDictionary<string, ReviewerFigures> reviewers = new(StringComparer.Ordinal)
        {
            [request.Session.Reviewer] = default,
        };
        foreach ((string name, ReviewerFigures figures) in elements.SelectMany(element => element.Reviewers))
            reviewers[name] = reviewers.GetValueOrDefault(name).Plus(figures);
        return reviewers.Select(pair =>
            (
                pair.Key,
                pair.Value,
                elements.Sum(element => element.AwaitApproval.Count(others => !others.Contains(pair.Key)))
            )
        );
    }

    private static string First(MappingFile mapping, Func<MappingDecision, bool> which)
    {
        MappingEntry entry = mapping.Elements.First(element => element.Decisions.Any(which));
        Card? card = ElementCards
            .Sort(entry)
            .All.FirstOrDefault(one => one.Decision is { } decision && which(decision));
        return card is null ? Links.Element(entry.Number) : Links.Card(entry.Number, card.Id);
    }
}
