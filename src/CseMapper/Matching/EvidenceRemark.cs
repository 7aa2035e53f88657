namespace CseMapper.Matching;

/// <summary>What a reviewer should know before accepting a suggestion.</summary>
public enum EvidenceRemark
{
    /// <summary>The quote says that something is not there, or not yet.</summary>
    Negated,

    /// <summary>The quote speaks of aims and plans, not of what is done.</summary>
    Future,

    /// <summary>The quote gives figures: it shows what was done, where a policy says what is to be done.</summary>
    ShowsFigures,

    /// <summary>The passage has places that were never filled in.</summary>
    Template,

    /// <summary>The passage repeats the standard's own sentences.</summary>
    QuotesStandard,

    /// <summary>The document calls itself a draft.</summary>
    Draft,

    /// <summary>A newer version of the document is among the documents.</summary>
    Superseded,
}

/// <summary>Flags in words.</summary>
public static class EvidenceRemarks
{
    /// <summary>What a flag means, for reports and explanations.</summary>
    public static string Describe(EvidenceRemark flag) => flag switch
    {
        EvidenceRemark.Negated => "says that something is not there, or not yet",
        EvidenceRemark.Future => "an aim or a plan, not something done",
        EvidenceRemark.ShowsFigures => "gives figures: shows what was done",
        EvidenceRemark.Template => "template text that was never filled in",
        EvidenceRemark.QuotesStandard => "repeats the standard's own sentences",
        EvidenceRemark.Draft => "from a document that calls itself a draft",
        _ => "a newer version of this document is among the documents",
    };
}
