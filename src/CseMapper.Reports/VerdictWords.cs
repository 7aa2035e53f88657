using CseMapper.Decisions.Anchors;
using CseMapper.Decisions.Log;

namespace CseMapper.Reports;

/// <summary>What people decided, in the words that reports, pages and commands share.</summary>
public static class VerdictWords
{
    /// <summary>The verdict by itself: "Rejected".</summary>
    /// <param name="verdict">What counts of a passage's decisions.</param>
    public static string Label(Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted => "Accepted",
            Verdict.AwaitsApproval => "Accepted, waits for a second person",
            Verdict.Rejected => "Rejected",
            Verdict.Unsure => "Not sure",
            Verdict.Conflict => "Reviewers disagree",
            _ => "Not decided",
        };

    /// <summary>The verdict as the end of "it was …".</summary>
    /// <param name="verdict">What counts of a passage's decisions.</param>
    public static string Verb(Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted or Verdict.AwaitsApproval => "accepted",
            Verdict.Rejected => "rejected",
            Verdict.Unsure => "marked as unsure",
            Verdict.Conflict => "judged differently",
            _ => "remarked on",
        };

    /// <summary>What has become of words that somebody decided about.</summary>
    /// <param name="state">Where they stand now.</param>
    public static string State(AnchorState state) =>
        state switch
        {
            AnchorState.Unchanged => "Stands as it was",
            AnchorState.Moved => "The same words, elsewhere now",
            AnchorState.Reworded => "Reworded",
            AnchorState.Gone => "Its words are gone",
            _ => "Its words may be in several places",
        };
}
