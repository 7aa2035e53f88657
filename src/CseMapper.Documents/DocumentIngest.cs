using CseMapper.Documents.Containers;
using CseMapper.Documents.Detection;
using CseMapper.Documents.Facts;
using CseMapper.Pdf;

namespace CseMapper.Documents;

/// <summary>Reads any file: tells its format by its content, lets the reader of that format read it, and turns every
/// trouble into a status and a reason.</summary>
/// <param name="readers">At most one reader a format.</param>
/// <param name="options">Passwords and limits for all readers.</param>
/// <param name="time">Measures how long a reader takes.</param>
public sealed class DocumentIngest(IEnumerable<IDocumentReader> readers, ReadOptions options, TimeProvider time)
{
    private readonly Dictionary<FileFormat, IDocumentReader> _byFormat = readers
        .SelectMany(reader => reader.Formats.Select(format => (format, reader)))
        .ToDictionary(pair => pair.format, pair => pair.reader);

    /// <summary>Longest time that one document may take before it is given up. Default two minutes, an hour where
    /// pictures are recognised.</summary>
    public TimeSpan TimeLimit { get; init; } = options.Recognises ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(2);

    /// <summary>The limits that all readers keep.</summary>
    public ReadOptions Options => options;

    /// <summary>Names the builds of the readers: what another build has read may differ.</summary>
    public string ReaderBuilds =>
        string.Join(
            ' ',
            _byFormat
                .Values.Select(reader => reader.GetType())
                .Concat([typeof(DocumentIngest), typeof(IDocumentReader), typeof(PdfDocument)])
                .Select(type => type.Module.ModuleVersionId)
                .Distinct()
                .Order()
        );

    /// <summary>Reads one file.</summary>
    /// <param name="stream">Its content from the start; readable and seekable; not closed.</param>
    /// <param name="fileName">Its name without folders.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public (FileFormat Format, IngestResult Result) Read(Stream stream, string fileName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        FileFormat format = FileFormat.Unknown;
        try
        {
            DetectedFormat detected = FormatDetector.Detect(stream, fileName);
            format = detected.Format;
            if (detected.NeedsPassword && OfficeEncryption.Open(stream, options.Passwords, cancellation) is { } opened)
            {
                using (opened)
                    return Read(opened, fileName, cancellation);
            }

            if (detected.Refusal is { } refusal)
                return (format, refusal);
            if (!_byFormat.TryGetValue(format, out IDocumentReader? reader))
                return (format, NotRead(detected));
            stream.Position = 0;
            return (format, ReadingReasons.Complete(ReadWithin(TimeLimit, reader, stream, fileName, cancellation)));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of a reader costs one document, never the run. The kind of fault helps whoever mends the reader.
            string reason =
                "Nothing of this document could be read: something in it is damaged or very unusual ("
                + $"{fault.GetType().Name}). Open it, save a copy and put the copy in its place.";
            return (
                format,
                IngestResult.Failed(ReadStatus.Unreadable, reason) with
                {
                    LackedMemory = fault is OutOfMemoryException,
                }
            );
        }
    }

    private IngestResult ReadWithin(
        TimeSpan limit,
        IDocumentReader reader,
        Stream stream,
        string fileName,
        CancellationToken cancellation
    )
    {
        using CancellationTokenSource timer = new(limit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token,
            cancellation
        );
        try
        {
            IngestResult result = reader.Read(stream, options with { FileName = fileName }, either.Token);
            return result.Document is { } document ? result with { Document = WithFacts(document) } : result;
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return IngestResult.Failed(
                ReadStatus.Unreadable,
                $"Reading took longer than {limit.TotalSeconds:0} seconds and was given up. Save a copy as PDF, "
                    + "or split the document."
            );
        }
    }

    /// <summary>What nobody sees on a page is not what the document says of itself.</summary>
    private static SourceDocument WithFacts(SourceDocument document)
    {
        if (!document.Blocks.Any(block => block.IsCovered))
            return FactFinder.AddFacts(document);
        SourceDocument seen = document with { Blocks = [.. document.Blocks.Where(block => !block.IsCovered)] };
        return FactFinder.AddFacts(seen) with { Blocks = document.Blocks };
    }

    private static IngestResult NotRead(DetectedFormat detected) =>
        IngestResult.Failed(
            ReadStatus.Unsupported,
            $"This is {detected.Name}, which is not read. "
                + $"{detected.Advice ?? "Save it as a Word document or PDF to have it read."}"
        );
}
