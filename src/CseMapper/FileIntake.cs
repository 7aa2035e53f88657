using CseMapper.Indexing;
using CseMapper.Ingest;
using CseMapper.Passages;
using CseMapper.Workspaces;

namespace CseMapper;

/// <summary>Takes in one file: opens and hashes it, reads it, cuts it into passages and analyses these. May be used by several threads at once.</summary>
/// <param name="ingest">Reads a document.</param>
/// <param name="splitter">Cuts it into passages.</param>
/// <param name="time">Stamps the readings.</param>
internal sealed class FileIntake(DocumentIngest ingest, PassageSplitter splitter, TimeProvider time)
{
    /// <summary>Names the passwords and text recognition that documents are read with.</summary>
    public string Access { get; } = RunInputs.OfAccess(ingest.Options);

    /// <summary>Reads one file, unless another file of the same content has been or is being read.</summary>
    public FileReading Read(FoundFile file, ContentClaims claims, CancellationToken cancellation)
    {
        long readAt = time.GetUtcNow().UtcTicks;
        if (file.Refusal is not null) return new FileReading(new KnownFile(file.Path, file.Stamp, readAt, "") { Refusal = file.Refusal });
        if (file.Stamp.Bytes > ingest.Options.MaxFileBytes) return Refused(file, readAt, FileTrouble.TooLarge(ingest.Options.MaxFileBytes));
        try
        {
            using OpenedFile opened = OpenedFile.Open(file, cancellation);
            KnownFile known = new(file.Path, file.Stamp with { Bytes = opened.Content.Length }, readAt, opened.Hash);
            return claims.Claim(opened.Hash) ? new FileReading(known) { Content = Read(opened, file, cancellation) } : new FileReading(known);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return Refused(file, readAt, FileTrouble.Explain(trouble));
        }
    }

    private ReadContent Read(OpenedFile opened, FoundFile file, CancellationToken cancellation)
    {
        string name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        (FileFormat format, IngestResult result) = ingest.Read(opened.Content, name, cancellation);
        bool hasText = result.Status is ReadStatus.Read or ReadStatus.PartlyRead;
        IReadOnlyList<Passage> passages = hasText && result.Document is not null ? splitter.Split(result.Document, cancellation) : [];
        byte[] terms = passages.Count == 0 ? [] : PassageTerms.Encode(result.Document!.Facts.Title?.Text ?? "", passages);
        bool dependsOnAccess = result.Status != ReadStatus.Read || passages.Any(passage => passage.IsRecognised);
        ReadingMark mark = new(ContentClaims.ExtensionOf(file.Path), dependsOnAccess ? Access : "");
        return new ReadContent(opened.Hash, mark, result.Document?.Format ?? format, result.Status, result.Problems, passages, terms)
        {
            Pages = result.Document?.PageCount,
            Facts = result.Document?.Facts ?? DocumentFacts.None,
            CommentCount = result.Document?.CommentCount ?? 0,
            UnacceptedChangeCount = result.Document?.UnacceptedChangeCount ?? 0,
        };
    }

    private static FileReading Refused(FoundFile file, long readAt, string reason) =>
        new(new KnownFile(file.Path, file.Stamp, readAt, "") { Refusal = IngestResult.Failed(ReadStatus.Unreadable, reason) });
}

/// <summary>What came of one file.</summary>
/// <param name="File">The file.</param>
internal sealed record FileReading(KnownFile File)
{
    /// <summary>Its content, where no other file has brought it already.</summary>
    public ReadContent? Content { get; init; }

    /// <summary>Its part of the bytes held at the same time.</summary>
    public long Share { get; init; }
}
