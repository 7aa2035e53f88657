using System.Globalization;
using CseMapper.Documents;
using CseMapper.Documents.Ocr;
using CseMapper.Pdf;

namespace CseMapper.Documents.Pdf;

/// <summary>Reads PDF files with the project's own reader.</summary>
/// <param name="recognition">The program for text recognition, null where none is installed; used only when the options
/// ask for it.</param>
public sealed class PdfReader(TesseractProgram? recognition = null) : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Pdf];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file is larger than {options.MaxFileBytes >> 20:N0} MB. Split it, or save it with "
                        + $"smaller pictures."
                )
            );
        }

        PictureReading? pictures =
            options.Recognises && recognition is not null ? new PictureReading(recognition) : null;
        PdfDocument pdf = PdfDocument.Open(
            stream,
            new PdfOptions
            {
                Passwords = options.Passwords,
                MaxTextLength = options.MaxTextLength,
                MaxUnpackedBytes = options.MaxUnpackedBytes,
                MaxFileBytes = options.MaxFileBytes,
                Recognise = pictures is null ? null : pictures.Read,
            }
        );
        return pdf.Status switch
        {
            PdfOpenStatus.NeedsPassword => Locked(pdf, options),
            PdfOpenStatus.Unreadable => IngestResult.Failed(
                ReadStatus.Unreadable,
                "This PDF is damaged beyond reading. Ask for it again, or open it in another program and save a copy."
            ),
            _ => Read(pdf, options, pictures, cancellation),
        };
    }

    private static IngestResult Locked(PdfDocument pdf, ReadOptions options) =>
        pdf.Problems.FirstOrDefault(problem => problem.Kind == PdfProblemKind.Unsupported) is { } unsupported
            ? IngestResult.Failed(ReadStatus.Unsupported, unsupported.Message)
            : IngestResult.Failed(ReadStatus.NeedsPassword, PasswordReason(options));

    private static string PasswordReason(ReadOptions options) =>
        options.Passwords.Count == 0
            ? "This PDF opens only with a password. Give it with --password, or save a copy without one."
            : "None of the passwords given opens this PDF. Give the right one with --password, or save a copy "
                + "without one.";

    private static IngestResult Read(
        PdfDocument pdf,
        ReadOptions options,
        PictureReading? pictures,
        CancellationToken cancellation
    )
    {
        PdfContent content = pdf.ReadContent(cancellation);
        SourceDocument document = new(FileFormat.Pdf, content.Blocks, pdf.PageCount, Facts(pdf))
        {
            PrintedPages = PrintedPages.From(pdf.PageLabels),
            PageTexts = options.KeepsPageTexts ? [.. content.Pages.Select(page => page.Text)] : [],
            CommentCount = content.Blocks.Count(block => block.Role == BlockRole.Annotation),
        };
        return PdfOutcome.Conclude(document, content, pdf.Problems, pictures, options.Recognises);
    }

    private static DocumentFacts Facts(PdfDocument pdf) =>
        pdf.Title is { } title
            ? new DocumentFacts { Title = new DocumentFact(title, "properties") }
            : DocumentFacts.None;
}
