using CseMapper.Documents;
using CseMapper.Documents.Archives;
using CseMapper.Documents.Files;
using CseMapper.Passages.Workspaces;

namespace CseMapper.Passages.Intake;

/// <summary>What came of one file.</summary>
/// <param name="File">The file.</param>
public sealed record FileReading(KnownFile File)
{
    /// <summary>Its content, where no other file has brought it already.</summary>
    public ReadContent? Content { get; init; }

    /// <summary>The documents inside of it, for an archive or a message.</summary>
    public IReadOnlyList<InnerDocument> Inner { get; init; } = [];

    /// <summary>True when memory ran short while it was read, be it for its own sake or for that of others read at the
    /// same time.</summary>
    public bool LackedMemory { get; init; }

    /// <summary>True for a file that somebody had open or was still writing.</summary>
    public bool IsBusy { get; init; }

    /// <summary>True where the disk or share failed rather than the file.</summary>
    public bool IsLost { get; init; }

    /// <summary>A file that could not be opened.</summary>
    /// <param name="file">The file as it was listed.</param>
    /// <param name="readAt">When it was tried, UTC in units of 100 ns.</param>
    /// <param name="trouble">What opening it threw.</param>
    public static FileReading Refused(FoundFile file, long readAt, Exception trouble) =>
        Refused(file, readAt, FileTrouble.Explain(trouble)) with
        {
            IsBusy = FileTrouble.IsBusy(trouble),
            IsLost = FileTrouble.IsLoss(trouble),
        };

    /// <summary>A file that is not read.</summary>
    /// <param name="file">The file as it was listed.</param>
    /// <param name="readAt">When it was decided, UTC in units of 100 ns.</param>
    /// <param name="reason">For the user, a sentence.</param>
    public static FileReading Refused(FoundFile file, long readAt, string reason) =>
        Refused(file, readAt, new Refusal(ReadStatus.Unreadable, reason));

    /// <summary>A file that need not be opened to know that it will not be read, or null.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Limits its size.</param>
    /// <param name="readAt">Now, UTC in units of 100 ns.</param>
    public static FileReading? OfUnopened(FoundFile file, ReadOptions options, long readAt)
    {
        if (file.Refusal is not null)
            return Refused(file, readAt, file.Refusal);
        return file.Stamp.Bytes > options.MaxFileBytes
            ? Refused(file, readAt, FileTrouble.TooLarge(options.MaxFileBytes))
            : null;
    }

    /// <summary>A file that is not read.</summary>
    /// <param name="file">The file as it was listed.</param>
    /// <param name="readAt">When it was decided, UTC in units of 100 ns.</param>
    /// <param name="refusal">Why.</param>
    public static FileReading Refused(FoundFile file, long readAt, Refusal refusal) =>
        new(new KnownFile(file.Path, file.Stamp, readAt, "") { Refusal = refusal });
}
