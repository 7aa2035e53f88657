using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Decisions.Mapping;

/// <summary>Puts what was decided beside an element's suggestions.</summary>
internal static class DecisionJoin
{
    /// <summary>The entry with the decisions given, whatever decisions it had.</summary>
    /// <param name="entry">The element with its suggestions.</param>
    /// <param name="decisions">Its decisions.</param>
    /// <param name="commentary">Its commentary.</param>
    /// <param name="words">The words of its suggestions, where they were needed before.</param>
    public static MappingEntry Apply(
        MappingEntry entry,
        IReadOnlyList<MappingDecision> decisions,
        MappingCommentary? commentary,
        SuggestionWords? words = null
    )
    {
        words ??= new SuggestionWords(entry.Suggestions);
        SuggestionDecision?[] ofSuggestion = new SuggestionDecision?[entry.Suggestions.Count];
        List<MappingDecision> placed = [];
        foreach (MappingDecision decision in decisions)
        {
            List<string> here = [];
            foreach ((int at, bool isSame, bool overlaps) in words.Like(decision.Place?.Text ?? decision.Quote))
            {
                bool isHere =
                    overlaps
                    && decision.Place is { } place
                    && entry.Suggestions[at].Places.Any(one => one.Document == place.ContentHash && !one.IsNearlySame);
                if (!isHere && !isSame)
                    continue;
                if (isHere)
                    here.Add(entry.Suggestions[at].Id);
                SuggestionDecision found = new(decision.Id, decision.Verdict, decision.State, !isHere);
                if (ofSuggestion[at] is not { } known || IsNearer(found, known))
                    ofSuggestion[at] = found;
            }

            placed.Add(decision with { Suggestions = here });
        }

        return entry with
        {
            Decisions = placed,
            Commentary = commentary,
            Suggestions =
            [
                .. entry.Suggestions.Select((suggestion, at) => suggestion with { Decision = ofSuggestion[at] }),
            ],
        };
    }

    /// <summary>By content how its pages are cited; only those are named whose pages are not cited by number.</summary>
    /// <param name="documents">The documents of the mapping.</param>
    public static Dictionary<string, PrintedPages> PagesOf(IEnumerable<DocumentRecord> documents)
    {
        Dictionary<string, PrintedPages> pages = new(StringComparer.Ordinal);
        foreach (DocumentRecord document in documents.Where(document => document.PrintedPages.Labels.Count > 0))
            pages.TryAdd(document.Hash, document.PrintedPages);
        return pages;
    }

    /// <summary>A decided passage as the mapping shows it.</summary>
    /// <param name="decided">What was decided, and what was found of it.</param>
    /// <param name="pages">By content how its pages are cited.</param>
    public static MappingDecision DecisionOf(DecidedItem decided, Dictionary<string, PrintedPages> pages)
    {
        ReviewItem item = decided.Item;
        EvidenceAnchor anchor = item.History.First(decision => decision.Id == decided.AnchoredBy).Anchor!;
        return new MappingDecision(
            item.Id,
            item.Verdict,
            decided.Match.State,
            anchor.Quote,
            [.. item.Standing.Select(JudgementOf)]
        )
        {
            Remarks = [.. item.Remarks.Select(JudgementOf)],
            Extent = item.Extent,
            Parts = item.Parts,
            DecidedIn = anchor.Path,
            AnchoredBy = decided.AnchoredBy,
            Place = Cited(decided.Match.Place, pages),
            Changes = decided.Match.Changes,
        };
    }

    private static AnchorPlace? Cited(AnchorPlace? place, Dictionary<string, PrintedPages> pages) =>
        place is not null && pages.TryGetValue(place.ContentHash, out PrintedPages? printed)
            ? place with
            {
                PageLabel = printed.LabelOf(place.Page),
            }
            : place;

    /// <summary>The latest version of a commentary; null where there is none, or where it was emptied.</summary>
    public static MappingCommentary? CommentaryOf(IReadOnlyList<Decision> versions) =>
        versions is [.., { Comment.Length: > 0 } last]
            ? new MappingCommentary(last.Id, last.Time, last.Reviewer, last.Comment, versions.Count)
            : null;

    private static MappingJudgement JudgementOf(Decision decision) =>
        new(decision.Id, decision.Time, decision.Reviewer, decision.Action)
        {
            Extent = decision.Extent,
            Reason = decision.Reason,
            Comment = decision.Comment,
        };

    /// <summary>A decision taken here goes before one on a copy, one that stands before one that waits.</summary>
    private static bool IsNearer(SuggestionDecision found, SuggestionDecision known) =>
        (found.IsCopy, found.Verdict == Verdict.Open, found.State).CompareTo(
            (known.IsCopy, known.Verdict == Verdict.Open, known.State)
        ) < 0;
}
