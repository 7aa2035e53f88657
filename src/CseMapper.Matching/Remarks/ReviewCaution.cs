using CseMapper.Matching.Criteria;

namespace CseMapper.Matching.Remarks;

/// <summary>What a suggestion loses because of what stands against it, apart from its words.</summary>
internal static class ReviewCaution
{
    /// <summary>The factor on score and confidence for each thing that stands against a suggestion.</summary>
    public static double FactorOf(EvidenceRemark flag) =>
        flag switch
        {
            EvidenceRemark.Negated => 0.6,
            EvidenceRemark.Future => 0.85,
            EvidenceRemark.Template => 0.3,
            EvidenceRemark.QuotesStandard => 0.2,
            EvidenceRemark.Draft => 0.85,
            EvidenceRemark.Superseded => 0.5,
            EvidenceRemark.ReviewOverdue => 0.9,
            EvidenceRemark.Boilerplate => 0.3,
            EvidenceRemark.ContentsPage => 0.2,
            EvidenceRemark.Fragment => 0.5,
            EvidenceRemark.StatesLaw => 0.7,
            _ => 1,
        };

    /// <summary>
    /// The factor on confidence for the kind of element: what an assessor sees on the day no document proves, and a
    /// level of satisfaction is proved by figures, not by a policy.
    /// </summary>
    public static double FactorOf(EvidenceKind kind, IReadOnlyCollection<EvidenceRemark> flags) =>
        kind switch
        {
            EvidenceKind.Observed => 0.5,
            EvidenceKind.Results when !flags.Contains(EvidenceRemark.ShowsFigures) => 0.6,
            _ => 1,
        };
}
