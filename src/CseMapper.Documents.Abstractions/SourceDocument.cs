using System.Collections.ObjectModel;

namespace CseMapper.Documents;

/// <summary>A document as its reader saw it: blocks in reading order, and facts about it.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Blocks">All text, in reading order; running headers and footers at their place on the page, marked by
/// their role.</param>
/// <param name="PageCount">Pages of a paged format, null for others.</param>
/// <param name="Facts">What the document says about itself.</param>
public sealed record SourceDocument(FileFormat Format, IReadOnlyList<Block> Blocks, int? PageCount, DocumentFacts Facts)
{
    /// <summary>How its pages are cited.</summary>
    public PrintedPages PrintedPages { get; init; } = PrintedPages.None;

    /// <summary>The text of each page line by line as printed, lines ended by '\n'; empty unless asked for
    /// (<see cref="ReadOptions.KeepsPageTexts"/>) and for formats without pages.</summary>
    public IReadOnlyList<string> PageTexts { get; init; } = [];

    /// <summary>What the file says about itself outside its text, by name as the format has it ("title", "creator",
    /// "Company"); empty where it says nothing.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Remarks of reviewers in the margin; they never become evidence.</summary>
    public int CommentCount { get; init; }

    /// <summary>Tracked insertions, deletions and moves nobody has accepted or rejected.</summary>
    public int UnacceptedChangeCount { get; init; }
}

/// <summary>What a document says about itself; a fact that is not found is null, nothing is guessed.</summary>
public sealed record DocumentFacts
{
    /// <summary>Nothing known.</summary>
    public static DocumentFacts None { get; } = new();

    /// <summary>Title as printed or in the properties.</summary>
    public DocumentFact? Title { get; init; }

    /// <summary>Version as written: "2.1", "v3 draft".</summary>
    public DocumentFact? Version { get; init; }

    /// <summary>Who is responsible for it.</summary>
    public DocumentFact? Owner { get; init; }

    /// <summary>When it was approved or issued.</summary>
    public DocumentFact? Approved { get; init; }

    /// <summary>When it is to be reviewed.</summary>
    public DocumentFact? Review { get; init; }
}

/// <summary>One fact with its source.</summary>
/// <param name="Text">As written in the document.</param>
/// <param name="FoundIn">Where: "properties", "title block", "document control table", "header", "footer", "page
/// 1".</param>
/// <param name="Date">The date it means, for dates that could be read; the last day where only a month or year is
/// given.</param>
public sealed record DocumentFact(string Text, string FoundIn, DateOnly? Date = null);
