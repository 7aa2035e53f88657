using System.Globalization;

namespace CseMapper.Documents.Archives;

/// <summary>Says of an archive (.zip) what becomes of the documents in it; each is read by itself.</summary>
public sealed class ZipReader : IDocumentReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FileFormat> Formats { get; } = [FileFormat.Archive];

    /// <inheritdoc/>
    public IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<InnerDocument> inner = InnerDocuments.List(stream, "archive.zip", options, cancellation);
        if (inner.Count == 0)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                "The archive is empty or damaged, and nothing was read from it. Unpack its documents into the folder."
            );
        }

        SourceDocument document = new(FileFormat.Archive, [], PageCount: null, DocumentFacts.None);
        string count = string.Create(CultureInfo.InvariantCulture, $"{inner.Count:N0}");
        return inner.Count >= InnerDocuments.MostDocuments
            ? IngestResult.Partly(
                document,
                new IngestProblem(
                    $"Only the first {count} documents of this archive were read. Unpack the others into the folder."
                )
            )
            : IngestResult.Read(
                document,
                new IngestProblem(
                    inner.Count == 1
                        ? "The document in this archive is listed by itself."
                        : $"The {count} documents in this archive are listed by themselves."
                )
            );
    }
}
