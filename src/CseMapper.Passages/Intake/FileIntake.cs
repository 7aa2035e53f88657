using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.CrossChecking;
using CseMapper.Passages.Splitting;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Intake;

/// <summary>Takes in files in this process: opens and hashes a file, reads it and cuts it into passages.</summary>
/// <param name="ingest">Reads a document.</param>
/// <param name="splitter">Cuts it into passages.</param>
/// <param name="access">Names the passwords, limits and text recognition that documents are read with.</param>
/// <param name="time">Stamps the readings.</param>
public sealed class FileIntake(DocumentIngest ingest, PassageSplitter splitter, string access, TimeProvider time)
    : IFileIntake
{
    /// <summary>Files of this size make garbage that the runtime is slow to notice.</summary>
    private const long LargeFile = 16L << 20;

    /// <summary>Reads with a second reader; null where there is none.</summary>
    public CrossChecker? CrossChecker { get; init; }

    private readonly PatientOpening _opening = new(time);

    /// <inheritdoc/>
    public void Begin() { }

    /// <inheritdoc/>
    public FileReading Read(FoundFile file, Func<string, bool> claim, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(claim);
        long readAt = time.GetUtcNow().UtcTicks;
        if (FileReading.OfUnopened(file, ingest.Options, readAt) is { } unopened)
            return unopened;
        try
        {
            using OpenedFile opened = _opening.Open(file, cancellation);
            FileReading reading = new(
                new KnownFile(file.Path, file.Stamp with { Bytes = opened.Content.Length }, readAt, opened.Hash)
            )
            {
                Inner = InnerOf(file, opened, cancellation),
            };
            return claim(opened.Hash) ? Read(opened, reading, cancellation) : reading;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return FileReading.Refused(file, readAt, trouble);
        }
        catch (InvalidDataException) when (file.Inner is not null)
        {
            return FileReading.Refused(file, readAt, InnerDocuments.NotTakenOut);
        }
        finally
        {
            // What a very long document leaves behind would otherwise stand beside the next one.
            if (file.Stamp.Bytes >= LargeFile)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    /// <inheritdoc/>
    public CrossCheckReading? CrossCheck(FoundFile file, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        CrossChecker checker = CrossChecker ?? throw new InvalidOperationException("There is no second reader.");
        try
        {
            using OpenedFile opened = _opening.Open(file, cancellation);
            return hash.Length == 0 || hash == opened.Hash
                ? checker.Check(opened.Content, NameOf(file.Path), cancellation)
                : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    /// <summary>The documents inside of an archive or message; those of a document that lies in one were named with
    /// it.</summary>
    private IReadOnlyList<InnerDocument> InnerOf(FoundFile file, OpenedFile opened, CancellationToken cancellation)
    {
        if (file.Inner is not null || !InnerNames.MayHold(file.Path))
            return [];
        try
        {
            return InnerDocuments.List(opened.Content, NameOf(file.Path), ingest.Options, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What is wrong with the file is said by its reader.
            return [];
        }
        finally
        {
            opened.Content.Position = 0;
        }
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private FileReading Read(OpenedFile opened, FileReading reading, CancellationToken cancellation)
    {
        string path = reading.File.Path;
        (FileFormat format, IngestResult result) = ingest.Read(opened.Content, NameOf(path), cancellation);
        bool hasText = result.Status is ReadStatus.Read or ReadStatus.PartlyRead;
        IReadOnlyList<Passage> passages =
            hasText && result.Document is not null ? splitter.Split(result.Document, cancellation) : [];
        bool dependsOnAccess = result.Status != ReadStatus.Read || passages.Any(passage => passage.IsRecognised);
        ReadingMark mark = new(ContentClaims.ExtensionOf(path), dependsOnAccess ? access : "");
        ReadContent content = ReadContent.Encode(
            opened.Hash,
            mark,
            result.Document?.Format ?? format,
            result,
            passages
        );
        return reading with { Content = content, LackedMemory = result.LackedMemory };
    }
}
