using AspNetCoreGeneratedDocument;
using CseMapper.App.ReviewPage.Markup;
using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>An element with its wording, its evidence so far, its suggestions, and what is written about it for the
/// assessor.</summary>
internal static class ElementPage
{
    /// <summary>As many passages that are not suggested, or accepted ones, as are shown at once.</summary>
    public const int OthersAPage = 20;

    private const int MostVersions = 20;

    /// <summary>Shows it.</summary>
    public static Task Show(PageRequest request) =>
        request.State.Element(request.Route("number")) is { } entry
            ? Frame.Send(
                request,
                $"{entry.Number} {entry.SubCriterion.Title}",
                "/",
                new ReviewPage_Markup_Element { Model = new ElementModel(request, entry, ElementCards.Sort(entry)) }
            )
            : Frame.NotFound(request, "The standard has no element of that number.");

    /// <summary>How many accepted passages cover a part of the element.</summary>
    /// <param name="entry">The element.</param>
    /// <param name="part">The part, from 1.</param>
    public static int Covering(MappingEntry entry, int part) =>
        entry.Decisions.Count(decision =>
            decision.Counts
            && (decision.Parts.Contains(part) || (decision.Parts.Count == 0 && decision.Extent == EvidenceExtent.Full))
        );

    /// <summary>What the commentary said before, latest first.</summary>
    public static IEnumerable<Decision> EarlierCommentary(PageRequest request, MappingEntry entry) =>
        request
            .State.Reviewed!.LinesOf(entry.Number)
            .Where(line => line.Action == DecisionAction.Commentary)
            .Reverse()
            .Skip(1)
            .Take(MostVersions);
}
