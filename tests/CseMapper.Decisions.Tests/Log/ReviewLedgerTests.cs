using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;

namespace CseMapper.Decisions.Tests.Log;

public sealed class ReviewLedgerTests
{
    private static readonly EvidenceAnchor _here = new("We reply within ten working days.", "a.docx", "h1");
    private readonly List<Decision> _log = [];

    [Fact]
    public void LastJudgementOfAReviewerCounts()
    {
        Add("ann", DecisionAction.Accept);
        Add("ann", DecisionAction.Reject);

        Assert.Equal(Verdict.Rejected, Single().Verdict);
        Assert.Equal(2, Single().History.Count);
    }

    [Fact]
    public void DifferentAnswersOfTwoReviewersAreAConflictAndBothKept()
    {
        Add("ann", DecisionAction.Accept);
        Add("bob", DecisionAction.Reject);

        Assert.Equal(Verdict.Conflict, Single().Verdict);
        Assert.Equal(["ann", "bob"], Single().Standing.Select(decision => decision.Reviewer));
    }

    [Fact]
    public void UndoBringsTheEarlierJudgementBackAndRedoTheLater()
    {
        Add("ann", DecisionAction.Accept);
        string reject = Add("ann", DecisionAction.Reject);
        string undo = Add("ann", DecisionAction.Withdraw, reject);
        Assert.Equal(Verdict.Accepted, Single().Verdict);

        Add("ann", DecisionAction.Withdraw, undo);
        Assert.Equal(Verdict.Rejected, Single().Verdict);
    }

    [Fact]
    public void EverythingTakenBackLeavesItOpenWithItsHistory()
    {
        Add("ann", DecisionAction.Withdraw, Add("ann", DecisionAction.Accept));

        Assert.Equal(Verdict.Open, Single().Verdict);
        Assert.Equal(2, Single().History.Count);
    }

    [Fact]
    public void WithTwoPersonsAnAcceptanceCountsOnlyAfterAnotherPersonsApproval()
    {
        string accept = Add("ann", DecisionAction.Accept);
        Add("ann", DecisionAction.Approve, accept);
        Assert.Equal(Verdict.AwaitsApproval, Single(needsApproval: true).Verdict);

        Add("bob", DecisionAction.Approve, accept);
        Assert.Equal(Verdict.Accepted, Single(needsApproval: true).Verdict);
    }

    [Fact]
    public void ApprovalOfAWithdrawnAcceptanceCountsForNothing()
    {
        string accept = Add("ann", DecisionAction.Accept);
        Add("bob", DecisionAction.Approve, accept);
        Add("ann", DecisionAction.Withdraw, accept);

        Assert.Equal(Verdict.Open, Single(needsApproval: true).Verdict);
    }

    [Fact]
    public void SameWordsInTwoDocumentsAreDecidedOnce()
    {
        Add("ann", DecisionAction.Accept);
        _log.Add(
            new Decision("x", DateTimeOffset.UnixEpoch, "bob", "5.1.1", DecisionAction.Unsure)
            {
                Anchor = _here with
                {
                    Path = "copy.pdf",
                    ContentHash = "h2",
                    Quote = "4.3 We reply, within ten working days",
                },
            }
        );

        Assert.Equal(Verdict.Accepted, Single().Verdict);
    }

    [Fact]
    public void CommentariesKeepTheirVersions()
    {
        _log.Add(
            new Decision("c1", DateTimeOffset.UnixEpoch, "ann", "5.1.1", DecisionAction.Commentary)
            {
                Comment = "First.",
            }
        );
        _log.Add(
            new Decision("c2", DateTimeOffset.UnixEpoch, "bob", "5.1.1", DecisionAction.Commentary)
            {
                Comment = "Second.",
            }
        );

        Assert.Equal(
            ["First.", "Second."],
            ReviewLedger.Derive(_log, false).Commentaries["5.1.1"].Select(decision => decision.Comment)
        );
    }

    private string Add(string reviewer, DecisionAction action, string? target = null)
    {
        string id = $"d{_log.Count}";
        _log.Add(
            new Decision(id, DateTimeOffset.UnixEpoch, reviewer, "5.1.1", action)
            {
                Target = target,
                Anchor = target is null ? _here : null,
            }
        );
        return id;
    }

    private ReviewItem Single(bool needsApproval = false) =>
        Assert.Single(ReviewLedger.Derive(_log, needsApproval).Items);
}
