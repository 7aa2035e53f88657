using System.Globalization;
using CseMapper.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using PrintedBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace CseMapper.PdfPig;

/// <summary>All pages of a document, blocks in reading order, running headers and footers marked.</summary>
internal sealed class DocumentPages
{
    private readonly List<PageContent> _pages = [];
    private readonly List<IngestProblem> _problems = [];

    private DocumentPages() { }

    public IReadOnlyList<PageContent> Pages => _pages;

    public IReadOnlyList<IngestProblem> Problems => _problems;

    /// <summary>Reads page by page; a page that PdfPig cannot read costs that page.</summary>
    public static DocumentPages Read(PdfDocument pdf, int maxTextLength, CancellationToken cancellation)
    {
        DocumentPages document = new();
        long length = 0;
        for (int number = 1; number <= pdf.NumberOfPages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            PageContent page = document.ReadPage(pdf, number);
            length += page.Lines.Sum(line => (long)line.Text.Length);
            if (length > maxTextLength)
            {
                document._problems.Add(
                    new IngestProblem(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The text is longer than {maxTextLength:N0} characters; what is beyond was left "
                                + $"out. Split the document."
                        ),
                        number
                    )
                );
                break;
            }

            document._pages.Add(page);
        }

        document.MarkRunningText();
        return document;
    }

    private PageContent ReadPage(PdfDocument pdf, int number)
    {
        try
        {
            Page page = pdf.GetPage(number);
            return PageContent.Read(page);
        }
        catch (Exception fault) when (PdfPigFile.IsFaultOfTheFile(fault))
        {
            _problems.Add(
                new IngestProblem(
                    "This page is damaged and was left out. Open the document, save a copy and put the copy in "
                        + "its place.",
                    number
                )
            );
            return PageContent.Empty(number);
        }
    }

    /// <summary>What is printed again and again at the edges of pages (Klampfl et al. 2014, as PdfPig implements
    /// it).</summary>
    /// <remarks>Only blocks at the edges are compared: edit distances of whole pages took nine tenths of the time of
    /// reading.</remarks>
    private void MarkRunningText()
    {
        (PageContent Page, IReadOnlyList<PrintedBlock> Edges)[] pages =
        [
            .. _pages.Select(page => (page, page.Edges)).Where(pair => pair.Edges.Count > 0),
        ];
        if (pages.Length < 2)
            return;
        IReadOnlyList<IReadOnlyList<PrintedBlock>> running = DecorationTextBlockClassifier.Get(
            [.. pages.Select(pair => pair.Edges)],
            maxDegreeOfParallelism: 1
        );
        for (int i = 0; i < pages.Length; i++)
        {
            foreach (PrintedBlock block in running[i])
                pages[i].Page.MarkRunning(block);
        }
    }
}
