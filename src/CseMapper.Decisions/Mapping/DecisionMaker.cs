using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Mapping;

/// <summary>What a reviewer says of a passage.</summary>
/// <param name="Action">Accept, reject, unsure, or comment for a remark alone.</param>
public sealed record Judgement(DecisionAction Action)
{
    /// <summary>How much of the element it proves; with accept.</summary>
    public EvidenceExtent Extent { get; init; }

    /// <summary>The parts of the element it covers, counted from 1; empty for nothing said.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>Why, as a code, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Free words, or empty.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>Turns what a person does with a suggestion or a decided passage into a line for the log.</summary>
/// <param name="mapping">What the person saw.</param>
/// <param name="anchors">Says where the words stand.</param>
/// <param name="time">The clock.</param>
public sealed class DecisionMaker(MappingFile mapping, AnchorMaker anchors, TimeProvider time)
{
    /// <summary>Judges a passage.</summary>
    /// <param name="id">The new line's id.</param>
    /// <param name="reviewer">Who judges.</param>
    /// <param name="element">The element's number.</param>
    /// <param name="passage">Id of a suggestion, or of a decided passage.</param>
    /// <param name="judgement">What they say.</param>
    /// <returns>Null where the element has no such passage, or where the passage is gone from all documents.</returns>
    public Decision? Judge(string id, string reviewer, string element, string passage, Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        MappingEntry? entry = mapping.Elements.FirstOrDefault(one => one.Number == element);
        MappingSuggestion? suggestion = entry?.Suggestions.FirstOrDefault(one => one.Id == passage);
        string? item =
            suggestion is null ? passage
            : suggestion.Decision is { IsCopy: false } own ? own.Item
            : null;
        MappingDecision? decided = entry?.Decisions.FirstOrDefault(one => one.Id == item);
        // A suggestion that is cut otherwise than the passage somebody decided about is judged by that passage: one
        // decision, not two that say different things.
        bool isOfItem = suggestion is null || decided is { HasChanged: false };
        EvidenceAnchor? anchor =
            !isOfItem ? AnchorOf(suggestion!)
            : decided?.Place is { } place
                ? anchors.Make(place.Path, place.ContentHash, suggestion?.Places[0].Passage, place.Text)
            : null;
        return anchor is null
            ? null
            : new Decision(id, time.GetUtcNow(), reviewer, element, judgement.Action)
            {
                Extent = judgement.Extent,
                Parts = judgement.Parts,
                Reason = judgement.Reason,
                Comment = judgement.Comment,
                Anchor = anchor,
                // Words that were edited since are judged anew in the place of what was said of the old ones.
                Target = decided is { HasChanged: true, Judgements: [.., var last] } ? last.Id : null,
            };
    }

    /// <summary>Writes an element's commentary; an empty text takes it out.</summary>
    /// <param name="id">The new line's id.</param>
    /// <param name="reviewer">Who writes.</param>
    /// <param name="element">The element's number.</param>
    /// <param name="text">The whole text.</param>
    public Decision Comment(string id, string reviewer, string element, string text) =>
        new(id, time.GetUtcNow(), reviewer, element, DecisionAction.Commentary) { Comment = text };

    /// <summary>Takes a line back, or approves an acceptance.</summary>
    /// <param name="id">The new line's id.</param>
    /// <param name="reviewer">Who does it.</param>
    /// <param name="target">The line.</param>
    /// <param name="action">Withdraw or approve.</param>
    public Decision Answer(string id, string reviewer, Decision target, DecisionAction action)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(id, time.GetUtcNow(), reviewer, target.Element, action) { Target = target.Id };
    }

    /// <summary>Takes a line back that the mapping shows.</summary>
    /// <param name="id">The new line's id.</param>
    /// <param name="reviewer">Who does it.</param>
    /// <param name="element">The line's element.</param>
    /// <param name="target">The line's id.</param>
    public Decision Withdraw(string id, string reviewer, string element, string target) =>
        new(id, time.GetUtcNow(), reviewer, element, DecisionAction.Withdraw) { Target = target };

    private EvidenceAnchor AnchorOf(MappingSuggestion suggestion)
    {
        MappingPlace place = suggestion.Places[0];
        return anchors.Make(place.Paths[0], place.Document, place.Passage, suggestion.Quote);
    }
}
