using CseMapper.Documents.Text;
using CseMapper.Documents.Word.Stories;

namespace CseMapper.Documents.Rtf;

/// <summary>Reads Rich Text documents (.rtf): paragraphs, headings, lists, tables, notes, headers and
/// footers.</summary>
/// <remarks>Source: Rich Text Format specification 1.9.1. Deleted revisions and hidden text are left out, inserted ones
/// marked.</remarks>
public sealed class RtfReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.RichText];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        if (stream.Length > options.MaxFileBytes)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The file is larger than is read. Split it, or leave out its pictures."
            );
        }

        DocumentLimits limits = new(options, cancellation);
        byte[] bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        RtfText text = new(limits);
        bool isWhole = text.Read(bytes);
        SourceDocument document = new(FileFormat.RichText, text.Blocks, PageCount: null, DocumentFacts.None)
        {
            CommentCount = text.Comments,
            UnacceptedChangeCount = text.Changes,
            Properties = text.Properties,
        };
        List<IngestProblem> problems = [];
        if (limits.Reached is { } reached)
            problems.Add(new IngestProblem(reached));
        if (!isWhole)
        {
            problems.Add(
                new IngestProblem("The end of the file is missing; what is there was read. Ask for the file again.")
            );
        }

        if (document.Blocks.Count == 0)
        {
            return problems.Count > 0
                ? new IngestResult(ReadStatus.Unreadable, null, problems)
                : new IngestResult(ReadStatus.Unreadable, document, [new IngestProblem(TextLimits.NoWords)]);
        }

        return problems.Count > 0 ? IngestResult.Partly(document, problems) : IngestResult.Read(document);
    }
}
