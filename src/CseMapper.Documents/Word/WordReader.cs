using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Assembly;
using CseMapper.Documents.Word.Packages;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Word;

/// <summary>Reads Word documents since 2007 (.docx, .docm, .dotx, .dotm): every word once, as a reader of the printed
/// page would see it.</summary>
/// <remarks>
/// The package is opened by Open XML, its parts are read as streams: documents that nest a hundred thousand elements
/// would bring down anything that builds a tree. Macros are never run. Source: ECMA-376 parts 1 to 4.
/// </remarks>
public sealed class WordReader : IDocumentReader
{
    private const string Damaged =
        "The file is damaged: no text could be read from it. Open it in Word, let Word repair it and save it "
        + "again, or ask for another copy.";

    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.WordOpenXml];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        cancellation.ThrowIfCancellationRequested();
        if (stream.Length > options.MaxFileBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The file is larger than is read. Split it, or leave out its pictures."
            );
        }

        using WordPackage package = WordPackage.Open(stream);
        if (package.Main is null)
            return IngestResult.Failed(ReadStatus.Unreadable, Damaged);
        return Read(new WordContext(package, new DocumentLimits(options, cancellation)));
    }

    private static IngestResult Read(WordContext context)
    {
        List<Draft> body = WordParts.ReadBody(context);
        IReadOnlyDictionary<string, string> properties = PackageProperties.Read(context);
        PageEstimate.Place(body, context, properties);
        BlockAssembler blocks = new BlockAssembler(context.Pages, HeadingGuesser.Find(body));
        blocks.Add(WordParts.ReadRunning(context, isHeader: true), BlockRole.Header);
        blocks.Add(body, BlockRole.Body);
        blocks.Add(WordParts.ReadRunning(context, isHeader: false), BlockRole.Footer);
        SourceDocument document = new SourceDocument(
            FileFormat.WordOpenXml,
            blocks.Blocks,
            PageCount: null,
            DocumentFacts.None
        )
        {
            CommentCount = WordParts.CountComments(context),
            UnacceptedChangeCount = context.Changes,
            Properties = properties,
        };
        if (context.Package.IsDamaged)
        {
            context.AddLoss(
                "The file is damaged and was pieced together; parts of it may be missing. Open it in Word, let "
                    + "Word repair it, and save it again."
            );
        }

        if (context.Package.Main!.Relations.Any(relation => relation.Kind == "vbaProject"))
            context.AddRemark("The document holds macros; they were not run.");
        return Conclude(context, document, hasText: body.Count > 0);
    }

    private static IngestResult Conclude(WordContext context, SourceDocument document, bool hasText)
    {
        if (hasText)
        {
            return context.IsIncomplete
                ? IngestResult.Partly(document, context.Problems)
                : IngestResult.Read(document, context.Problems);
        }

        if (context.IsIncomplete || !context.HasBody)
            return new IngestResult(ReadStatus.Unreadable, null, [new IngestProblem(Damaged), .. context.Problems]);
        if (context.Package.Main!.Relations.Any(relation => relation.Kind == "image"))
        {
            return new IngestResult(
                ReadStatus.NeedsOcr,
                document,
                [
                    new IngestProblem(
                        "The document holds pictures only, and nothing was read: turn it into a PDF with text "
                            + "recognition (OCR)."
                    ),
                    .. context.Problems,
                ]
            );
        }

        return new IngestResult(
            ReadStatus.Unreadable,
            document,
            [new IngestProblem(TextLimits.NoWords), .. context.Problems]
        );
    }
}
