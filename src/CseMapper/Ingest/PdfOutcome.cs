using System.Globalization;
using CseMapper.Pdf;

namespace CseMapper.Ingest;

/// <summary>Says how the reading of a PDF ended, in words for the person who keeps the documents.</summary>
internal static class PdfOutcome
{
    public static IngestResult Of(SourceDocument document, PdfContent content, IReadOnlyList<PdfProblem> found)
    {
        int[] scanned = PagesThatAre(content, PdfPageState.NeedsRecognition);
        int[] unreadable = PagesThatAre(content, PdfPageState.Unreadable);
        int readable = content.Pages.Count(page => page.State == PdfPageState.HasText);
        List<IngestProblem> problems = [.. found.Select(problem => new IngestProblem(problem.Message, problem.Page))];
        if (scanned.Length > 0) problems.Insert(0, Scanned(scanned, content.Pages.Count));
        if (unreadable.Length > 0) problems.Insert(0, Unreadable(unreadable, content.Pages.Count));
        if (readable == 0 && document.Blocks.Count == 0 && problems.Count == 0) problems.Add(new IngestProblem("There are no words in this file."));
        bool costsText = scanned.Length + unreadable.Length > 0 || found.Any(CostsText);
        ReadStatus status = readable > 0 ? costsText ? ReadStatus.PartlyRead : ReadStatus.Read
            : scanned.Length + unreadable.Length > 0 ? ReadStatus.NeedsOcr
            : document.Blocks.Count > 0 ? ReadStatus.PartlyRead
            : ReadStatus.Unreadable;
        return new IngestResult(status, document, problems);
    }

    /// <summary>Damage of the file as a whole was repaired before any page was read; damage on a page has cost something of it.</summary>
    private static bool CostsText(PdfProblem problem) => problem.Kind != PdfProblemKind.Damaged || problem.Page is not null;

    private static IngestProblem Scanned(int[] pages, int count) => new(
        pages.Length == count
            ? "This PDF is a scan: its pages are pictures without text. Have it recognised (OCR) with --ocr or in your PDF program, or put the original document in its place."
            : $"{Name(pages)} {(pages.Length == 1 ? "is a picture" : "are pictures")} without text and could not be read. Have the document recognised (OCR) with --ocr or in your PDF program.",
        pages[0]);

    private static IngestProblem Unreadable(int[] pages, int count) => new(
        (pages.Length == count ? "The text of this PDF" : $"The text of {Name(pages).ToLowerInvariant()}")
        + " is unreadable: the file does not say which letters its fonts show. Have it recognised (OCR) with --ocr, or put the original document in its place.",
        pages[0]);

    private static int[] PagesThatAre(PdfContent content, PdfPageState state) =>
        [.. content.Pages.Where(page => page.State == state).Select(page => page.Number)];

    /// <summary>"Page 4", "Pages 4 to 7 and 9".</summary>
    private static string Name(int[] pages)
    {
        List<string> ranges = [];
        for (int i = 0; i < pages.Length; i++)
        {
            int first = i;
            while (i + 1 < pages.Length && pages[i + 1] == pages[i] + 1) i++;
            ranges.Add(i == first ? Number(pages[i]) : $"{Number(pages[first])} to {Number(pages[i])}");
        }

        string list = ranges.Count == 1 ? ranges[0] : $"{string.Join(", ", ranges.Take(ranges.Count - 1))} and {ranges[^1]}";
        return (pages.Length == 1 ? "Page " : "Pages ") + list;
    }

    private static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);
}
