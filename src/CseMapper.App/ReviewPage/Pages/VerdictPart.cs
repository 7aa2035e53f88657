using CseMapper.App.ReviewPage.Project;
using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports;
using CseMapper.Reports.Html;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What was decided about a passage, by whom, and the buttons. This part of a card is replaced when something
/// changes; what is typed below it is not.</summary>
/// <param name="html">Where to.</param>
/// <param name="request">Who asks.</param>
internal sealed class VerdictPart(HtmlWriter html, PageRequest request)
{
    private static readonly (string Value, string Name, DecisionAction Action)[] _choices =
    [
        ("accept", "Accept", DecisionAction.Accept),
        ("reject", "Reject", DecisionAction.Reject),
        ("unsure", "Not sure", DecisionAction.Unsure),
    ];

    public void Write(Card card)
    {
        MappingDecision? decision = card.IsCopy ? null : card.Decision;
        MappingJudgement? own = decision?.Judgements.FirstOrDefault(judgement =>
            judgement.Reviewer == request.Session.Reviewer
        );
        html.Line(
            $"""<div class="verdict {(card.HasChanged ? "changed" : Words.Class(card.Verdict))}" id="{card.Id}-verdict" data-live data-verdict="{(card.IsOpen ? "open" : "decided")}">"""
        );
        html.Write(
            $"""<p class="verdict-line"><strong>{(card.HasChanged ? "Decided before the words changed" : VerdictWords.Label(card.Verdict))}</strong>"""
        );
        IReadOnlyList<MappingJudgement> judgements = decision?.Judgements ?? [];
        if (judgements.Count > 0)
            html.Write($""" <span class="saved">Saved</span> """);
        // One judgement stands on the line that is there before it: nothing below moves when somebody decides.
        if (judgements.Count == 1)
            WriteJudgement(judgements[0], decision!.Verdict);
        html.Line($"</p>");
        if (card is { IsCopy: true, Decision: { } elsewhere })
        {
            html.Line(
                $"""<p class="hint">The same words were decided in <bdi>{elsewhere.DecidedIn}</bdi>: {VerdictWords.Label(elsewhere.Verdict)}.</p>"""
            );
        }

        if (decision is { State: AnchorState.Moved })
        {
            html.Line(
                $"""<p class="hint">{Words.Of(decision.State)} It was decided in <bdi>{decision.DecidedIn}</bdi>.</p>"""
            );
        }

        foreach (MappingJudgement judgement in judgements.Count > 1 ? judgements : [])
        {
            html.Write($"<p>");
            WriteJudgement(judgement, null);
            html.Line($"</p>");
        }

        foreach (MappingJudgement remark in decision?.Remarks ?? [])
        {
            html.Write($"""<p class="remark">""");
            WriteJudgement(remark, null);
            html.Line($"</p>");
        }

        if (request.Session.MayDecide)
            WriteButtons(card, decision, own);
        html.Line($"</div>");
    }

    /// <param name="judgement">What somebody said.</param>
    /// <param name="verdict">What stands before it already, or null.</param>
    private void WriteJudgement(MappingJudgement judgement, Verdict? verdict)
    {
        string said = verdict is null ? Words.Of(judgement.Action) : "";
        string extent = Words.Of(judgement.Extent);
        html.Write(
            $"""<span class="judgement"><bdi>{judgement.Reviewer}</bdi>{(said.Length + extent.Length > 0 ? ": " : "")}{said}{(said.Length > 0 && extent.Length > 0 ? " " : "")}{extent}"""
        );
        if (judgement.Reason is { } reason)
            html.Write($" ({Words.ReasonName(reason)})");
        html.Write($", ");
        html.WriteTime(judgement.Time, request.Site.Time);
        if (judgement.Comment.Length > 0)
            html.Write($""": <q>{judgement.Comment}</q>""");
        html.Write($"</span>");
    }

    private void WriteButtons(Card card, MappingDecision? decision, MappingJudgement? own)
    {
        html.Write($"""<p class="buttons">""");
        foreach (
            (string value, string name, DecisionAction action) in decision is { State: AnchorState.Gone }
                ? []
                : _choices
        )
        {
            html.Write(
                $"""<button name="action" value="{value}" id="{card.Id}-{value}" class="{value}" aria-pressed="{(own?.Action == action && !card.HasChanged ? "true" : "false")}">{name}</button> """
            );
        }

        if (decision is { Verdict: Verdict.AwaitsApproval } && own is null && request.Session.MayApprove)
        {
            html.Write(
                $"""<button name="action" value="approve" id="{card.Id}-approve" class="accept">Approve</button> """
            );
        }

        if (own is not null || decision is { State: AnchorState.Gone, Judgements.Count: > 0 })
        {
            html.Write(
                $"""<button name="action" value="withdraw" id="{card.Id}-withdraw" class="quiet">Take back</button>"""
            );
        }

        html.Line($"</p>");
    }
}
