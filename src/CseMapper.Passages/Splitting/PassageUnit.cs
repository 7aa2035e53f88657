using CseMapper.Documents;

namespace CseMapper.Passages.Splitting;

/// <summary>The smallest thing that passages are put together from: a paragraph or a piece of a long one, a list item,
/// a table row.</summary>
/// <param name="Label">Its clause number or list label as printed, or empty; not part of a passage's key, since numbers
/// shift when a clause is put in above.</param>
/// <param name="Text">Its words without the label.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Block">The block it comes from.</param>
internal sealed record PassageUnit(string Label, string Text, PassageKind Kind, Block Block)
{
    /// <summary>Its words with the label.</summary>
    public int Words { get; } = WordCount.Of(Label) + WordCount.Of(Text);

    /// <summary>The page it begins on, or null.</summary>
    public int? Page { get; init; } = Block.Location.Page;

    /// <summary>The clause it belongs to, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>The sentence that introduces it, for a passage that begins with it.</summary>
    public string? LeadIn { get; init; }

    /// <summary>How it stands to what is before it.</summary>
    public UnitJoint Joint { get; init; }

    /// <summary>Its words as printed.</summary>
    public string Printed => Label.Length == 0 ? Text : Label + " " + Text;

    /// <summary>Two units in place of this one.</summary>
    /// <param name="at">The first character of the second in <see cref="Text"/>.</param>
    public (PassageUnit First, PassageUnit Second) SplitAt(int at) =>
        (
            this with
            {
                Text = Text[..at].TrimEnd(),
            },
            new PassageUnit("", Text[at..].TrimStart(), Kind, Block)
            {
                Page = Page,
                Clause = Clause,
                LeadIn = LeadIn,
                Joint = UnitJoint.Free,
            }
        );
}

/// <summary>Whether a passage may begin with a unit.</summary>
internal enum UnitJoint
{
    /// <summary>It may.</summary>
    Free,

    /// <summary>It had better: a paragraph that introduces a list, a numbered clause.</summary>
    Begins,

    /// <summary>Only when it must: a list item or footnote, which says little without what is before it.</summary>
    Clings,
}
