using System.Text.Json.Serialization;

namespace CseMapper.Documents;

/// <summary>What came of reading one file.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Document">The document, present when the status is read or partly read; other statuses may still carry
/// facts or page counts.</param>
/// <param name="Problems">What went wrong, in the order of the document.</param>
public sealed record IngestResult(ReadStatus Status, SourceDocument? Document, IReadOnlyList<IngestProblem> Problems)
{
    /// <summary>True when memory ran short, so that another attempt with more of it may come to more.</summary>
    public bool LackedMemory { get; init; }

    /// <summary>A document read without or with problems that cost no text.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="problems">What the user should know of it.</param>
    public static IngestResult Read(SourceDocument document, params IReadOnlyList<IngestProblem> problems) =>
        new(ReadStatus.Read, document, problems);

    /// <summary>A document of which something is missing.</summary>
    /// <param name="document">What could be read.</param>
    /// <param name="problems">What is missing, and why; at least one.</param>
    public static IngestResult Partly(SourceDocument document, params IReadOnlyList<IngestProblem> problems) =>
        new(ReadStatus.PartlyRead, document, problems);

    /// <summary>No document.</summary>
    /// <param name="status">Why in one word.</param>
    /// <param name="reason">Why in a sentence that a compliance officer understands.</param>
    public static IngestResult Failed(ReadStatus status, string reason) =>
        new(status, null, [new IngestProblem(reason)]);
}

/// <summary>One thing that went wrong while a document was read.</summary>
/// <param name="Message">A sentence that a compliance officer understands, with what to do where something can be
/// done.</param>
/// <param name="Page">The page, counted from 1, or null where it concerns the whole document or the format has no
/// pages.</param>
public sealed record IngestProblem(string Message, int? Page = null)
{
    private const string CoveredText = "text lies under a drawn box";

    /// <summary>True where it says that pages hold text which nobody sees on them; such a document is not passed on
    /// before somebody has looked.</summary>
    [JsonIgnore]
    public bool TellsOfCoveredText => Message.Contains(CoveredText, StringComparison.Ordinal);

    /// <summary>Says that pages hold text which nobody sees on them.</summary>
    /// <param name="pages">The pages in words: "Page 4".</param>
    /// <param name="first">The first of them.</param>
    public static IngestProblem Covered(string pages, int first) =>
        new(
            $"{pages}: {CoveredText} or a redaction that was never applied. Nobody sees it on the page, but anybody can "
                + "copy it out of the file: have it taken out before the document is passed on.",
            first
        );
}
