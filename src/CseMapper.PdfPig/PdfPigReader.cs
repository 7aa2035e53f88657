using System.Globalization;
using CseMapper.Documents;
using UglyToad.PdfPig;

namespace CseMapper.PdfPig;

/// <summary>Reads PDF files with PdfPig: the other engine, for those who ask for it.</summary>
/// <remarks>
/// Words by nearest neighbours, blocks by Docstrum (O'Gorman 1993), their order by spatial reasoning over them;
/// headings by bookmarks, and by type size where there are none. Tables are read as text, tags and remarks are not
/// read, and scanned pages are not recognised: for those take the embedded reader. How much packed content may unpack
/// to is not limited by PdfPig.
/// </remarks>
public sealed class PdfPigReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Pdf];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return PdfPigFile.Read(stream, options, pdf => Read(pdf, options, cancellation), cancellation);
    }

    private static IngestResult Read(PdfDocument pdf, ReadOptions options, CancellationToken cancellation)
    {
        DocumentPages pages = DocumentPages.Read(pdf, options.MaxTextLength, cancellation);
        List<Block> blocks = new BlockMaker(pages.Pages, Headings.Read(pdf, pages.Pages)).Make();
        SourceDocument document = new(FileFormat.Pdf, blocks, pdf.NumberOfPages, Facts(pdf))
        {
            PageTexts = options.KeepsPageTexts ? [.. pages.Pages.Select(page => page.Text)] : [],
        };
        return Outcome(document, pages);
    }

    private static IngestResult Outcome(SourceDocument document, DocumentPages pages)
    {
        int scans = pages.Pages.Count(page => page.IsPicture);
        List<IngestProblem> problems = [.. pages.Problems];
        if (scans > 0)
        {
            string message =
                scans == pages.Pages.Count
                    ? "This PDF is a scan: its pages are pictures without text. Have it recognised (OCR) in your "
                        + "PDF program, or put the original document in its place."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{scans} of {pages.Pages.Count} pages are pictures without text. Have the document "
                            + $"recognised (OCR) in your PDF program."
                    );
            problems.Insert(0, new IngestProblem(message, pages.Pages.First(page => page.IsPicture).Number));
        }

        if (document.Blocks.Count > 0)
            return new IngestResult(problems.Count > 0 ? ReadStatus.PartlyRead : ReadStatus.Read, document, problems);
        if (problems.Count == 0)
            problems.Add(new IngestProblem("There are no words in this file."));
        return new IngestResult(scans > 0 ? ReadStatus.NeedsOcr : ReadStatus.Unreadable, document, problems);
    }

    private static DocumentFacts Facts(PdfDocument pdf) =>
        pdf.Information.Title?.Trim() is { Length: > 0 } title
            ? new DocumentFacts { Title = new DocumentFact(title, "properties") }
            : DocumentFacts.None;
}
