namespace CseMapper.Documents;

/// <summary>Reads the documents of one or more formats: bytes in, own document out.</summary>
/// <remarks>
/// A reader keeps no state between calls and may be called from several threads at once. Trouble in the data becomes a
/// status and problems of the result; only wrong calls and cancellation throw.
/// </remarks>
public interface IDocumentReader
{
    /// <summary>The formats it reads.</summary>
    IReadOnlyList<FileFormat> Formats { get; }

    /// <summary>Reads one document.</summary>
    /// <param name="stream">The file's content from its start; readable and seekable; not closed.</param>
    /// <param name="options">Passwords and limits.</param>
    /// <param name="cancellation">Stops the reading.</param>
    IngestResult Read(Stream stream, ReadOptions options, CancellationToken cancellation);
}
