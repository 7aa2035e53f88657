using System.Globalization;
using System.Text;
using CseMapper.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace CseMapper.PdfPig;

/// <summary>Reads the words of each page with PdfPig and nothing else of a document: what the text in use is compared
/// with.</summary>
/// <remarks>Words by nearest neighbours, in the order in which they are drawn; a new line where a word does not go on
/// behind the one before. Takes half the time of <see cref="PdfPigReader"/>.</remarks>
public sealed class PdfPigWords : IDocumentReader
{
    private static readonly NearestNeighbourWordExtractor _words = new(
        new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 }
    );

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
        List<string> texts = [];
        List<IngestProblem> problems = [];
        long length = 0;
        for (int number = 1; number <= pdf.NumberOfPages && length <= options.MaxTextLength; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            string text = "";
            try
            {
                text = TextOf(pdf.GetPage(number));
            }
            catch (Exception fault) when (PdfPigFile.IsFaultOfTheFile(fault))
            {
                problems.Add(new IngestProblem("PdfPig cannot read this page.", number));
            }
            length += text.Length;
            texts.Add(text);
        }

        SourceDocument document = new(FileFormat.Pdf, [], pdf.NumberOfPages, DocumentFacts.None) { PageTexts = texts };
        return new IngestResult(problems.Count > 0 ? ReadStatus.PartlyRead : ReadStatus.Read, document, problems);
    }

    private static string TextOf(Page page)
    {
        StringBuilder text = new();
        Word? before = null;
        foreach (Word word in _words.GetWords(page.Letters))
        {
            if (string.IsNullOrWhiteSpace(word.Text))
                continue;
            if (before is not null)
                text.Append(GoesOn(before, word) ? ' ' : '\n');
            text.Append(word.Text);
            before = word;
        }
        return text.ToString();
    }

    private static bool GoesOn(Word before, Word word) =>
        word.BoundingBox.Left >= before.BoundingBox.Left
        && Math.Abs(word.BoundingBox.Centroid.Y - before.BoundingBox.Centroid.Y)
            <= Math.Max(before.BoundingBox.Height, word.BoundingBox.Height);
}
