namespace CseMapper.Matching.Remarks;

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

    /// <summary>The date at which the document was to be reviewed has passed.</summary>
    ReviewOverdue,

    /// <summary>The same paragraph stands in so many documents that it says nothing of any.</summary>
    Boilerplate,

    /// <summary>The passage is a list of headings and page numbers.</summary>
    ContentsPage,

    /// <summary>The quote reports what was done, with a date or a result but without figures.</summary>
    ShowsDone,

    /// <summary>The quote says what is to be done, and shows nothing that was: no figures, dates or results.</summary>
    SaysOnly,

    /// <summary>The passage is a title, a date, or another line that says nothing by itself.</summary>
    Fragment,

    /// <summary>The quote says what a law asks for, not what is done about it.</summary>
    StatesLaw,
}

/// <summary>Flags in words.</summary>
public static class EvidenceRemarks
{
    /// <summary>What a flag means, for reports and explanations.</summary>
    /// <param name="flag">One flag, not several at once.</param>
    public static string Describe(EvidenceRemark flag) =>
        flag switch
        {
            EvidenceRemark.Negated => "says that something is not there, or not yet",
            EvidenceRemark.Future => "an aim or a plan, not something done",
            EvidenceRemark.ShowsFigures => "gives figures: shows what was done",
            EvidenceRemark.Template => "template text that was never filled in",
            EvidenceRemark.QuotesStandard => "repeats the standard's own sentences",
            EvidenceRemark.Draft => "from a document that calls itself a draft",
            EvidenceRemark.ReviewOverdue => "the document's review date has passed",
            EvidenceRemark.Boilerplate => "the same paragraph stands in many documents",
            EvidenceRemark.ContentsPage => "a list of headings, not the text itself",
            EvidenceRemark.ShowsDone => "reports what was done",
            EvidenceRemark.Fragment => "a title or a single line, not a statement",
            EvidenceRemark.StatesLaw => "says what the law asks for, not what is done",
            EvidenceRemark.SaysOnly => "says what is to be done: no figures, dates or results",
            _ => "a newer version of this document is among the documents",
        };
}
