namespace CseMapper.Passages.Splitting;

/// <summary>A piece of a document that a reviewer can judge by itself: 40 to 180 words at block ends.</summary>
/// <param name="Key">
/// Names it within its document: from its text alone, so that edits elsewhere leave it as it is; equal texts are told
/// apart by a counter.
/// </param>
/// <param name="Ordinal">Its place among the document's passages, from 0.</param>
/// <param name="Text">Its words as printed; blocks are separated by '\n', list items keep their label, table rows read
/// "heading: cell; heading: cell".</param>
/// <param name="Headings">The headings above it, outermost first, with their numbers as printed.</param>
public sealed record Passage(string Key, int Ordinal, string Text, IReadOnlyList<string> Headings)
{
    /// <summary>The clause number printed at its first block or the nearest heading above, or null.</summary>
    public string? Clause { get; init; }

    /// <summary>The page it begins on, counted from 1, or null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>What the page is cited as ("iv"), or null where that is its number.</summary>
    public string? PageLabel { get; init; }

    /// <summary>True where the page is only approximate (Word's last rendering).</summary>
    public bool IsPageApproximate { get; init; }

    /// <summary>The sentence that introduces the list or table it was cut from, when that stands in an earlier passage;
    /// context, not part of the text.</summary>
    public string? LeadIn { get; init; }

    /// <summary>What kind of text it is.</summary>
    public PassageKind Kind { get; init; }

    /// <summary>True when its wording holds tracked changes that nobody has accepted yet.</summary>
    public bool HasUnacceptedChanges { get; init; }

    /// <summary>True when its letters come from text recognition of a picture.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>True when its words lie under a drawn box or a redaction that was never applied: nobody sees them on the
    /// page.</summary>
    public bool IsCovered { get; init; }
}

/// <summary>What a passage is made of.</summary>
public enum PassageKind
{
    /// <summary>Paragraphs.</summary>
    Prose,

    /// <summary>Mostly list items.</summary>
    List,

    /// <summary>Rows of a table.</summary>
    Table,
}
