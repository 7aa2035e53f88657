namespace CseMapper.Passages.Indexing;

/// <summary>The fields under which a passage stands in the index. No text is stored: the workspace has it.</summary>
internal static class PassageFields
{
    /// <summary>Its own words: stems, and beside each place a byte that tells which of the stem's words stands there
    /// (<see cref="Terms.WordForms"/>).</summary>
    public const string Body = "body";

    /// <summary>The headings above it.</summary>
    public const string Heading = "heading";

    /// <summary>The document's title.</summary>
    public const string Title = "title";

    /// <summary>The sentence that introduces a list it belongs to.</summary>
    public const string LeadIn = "leadin";

    /// <summary>The clause number printed at it.</summary>
    public const string Clause = "clause";

    /// <summary>At a document's last passage: the document's words that are not their own stem, as they are written;
    /// patterns are held against them.</summary>
    public const string Forms = "forms";

    /// <summary>What it is made of, and what stands against its wording: see <see cref="PassageFlags"/>.</summary>
    public const string Flags = "flags";

    /// <summary>The key of the document it belongs to, by which documents are deleted and compared with the workspace:
    /// see <see cref="IndexedContent"/>.</summary>
    public const string Document = "document";

    /// <summary>Its place in the document.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>The page it begins on; absent where the format has none.</summary>
    public const string Page = "page";

    /// <summary>How many words of it are no stop words: the body's, and times 2^32 the headings'.</summary>
    public const string Lengths = "lengths";
}

/// <summary>The terms of the field of flags.</summary>
internal static class PassageFlags
{
    public const string List = "list";
    public const string Table = "table";
    public const string UnacceptedChanges = "changes";
    public const string Recognised = "recognised";
}
