using CseMapper.Documents.Text;

namespace CseMapper.Documents;

/// <summary>Sees to it that every document that was not read, or not whole, says what happened, what of it was read and
/// what to do.</summary>
internal static class ReadingReasons
{
    private const string NothingRead =
        "The file is damaged and nothing of it was read: ask for it again, or open it in the program it was made with, save "
        + "a copy and put the copy in its place.";

    private const string NoWords =
        "There are no words in this file, so nothing of it was read: if it shows words, have them recognised (OCR) or put "
        + "the original document in its place.";

    private const string HeaderOnly =
        "Only the running header or footer has words, and nothing else was read: if the pages show words, have them recognised "
        + "(OCR) or put the original document in its place.";

    private const string BesideOnly =
        "The pages hold no text of their own, and only remarks, form fields or words beside them were read: if the pages "
        + "show words, have them recognised (OCR) with --ocr or put the original document in its place.";

    /// <summary>The result with a reason, whatever its reader forgot to say.</summary>
    public static IngestResult Complete(IngestResult result)
    {
        // Empty cells and lines are no words, whatever a reader makes of them.
        if (result is { Status: ReadStatus.Read, Problems.Count: 0 } && !HasWords(result.Document, otherwise: true))
            return result with { Status = ReadStatus.Unreadable, Problems = [new IngestProblem(NoWords)] };
        if (result.Problems.Count == 0)
            return OfStatus(result) is { } reason ? result with { Problems = [new IngestProblem(reason)] } : result;
        if (result.Status != ReadStatus.Unreadable)
            return result;
        if (HasWords(result.Document, otherwise: false))
            return WithWordsBeside(result);
        IngestProblem[] problems =
        [
            .. result
                .Problems.Select(problem =>
                    problem.Message == TextLimits.NoWords ? problem with { Message = NoWords } : problem
                )
                // "What could be found was read" would be wrong of a file of which nothing was.
                .Where(problem => SaysNothing(problem.Message) || !SaysRead(problem.Message)),
        ];
        return result with
        {
            Problems = problems.Any(problem => SaysNothing(problem.Message))
                ? problems
                : [new IngestProblem(NothingRead), .. problems],
        };
    }

    /// <summary>A body without words below a running header has some all the same.</summary>
    private static IngestResult WithWordsBeside(IngestResult result) =>
        result.Problems[0].Message == TextLimits.NoWords
            ? result with
            {
                Status = ReadStatus.PartlyRead,
                Problems = [new IngestProblem(HeaderOnly), .. result.Problems.Skip(1)],
            }
            : result;

    private static string? OfStatus(IngestResult result) =>
        result.Status switch
        {
            ReadStatus.Read => null,
            ReadStatus.PartlyRead => BesideOnly,
            ReadStatus.NeedsPassword =>
                "This document opens only with a password. Give it with --password, or save a copy without one.",
            ReadStatus.NeedsOcr =>
                "The pages of this document are pictures without text, and nothing was read: have it "
                    + "recognised (OCR) or put the original document in its place.",
            _ => NothingRead,
        };

    private static bool SaysRead(string message) =>
        message.Contains("was read", StringComparison.Ordinal)
        || message.Contains("were read", StringComparison.Ordinal)
        || message.Contains("is missing", StringComparison.Ordinal)
        || message.Contains("was made anew", StringComparison.Ordinal)
        || message.Contains("pieced together", StringComparison.Ordinal);

    private static bool SaysNothing(string message) =>
        message.Contains("othing", StringComparison.Ordinal)
        || message.Contains("no words", StringComparison.Ordinal)
        || message.Contains("beyond reading", StringComparison.Ordinal)
        || message.Contains("not be read", StringComparison.Ordinal)
        || message.Contains("no text could be read", StringComparison.Ordinal)
        || message.Contains("larger than is read", StringComparison.Ordinal)
        || message.Contains("given up", StringComparison.Ordinal);

    private static bool HasWords(SourceDocument? document, bool otherwise) =>
        document is null
            ? otherwise
            : document.Blocks.Any(block =>
                block switch
                {
                    TableBlock table => table.Rows.Any(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))),
                    HeadingBlock heading => !string.IsNullOrWhiteSpace(heading.Text),
                    TextBlock text => !string.IsNullOrWhiteSpace(text.Text),
                    ListItemBlock item => !string.IsNullOrWhiteSpace(item.Text),
                    _ => true,
                }
            );
}
