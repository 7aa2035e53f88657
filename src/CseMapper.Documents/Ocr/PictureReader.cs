using CseMapper.Pdf;

namespace CseMapper.Documents.Ocr;

/// <summary>Reads pictures (.jpg, .png, .tif) by text recognition, where a program for it is installed and wanted: a
/// photograph of a notice, a scanned letter.</summary>
/// <param name="recognition">The program, or null where none is installed.</param>
public sealed class PictureReader(TesseractProgram? recognition = null) : IDocumentReader
{
    /// <summary>What cameras and scanners give is at least as fine.</summary>
    private const int UsualDots = 300;

    private const int MostBytes = 128 << 20;

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Picture];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Recognises)
        {
            return IngestResult.Failed(
                ReadStatus.NeedsOcr,
                "This is a picture, and none of its words were read. Run with --ocr, or put a document with the same words "
                    + "in its place."
            );
        }

        if (recognition is null)
        {
            return IngestResult.Failed(
                ReadStatus.NeedsOcr,
                "This is a picture, and none of its words were read. " + TesseractProgram.HowToGet
            );
        }

        if (stream.Length > MostBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The picture is larger than is read. Save a smaller copy."
            );
        }
        stream.Position = 0;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        PdfPictureFormat format = bytes is [0xFF, 0xD8, ..] ? PdfPictureFormat.Jpeg : PdfPictureFormat.Tiff;
        PictureReading reading = new(recognition);
        IReadOnlyList<PdfRecognisedWord> words = reading.Read(
            new PdfPicture(1, format, bytes, 0, 0, UsualDots),
            cancellation
        );
        List<Block> blocks = [.. Paragraphs(words)];
        if (reading.Problems.Count > 0)
            return new IngestResult(ReadStatus.NeedsOcr, null, [new IngestProblem(reading.Problems[0].Message)]);
        SourceDocument document = new(FileFormat.Picture, blocks, PageCount: null, DocumentFacts.None);
        return blocks.Count == 0
            ? IngestResult.Failed(ReadStatus.Unreadable, "Text recognition found no words in this picture.")
            : IngestResult.Read(
                document,
                new IngestProblem("The words were recognised in a picture; compare what you quote with it.")
            );
    }

    /// <summary>Lines that stand close to each other are one paragraph.</summary>
    private static IEnumerable<Block> Paragraphs(IReadOnlyList<PdfRecognisedWord> words)
    {
        List<string> lines = [];
        float bottom = 0;
        foreach (IGrouping<int, PdfRecognisedWord> line in words.GroupBy(word => word.Line))
        {
            float top = line.Min(word => word.Top);
            float height = line.Max(word => word.Bottom) - top;
            if (lines.Count > 0 && (top - bottom > height * 0.8f || top < bottom - (height * 2)))
            {
                yield return Paragraph(lines);
                lines.Clear();
            }

            lines.Add(string.Join(' ', line.Select(word => word.Text)));
            bottom = line.Max(word => word.Bottom);
        }

        if (lines.Count > 0)
            yield return Paragraph(lines);
    }

    private static TextBlock Paragraph(List<string> lines) =>
        new(new BlockLocation(null), null, string.Join('\n', lines)) { IsRecognised = true };
}
