using CseMapper.Passages.Splitting;

namespace CseMapper.Decisions.Anchors;

/// <summary>What has become of the words a decision was about.</summary>
public enum AnchorState
{
    /// <summary>The same words at the same place of the same document.</summary>
    Unchanged,

    /// <summary>The same words elsewhere in the document, or in the renamed document.</summary>
    Moved,

    /// <summary>Words very like them in their place: the decision waits until someone has looked.</summary>
    Reworded,

    /// <summary>Nothing like them: the decision waits.</summary>
    Gone,

    /// <summary>Several places are equally like them: the decision waits.</summary>
    Ambiguous,
}

/// <summary>What follows from a state.</summary>
public static class AnchorStates
{
    /// <summary>True while a decision counts without anyone looking again.</summary>
    /// <param name="state">What became of the words that were decided about.</param>
    public static bool IsKept(this AnchorState state) => state is AnchorState.Unchanged or AnchorState.Moved;
}

/// <summary>A document in which anchors are looked for.</summary>
/// <param name="Path">Its path below the policy folder.</param>
/// <param name="ContentHash">SHA-256 of its content in hex.</param>
/// <param name="Passages">Gives its passages in reading order; called only when it has to be searched.</param>
public sealed record AnchorDocument(string Path, string ContentHash, Func<IReadOnlyList<Passage>> Passages);

/// <summary>Where the words of an anchor were found.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="ContentHash">The document's content.</param>
/// <param name="Text">The words as they stand there now.</param>
/// <param name="Headings">The headings above them, outermost first.</param>
public sealed record AnchorPlace(string Path, string ContentHash, string Text, IReadOnlyList<string> Headings)
{
    /// <summary>The clause number as printed, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>The page, counted from 1, or null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>What the page is cited as ("iv"), or null where that is its number; anchors name pages by number only, so
    /// that the mapping adds it.</summary>
    public string? PageLabel { get; init; }

    /// <summary>True where the page is only approximate.</summary>
    public bool IsPageApproximate { get; init; }

    /// <summary>Where an anchor was made, in a document that has not changed since.</summary>
    /// <param name="anchor">What a decision was taken about.</param>
    public static AnchorPlace WhereMade(EvidenceAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return new AnchorPlace(anchor.Path, anchor.ContentHash, anchor.Quote, anchor.Headings)
        {
            Clause = anchor.Clause,
            Page = anchor.Page,
        };
    }
}

/// <summary>The answer for one anchor.</summary>
/// <param name="State">What has become of it.</param>
/// <param name="Place">Where it stands now; the best place for a reworded or ambiguous one, null for a gone
/// one.</param>
/// <param name="Likeness">0 to 1: how much of the words agrees, common words counting less.</param>
/// <param name="Changes">For a reworded or ambiguous one, word by word what changed.</param>
public sealed record AnchorMatch(
    AnchorState State,
    AnchorPlace? Place,
    double Likeness,
    IReadOnlyList<WordChange> Changes
)
{
    /// <summary>True while the decision counts without anyone looking again.</summary>
    public bool KeepsDecision => State.IsKept();
}

/// <summary>A run of words of a comparison.</summary>
/// <param name="Kind">Whether it stands in both texts or only in one.</param>
/// <param name="Text">The words, with single blanks between them.</param>
public sealed record WordChange(WordChangeKind Kind, string Text);

/// <summary>In which text words stand.</summary>
public enum WordChangeKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the old one.</summary>
    Removed,

    /// <summary>Only in the new one.</summary>
    Added,
}
