using System.Collections.Frozen;
using CseMapper.Passages.Indexing;

namespace CseMapper.Passages.Searching;

/// <summary>The names before a colon that a search knows; any other is text.</summary>
internal static class SearchFields
{
    /// <summary>Text and headings: what is searched where no field is named.</summary>
    public const string Anywhere = "";

    public const string Heading = PassageFields.Heading;
    public const string Title = PassageFields.Title;
    public const string Clause = PassageFields.Clause;
    public const string Page = PassageFields.Page;

    /// <summary>Paths and names of files.</summary>
    public const string Document = "document";

    /// <summary>An element's query, by its number.</summary>
    public const string Element = "element";

    /// <summary>As evidence is looked for: in text, lead-in, headings and title, phrases in any inflection too, and
    /// after a word's "~" its derivations.</summary>
    public const string Evidence = "evidence";

    private static readonly FrozenSet<string> _all = (
        (string[])[Heading, Title, Clause, Page, Document, Element, Evidence]
    ).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The field of that name, whatever its capitals; null for a word that names none.</summary>
    public static string? Find(string name) =>
        name.ToLowerInvariant() is var lower && _all.Contains(lower) ? lower : null;
}
