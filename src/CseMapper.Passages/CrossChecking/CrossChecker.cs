using System.Globalization;
using CseMapper.Documents;

namespace CseMapper.Passages.CrossChecking;

/// <summary>Reads a document with two readers and compares what they found.</summary>
/// <param name="used">Reads it as the mapping does.</param>
/// <param name="second">Reads it once more, and gives the text of each page.</param>
/// <param name="time">Measures how long the second reader takes.</param>
public sealed class CrossChecker(DocumentIngest used, IDocumentReader second, TimeProvider time)
{
    /// <summary>Names the build of the second reader: what another build has found may differ.</summary>
    public string Build => $"{second.GetType().Name} {second.GetType().Module.ModuleVersionId}";

    /// <summary>Reads and compares.</summary>
    /// <param name="stream">The document's content; readable and seekable; not closed.</param>
    /// <param name="fileName">Its name without folders.</param>
    /// <param name="cancellation">Stops it.</param>
    public CrossCheckReading Check(Stream stream, string fileName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using CancellationTokenSource timer = new(used.TimeLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token,
            cancellation
        );
        try
        {
            IngestResult first = used.Read(stream, fileName, either.Token).Result;
            if (first.LackedMemory)
                return CrossCheckReading.WithoutMemory;
            stream.Position = 0;
            ReadOptions options = used.Options with { FileName = fileName, KeepsPageTexts = true, Recognises = false };
            IngestResult again = second.Read(stream, options, either.Token);
            return again.Document is { } document
                ? Compare(first, document, either.Token)
                : new CrossCheckReading(
                    CrossCheck.Failed(
                        "The second reader could not read this document, so there is nothing to compare the text with."
                    )
                );
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CrossCheckReading(
                CrossCheck.Failed(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The second reader took longer than {used.TimeLimit.TotalSeconds:0} seconds and was given up."
                    )
                )
            );
        }
        catch (OutOfMemoryException)
        {
            return CrossCheckReading.WithoutMemory;
        }
    }

    private static CrossCheckReading Compare(IngestResult first, SourceDocument again, CancellationToken cancellation)
    {
        SourceDocument nothing = new(FileFormat.Pdf, [], null, DocumentFacts.None);
        (CrossCheck result, IReadOnlyList<PageTexts> texts) = TextComparison.Compare(
            first.Document ?? nothing,
            again.PageTexts,
            cancellation
        );
        return new CrossCheckReading(result) { Texts = texts };
    }
}
