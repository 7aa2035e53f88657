using System.Globalization;
using CseMapper.Documents.Ocr;
using CseMapper.Pdf;

namespace CseMapper.Documents.Pdf;

/// <summary>Says how the reading of a PDF ended, in words for the person who keeps the documents.</summary>
internal static class PdfOutcome
{
    /// <summary>Recognised text below this confidence is no more than partly read.</summary>
    private const float Doubtful = 0.6f;

    /// <param name="document">What was read.</param>
    /// <param name="content">Its pages and their states.</param>
    /// <param name="found">The reader's problems.</param>
    /// <param name="recognition">What came of text recognition; null where it was not asked for, or the program is not
    /// installed.</param>
    /// <param name="asksRecognition">True when text recognition was asked for.</param>
    public static IngestResult Conclude(
        SourceDocument document,
        PdfContent content,
        IReadOnlyList<PdfProblem> found,
        PictureReading? recognition,
        bool asksRecognition
    )
    {
        int[] scanned = PagesThatAre(content, PdfPageState.NeedsRecognition);
        int[] unreadable = PagesThatAre(content, PdfPageState.Unreadable);
        int[] recognised = PagesThatAre(content, PdfPageState.Recognised);
        float confidence = content.Pages.Min(page => page.Confidence) ?? 1;
        int readable = content.Pages.Count(page => page.State == PdfPageState.HasText) + recognised.Length;
        List<IngestProblem> problems =
        [
            .. found
                .Where(problem => problem.Kind != PdfProblemKind.Covered)
                .Select(problem => new IngestProblem(problem.Message, problem.Page)),
        ];
        int[] covered =
        [
            .. found.Where(problem => problem.Kind == PdfProblemKind.Covered).Select(problem => problem.Page ?? 1),
        ];
        if (covered.Length > 0)
            problems.Insert(0, IngestProblem.Covered(Name(covered), covered[0]));
        problems.AddRange(recognition?.Problems ?? []);
        if (recognised.Length > 0)
            problems.Insert(0, Recognised(recognised, content));
        if (scanned.Length > 0)
            problems.Insert(0, Scanned(scanned, content.Pages.Count, recognition is not null));
        if (unreadable.Length > 0)
            problems.Insert(0, Unreadable(unreadable, content.Pages.Count));
        if (readable == 0 && document.Blocks.Count == 0 && problems.Count == 0)
            problems.Add(new IngestProblem("There are no words in this file."));
        if (asksRecognition && recognition is null && scanned.Length + unreadable.Length > 0)
            problems.Insert(0, new IngestProblem(TesseractProgram.HowToGet));
        bool costsText = confidence < Doubtful || scanned.Length + unreadable.Length > 0 || found.Any(CostsText);
        ReadStatus status =
            readable > 0
                ? costsText
                    ? ReadStatus.PartlyRead
                    : ReadStatus.Read
                : scanned.Length + unreadable.Length > 0
                    ? ReadStatus.NeedsOcr
                    : document.Blocks.Count > 0
                        ? ReadStatus.PartlyRead
                        : ReadStatus.Unreadable;
        return new IngestResult(status, document, problems);
    }

    /// <summary>Damage of the file as a whole was repaired before any page was read; damage on a page has cost
    /// something of it. Attached files are no text of this one.</summary>
    private static bool CostsText(PdfProblem problem) =>
        problem.Kind switch
        {
            PdfProblemKind.Damaged => problem.Page is not null,
            PdfProblemKind.Omitted or PdfProblemKind.Covered => false,
            _ => true,
        };

    private static IngestProblem Scanned(int[] pages, int count, bool wasTried)
    {
        bool isWhole = pages.Length == count;
        string what = isWhole
            ? "This PDF is a scan: its pages are pictures without text"
            : $"{Name(pages)} {(pages.Length == 1 ? "is a picture" : "are pictures")} without text";
        string advice =
            wasTried ? ", and text recognition (OCR) found no words in them. Put the original document in its place."
            : isWhole
                ? ". Have it recognised (OCR) with --ocr or in your PDF program, or put the original document in "
                    + "its place."
            : " and could not be read. Have the document recognised (OCR) with --ocr or in your PDF program.";
        return new IngestProblem(what + advice, pages[0]);
    }

    private static IngestProblem Recognised(int[] pages, PdfContent content)
    {
        double mean = pages.Average(page => (double)(content.Pages[page - 1].Confidence ?? 0));
        string percent = Number((int)Math.Round(mean * 100));
        return new IngestProblem(
            $"{Name(pages)} {(pages.Length == 1 ? "was" : "were")} read by text recognition (OCR), which is "
                + $"{percent} % sure of the words. Check quotes against the printed page.",
            pages[0]
        );
    }

    private static IngestProblem Unreadable(int[] pages, int count) =>
        new(
            (pages.Length == count ? "The text of this PDF" : $"The text of {Name(pages).ToLowerInvariant()}")
                + " is unreadable: the file does not say which letters its fonts show. Put the original document "
                + "in its place, or have this one recognised (OCR) in your PDF program.",
            pages[0]
        );

    private static int[] PagesThatAre(PdfContent content, PdfPageState state) =>
        [.. content.Pages.Where(page => page.State == state).Select(page => page.Number)];

    /// <summary>"Page 4", "Pages 4 to 7 and 9".</summary>
    private static string Name(int[] pages)
    {
        List<string> ranges = [];
        for (int i = 0; i < pages.Length; i++)
        {
            int first = i;
            while (i + 1 < pages.Length && pages[i + 1] == pages[i] + 1)
                i++;
            ranges.Add(i == first ? Number(pages[i]) : $"{Number(pages[first])} to {Number(pages[i])}");
        }

        string list =
            ranges.Count == 1 ? ranges[0] : $"{string.Join(", ", ranges.Take(ranges.Count - 1))} and {ranges[^1]}";
        return (pages.Length == 1 ? "Page " : "Pages ") + list;
    }

    private static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);
}
