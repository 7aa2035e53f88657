using CseMapper.Documents;
using CseMapper.Passages.CrossChecking;

namespace CseMapper.Passages.Workspaces;

/// <summary>A file of the policy folder, as the last run found it.</summary>
/// <param name="Path">Its path below the folder, with '/' on every system.</param>
/// <param name="Format">What it is by its content.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 of its content in lower-case hex: its identity. Files of equal content share it and are
/// read once. Empty where the file could not be opened.</param>
public sealed record DocumentRecord(string Path, FileFormat Format, long Bytes, string Hash)
{
    private const int MostReasons = 3;

    /// <summary>The number under which a workspace keeps the content; 0 where there is none.</summary>
    public long Content { get; init; }

    /// <summary>How reading it ended.</summary>
    public ReadStatus Status { get; init; }

    /// <summary>What went wrong; never empty unless it was read whole.</summary>
    public IReadOnlyList<IngestProblem> Problems { get; init; } = [];

    /// <summary>Why it was not read whole: its first problems as sentences; empty where nothing went wrong.</summary>
    public string Reason
    {
        get
        {
            string[] sentences = [.. Problems.Select(Sentence).Distinct(StringComparer.Ordinal)];
            string first = string.Join(' ', sentences.Take(MostReasons));
            return sentences.Length <= MostReasons
                ? first
                : FormattableString.Invariant($"{first} And {sentences.Length - MostReasons:N0} more.");
        }
    }

    /// <summary>Pages of a paged format, or null.</summary>
    public int? Pages { get; init; }

    /// <summary>How its pages are cited.</summary>
    public PrintedPages PrintedPages { get; init; } = PrintedPages.None;

    /// <summary>How many passages were made of it.</summary>
    public int PassageCount { get; init; }

    /// <summary>What the document says about itself.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;

    /// <summary>Remarks in the margin that were left out.</summary>
    public int CommentCount { get; init; }

    /// <summary>Tracked changes nobody has accepted.</summary>
    public int UnacceptedChangeCount { get; init; }

    /// <summary>What a second reader found; null where it was not asked.</summary>
    public CrossCheck? CrossCheck { get; init; }

    /// <summary>True when the date at which it was to be reviewed has passed; see <see cref="AsOf"/>.</summary>
    public bool IsReviewOverdue { get; init; }

    /// <summary>That it is known why it was not read whole, so that nobody need look at it again; null where nobody has
    /// said so, and for a document that was read whole.</summary>
    public KnownTrouble? KnownTrouble { get; init; }

    /// <summary>The record with <see cref="IsReviewOverdue"/> as it is on a day; never true for a document that names
    /// no review date.</summary>
    /// <param name="day">The day of the run.</param>
    public DocumentRecord AsOf(DateOnly day) => this with { IsReviewOverdue = Facts.Review?.Date < day };

    private static string Sentence(IngestProblem problem) =>
        problem.Page is { } page ? FormattableString.Invariant($"Page {page}: {problem.Message}") : problem.Message;
}
