using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.App.ReviewPage.Project;

/// <summary>Makes lines of the log out of what a reviewer does about one element.</summary>
/// <param name="request">Who, and on which state.</param>
/// <param name="entry">The element.</param>
/// <param name="batch">What the ids of all lines begin with.</param>
internal sealed class DecisionDesk(PageRequest request, MappingEntry entry, string batch)
{
    private readonly string _reviewer = request.Session.Reviewer;
    private int _lines;

    /// <summary>What the ids of all lines begin with.</summary>
    public string Batch => batch;

    /// <summary>True where the log has it already: a browser that heard no answer sends the same again.</summary>
    public bool IsDone => request.State.Reviewed!.LinesOf(entry.Number).Any(line => BatchOf(line.Id) == batch);

    /// <summary>The part of a decision's id that all decisions of one press of a key have in common.</summary>
    public static string BatchOf(string id) => id.LastIndexOf('-') is var at and >= 0 ? id[..at] : id;

    /// <summary>Judges passages, or remarks on one. Of several, only those are judged that nobody has judged
    /// meanwhile.</summary>
    /// <returns>The lines, and a code for why there are none.</returns>
    /// <exception cref="WorkspaceException">The documents are just being read anew.</exception>
    public (IReadOnlyList<Decision> Lines, string? Refusal) Judge(IReadOnlyList<Card> cards, Judgement judgement)
    {
        if (judgement is { Action: DecisionAction.Comment, Comment.Length: 0 })
            return ([], "form");
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        if (workspace is null)
            return ([], "busy");
        DecisionMaker maker = Maker(workspace);
        List<Decision> lines = [];
        foreach (Card card in cards.Count == 1 ? cards : cards.Where(card => card.IsOpen))
        {
            if (IsSaid(card, judgement))
                continue;
            string passage = card.Suggestion?.Id ?? card.Decision!.Id;
            if (maker.Judge(NewId(), _reviewer, entry.Number, passage, judgement) is { } line)
                lines.Add(line);
            else if (cards.Count == 1)
                return ([], "gone");
        }

        return (lines, lines.Count == 0 ? "nothing" : null);
    }

    /// <summary>Takes back the reviewer's own judgement; all of them where the words have gone, since nobody can judge
    /// those anew.</summary>
    public IReadOnlyList<Decision> Withdraw(Card card) =>
        card.IsCopy
            ? []
            : AnswerAll(
                card,
                DecisionAction.Withdraw,
                judgement => IsOwn(judgement.Reviewer) || card.Decision!.State == AnchorState.Gone
            );

    /// <summary>Stands behind what somebody else has accepted.</summary>
    public IReadOnlyList<Decision> Approve(Card card) =>
        card.IsCopy || card.HasChanged
            ? []
            :
            [
                .. AnswerAll(
                        card,
                        DecisionAction.Approve,
                        judgement => judgement.Action == DecisionAction.Accept && !IsOwn(judgement.Reviewer)
                    )
                    .TakeLast(1),
            ];

    /// <summary>Takes back everything that the reviewer's last press did about the element.</summary>
    public IReadOnlyList<Decision> Undo()
    {
        IReadOnlyList<Decision> lines = request.State.Reviewed!.LinesOf(entry.Number);
        HashSet<string> withdrawn = ReviewLedger.WithdrawnIn(lines);
        List<Decision> own =
        [
            .. lines.Where(line =>
                IsOwn(line.Reviewer) && line.Action != DecisionAction.Withdraw && !withdrawn.Contains(line.Id)
            ),
        ];
        return own.Count == 0
            ? []
            :
            [
                .. own.Where(line => BatchOf(line.Id) == BatchOf(own[^1].Id))
                    .Select(line => Answer(line.Id, DecisionAction.Withdraw)),
            ];
    }

    /// <summary>A version of the commentary.</summary>
    public Decision Commentary(string text) => Line(DecisionAction.Commentary) with { Comment = text };

    /// <summary>Accepts a passage that was found by searching; null where it is no longer there.</summary>
    public Decision? Use(string content, string passageKey, Judgement judgement)
    {
        using Workspace? workspace = request.Site.Project.OpenWorkspace();
        MappingDocument? document = request.State.Index!.Content(content);
        Passage? passage = workspace?.PassagesOf(content).FirstOrDefault(one => one.Key == passageKey);
        if (workspace is null || document is null || passage is null)
            return null;
        return Line(DecisionAction.Accept) with
        {
            Extent = judgement.Extent,
            Comment = judgement.Comment,
            Anchor = new AnchorMaker(workspace).Make(document.Record.Path, content, passageKey, passage.Text),
        };
    }

    private DecisionMaker Maker(Workspace workspace) =>
        new(request.State.Mapping!, new AnchorMaker(workspace), request.Site.Time);

    /// <summary>True where this reviewer has said exactly this: a key pressed twice adds no line.</summary>
    private bool IsSaid(Card card, Judgement judgement)
    {
        if (
            card.IsCopy
            || card.HasChanged
            || card.Decision is not { } decision
            || judgement.Action == DecisionAction.Comment
        )
        {
            return false;
        }

        return decision.Judgements.FirstOrDefault(one => IsOwn(one.Reviewer)) is { } own
            && own.Action == judgement.Action
            && judgement is { Comment.Length: 0, Reason: null }
            && own.Extent == judgement.Extent
            && decision.Parts.SequenceEqual(judgement.Parts);
    }

    private List<Decision> AnswerAll(Card card, DecisionAction action, Func<MappingJudgement, bool> which) =>
        [.. (card.Decision?.Judgements ?? []).Where(which).Select(judgement => Answer(judgement.Id, action))];

    private Decision Answer(string target, DecisionAction action) => Line(action) with { Target = target };

    private Decision Line(DecisionAction action) =>
        new(NewId(), request.Site.Time.GetUtcNow(), _reviewer, entry.Number, action);

    private string NewId() => FormattableString.Invariant($"{batch}-{++_lines}");

    private bool IsOwn(string name) => ReviewerNames.Folded.Equals(name, _reviewer);
}
