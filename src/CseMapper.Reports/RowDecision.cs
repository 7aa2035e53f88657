using System.Security.Cryptography;
using System.Text;
using CseMapper.Decisions.Log;
using CseMapper.Decisions.Mapping;
using CseMapper.Reports.Xlsx;

namespace CseMapper.Reports;

/// <summary>What the cells of a row say of a decision: the same words when they are written and when they come
/// back.</summary>
/// <param name="Decision">"Accept", "Reject", "Unsure", "Conflict" where reviewers disagree, or empty.</param>
/// <param name="Extent">"Full", "Partial" or empty.</param>
/// <param name="Comment">Remarks; several reviewers' under their names.</param>
/// <param name="Reviewer">Who, several with commas.</param>
internal sealed record RowDecision(string Decision, string Extent, string Comment, string Reviewer)
{
    public const string Conflict = "Conflict";

    public static RowDecision None { get; } = new("", "", "", "");

    /// <summary>
    /// Names what the cells said when they were written, so that a changed cell is told from one that was left alone. A
    /// letter in front keeps spreadsheets from taking it for a number.
    /// </summary>
    public string Base
    {
        get
        {
            string all = string.Join('\0', Decision, Extent, Words(Comment), Words(Reviewer));
            return "b" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
        }
    }

    /// <summary>The decision on a suggestion as it stands: empty where it was decided elsewhere, or where its words
    /// have changed since.</summary>
    public static RowDecision Of(MappingEntry entry, MappingSuggestion suggestion) =>
        suggestion.Decision is { IsCopy: false } own
        && entry.Decisions.FirstOrDefault(decision => decision.Id == own.Item) is { } decided
            ? Of(decided)
            : None;

    /// <summary>A decided passage as it stands; empty where its words have changed since.</summary>
    public static RowDecision Of(MappingDecision decided)
    {
        if (decided.HasChanged)
            return None;
        if (decided.Judgements.Count == 0)
        {
            return None with
            {
                Comment = CommentOf(decided),
                Reviewer = string.Join(
                    ", ",
                    decided.Remarks.Select(remark => remark.Reviewer).Distinct(StringComparer.Ordinal)
                ),
            };
        }

        string decision = decided.Verdict switch
        {
            Verdict.Accepted or Verdict.AwaitsApproval => "Accept",
            Verdict.Rejected => "Reject",
            Verdict.Unsure => "Unsure",
            _ => Conflict,
        };
        return new RowDecision(
            decision,
            ExtentOf(decided.Extent),
            CommentOf(decided),
            string.Join(", ", decided.Reviewers)
        );
    }

    /// <summary>One judgement by itself.</summary>
    public static RowDecision Of(MappingJudgement judgement)
    {
        string decision = judgement.Action switch
        {
            DecisionAction.Accept => "Accept",
            DecisionAction.Reject => "Reject",
            DecisionAction.Unsure => "Unsure",
            _ => "",
        };
        return new RowDecision(decision, ExtentOf(judgement.Extent), judgement.Comment, judgement.Reviewer);
    }

    /// <summary>True where the remark was left as it stands, white space aside.</summary>
    public bool KeepsComment(RowDecision now) => Words(Comment) == Words(now.Comment);

    /// <summary>True where both say the same, white space aside.</summary>
    public bool Says(RowDecision other) => Base == other.Base;

    private static string ExtentOf(EvidenceExtent extent) =>
        extent switch
        {
            EvidenceExtent.Full => "Full",
            EvidenceExtent.Partial => "Partial",
            _ => "",
        };

    private static string CommentOf(MappingDecision decided)
    {
        MappingJudgement[] said =
        [
            .. decided.Judgements.Where(judgement => judgement.Comment.Length > 0),
            .. decided.Remarks,
        ];
        return
            said.Length == 1
            && decided.Judgements.Count <= 1
            && said[0].Reviewer == (decided.Judgements is [var only] ? only.Reviewer : said[0].Reviewer)
            ? said[0].Comment
            : string.Join('\n', said.Select(judgement => $"{judgement.Reviewer}: {judgement.Comment}"));
    }

    /// <summary>A spreadsheet may turn line ends, takes some characters out, and a cell holds so much.</summary>
    private static string Words(string text) =>
        string.Join(
            ' ',
            DisplayText.Clean(XlsxText.Cut(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
