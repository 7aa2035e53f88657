using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;
using CseMapper.Documents;
using CseMapper.Matching.Suggestions;
using CseMapper.Reports;

namespace CseMapper.App.ReviewPage.Pages;

/// <summary>What enumerations are called on the pages, and the classes that give them their colours.</summary>
internal static class Words
{
    /// <summary>Why a passage was judged so: the code in the log, and the words on the page.</summary>
    public static IReadOnlyList<(string Code, string Name)> Reasons { get; } =
    [
        ("wrong-element", "About something else"),
        ("too-general", "Too general"),
        ("plan-only", "A plan, not something done"),
        ("out-of-date", "Out of date"),
        ("not-ours", "Not about our organisation"),
        ("better-elsewhere", "Better evidence elsewhere"),
        ("other", "Another reason"),
    ];

    public static string Class(Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted => "accepted",
            Verdict.Rejected => "rejected",
            Verdict.Open => "open",
            _ => "waiting",
        };

    public static string Of(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => "accepted",
            DecisionAction.Reject => "rejected",
            DecisionAction.Unsure => "not sure",
            DecisionAction.Withdraw => "took back",
            DecisionAction.Approve => "approved",
            DecisionAction.Comment => "remarked",
            _ => "wrote commentary",
        };

    /// <summary>The same as the end of "took back what Ann …".</summary>
    public static string Deed(DecisionAction action) =>
        action switch
        {
            DecisionAction.Unsure => "was not sure about",
            DecisionAction.Commentary => "wrote as commentary",
            _ => Of(action),
        };

    public static string Of(EvidenceExtent extent) =>
        extent switch
        {
            EvidenceExtent.Full => "fully",
            EvidenceExtent.Partial => "partly",
            _ => "",
        };

    public static string Of(EvidenceStrength strength) =>
        strength switch
        {
            EvidenceStrength.Strong => "Strong",
            EvidenceStrength.Possible => "Possible",
            EvidenceStrength.Weak => "Weak",
            _ => "None",
        };

    public static string Class(EvidenceStrength strength) =>
        strength switch
        {
            EvidenceStrength.Strong => "strong",
            EvidenceStrength.Possible => "possible",
            _ => "none",
        };

    public static string Of(ReadStatus status) =>
        status switch
        {
            ReadStatus.Read => "Read",
            ReadStatus.PartlyRead => "Partly read",
            ReadStatus.NeedsPassword => "Needs a password",
            ReadStatus.NeedsOcr => "Needs text recognition",
            ReadStatus.Unsupported => "Not a kind that is read",
            _ => "Unreadable",
        };

    /// <summary>What became of decided words, as a sentence about them.</summary>
    public static string Of(AnchorState state) =>
        state switch
        {
            AnchorState.Moved => "The same words now stand elsewhere; the decision holds.",
            AnchorState.Reworded => "The words have been changed since. Look at them and decide again.",
            AnchorState.Gone => "The words are no longer in the documents.",
            AnchorState.Ambiguous =>
                "The words were changed, and several places look like them. Look and decide again.",
            _ => "",
        };

    public static string ReasonName(string code) => Reasons.FirstOrDefault(reason => reason.Code == code).Name ?? code;

    /// <summary>The beginning of a quote on one line, cut between words.</summary>
    public static string Shortened(string quote, int most)
    {
        string line = DisplayText.OneLine(quote);
        if (line.Length <= most)
            return line;
        int cut = line.LastIndexOf(' ', most);
        return line[..(cut > 0 ? cut : most)] + " …";
    }
}
